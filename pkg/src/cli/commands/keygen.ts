// `keygen`: a pair of keys for `sign` and for `loadRulebook`.

import { generateKeyPairSync } from "crypto";
import type { Command } from "../command.ts";
import { writeText } from "../input.ts";
import { publicKeyOf } from "../keys.ts";

export const keygen: Command = {
  name: "keygen",
  operands: [],
  options: [{ name: "output", short: "o", value: "文件", does: "私钥写到文件（不覆盖已有的）；不给则写到标准输出" }],
  does: "生成一对 Ed25519 密钥：私钥（PEM）自己保管，公钥交给载入规则册的程序",
  english: "Makes an Ed25519 key pair: private key as PEM, public key in base64",
  async run(args) {
    const { privateKey } = generateKeyPairSync("ed25519");
    const pem = privateKey.export({ type: "pkcs8", format: "pem" });
    const publicKey = publicKeyOf(privateKey);
    const output = args.value("output");
    if (output !== undefined) writeText(output, pem, { overwrite: false, secret: true });
    return {
      code: 0,
      json: output === undefined ? { privateKey: pem, publicKey } : { written: output, publicKey },
      print(page) {
        page.raw(output === undefined ? pem.trim() : `私钥已写入 ${output}`);
        page.raw(`公钥：${publicKey}`);
      },
    };
  },
};
