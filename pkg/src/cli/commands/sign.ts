// `sign`: the detached signature that `loadRulebook` asks for once it is given a public key.

import { sign as signBytes } from "crypto";
import type { Command } from "../command.ts";
import { readText } from "../input.ts";
import { base64, privateKey, publicKeyOf } from "../keys.ts";
import { baseOption, open } from "../rulebooks.ts";

export const sign: Command = {
  name: "sign",
  operands: ["规则册"],
  options: [{ name: "key", value: "私钥文件", required: true, does: "Ed25519 私钥（PEM），由 keygen 生成" }, baseOption],
  does: "给规则册的摘要签名，输出签名（base64）",
  english: "Signs the rulebook's digest (Ed25519), prints the signature in base64",
  async run(args) {
    const keyFile = args.value("key") || "";
    const key = privateKey(keyFile, await readText(keyFile));
    const { rulebook } = await open(args.operands, args);
    const { id, digest } = rulebook;
    const signature = base64(signBytes(null, new TextEncoder().encode(digest), key));
    return { code: 0, json: { id, digest, signature, publicKey: publicKeyOf(key) }, print: (page) => page.raw(signature) };
  },
};
