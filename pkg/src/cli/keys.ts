// Ed25519 keys as they are written down. Node has the arithmetic.

import { createPrivateKey, createPublicKey, type KeyObject } from "crypto";
import { Failure } from "./failure.ts";
import { shown } from "./input.ts";

/** The private key that a file holds as PEM. */
export function privateKey(file: string, pem: string): KeyObject {
  if (pem.includes("ENCRYPTED")) throw new Failure(`${shown(file)} 有口令保护，请先去掉口令`, `openssl pkey -in ${file} -out 新文件`);
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch {
    // Said below: what OpenSSL says of it helps nobody.
  }
  if (key === undefined || key.asymmetricKeyType !== "ed25519") throw new Failure(`${shown(file)} 不是 Ed25519 私钥（PEM）`, "私钥由 qianfa keygen 生成");
  return key;
}

/** The 32 bytes of the public key in base64: they end its DER form. */
export function publicKeyOf(key: KeyObject): string {
  return base64(createPublicKey(key).export({ type: "spki", format: "der" }).slice(-32));
}

export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
