// The options of `loadRulebook` as they are when it is called. Some of them keep a rulebook out; so nothing that is merely mistaken,
// misspelt or put on a prototype may switch such a one off.

import type { Case, RulebookSource } from "./types.d.ts";

/** Options that have been read. */
export interface Options {
  readonly bases: readonly RulebookSource[];
  /** The rulebook's own cases (`true`), these, or none. */
  readonly verify: boolean | readonly Case[];
  /** Present where a key was configured, be it a usable one or not. */
  readonly seal: Seal | undefined;
}

/** A key and what it should have signed, as they were handed over. */
export interface Seal {
  readonly publicKey: unknown;
  /** One for each version. */
  readonly signatures: readonly unknown[];
}

const KEYS = ["bases", "verify", "publicKey", "signature"];

/** Reads own properties only, and each once. */
export function readOptions(options: unknown): Options {
  const own = new Map<string, unknown>();
  if (options !== undefined) {
    if (!isPlain(options)) throw new TypeError("qianfa: the options of `loadRulebook` must be a plain object");
    for (const key of Object.getOwnPropertyNames(options)) {
      if (!KEYS.includes(key)) throw new TypeError(`qianfa: \`loadRulebook\` has no option \`${key}\``);
      own.set(key, options[key]);
    }
  }
  const bases = own.get("bases") || [];
  if (!Array.isArray(bases)) throw new TypeError("qianfa: the option `bases` must be a list of rulebooks");
  const verify = own.get("verify");
  if (verify !== undefined && typeof verify !== "boolean" && !Array.isArray(verify)) {
    throw new TypeError("qianfa: the option `verify` must be true, false or a list of cases");
  }
  const signature = own.get("signature");
  const signatures = Array.isArray(signature) ? signature : [signature];
  return { bases, verify: verify || false, seal: own.has("publicKey") ? { publicKey: own.get("publicKey"), signatures } : undefined };
}

/** Made by a literal or by `JSON.parse`, here or in another frame: what it inherits is all there is to inherit. */
function isPlain(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
