// Ed25519 keys as they are written down. Node has the arithmetic.

import { createPrivateKey, createPublicKey, type KeyObject } from "crypto";
import { Failure } from "./failure.ts";

export function privateKey(file: string, pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (error) {
    throw new Failure(`${file} 不是可用的私钥（PEM，没有口令）：${(error as Error).message}`);
  }
  if (key.asymmetricKeyType !== "ed25519") throw new Failure(`${file} 不是 Ed25519 私钥`);
  return key;
}

/** The 32 bytes of the public key in base64: they end its DER form. */
export function publicKeyOf(key: KeyObject): string {
  return base64(createPublicKey(key).export({ type: "spki", format: "der" }).slice(-32));
}

export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
