// For Node: the module is a file beside this one. Built as CommonJS; `node.mjs` re-exports it, so that a program that uses
// both `import` and `require` has one engine and one `RulebookError`.

import { readFile } from "fs";
import { join } from "path";
import { fileURLToPath } from "url";
import { compile } from "./compile.ts";
import { initWith } from "./init.ts";
import type { InitInput } from "./types.d.ts";

declare const __dirname: string;

export const init = initWith((input) => fromFile(input === undefined ? join(__dirname, "qianfa_bg.wasm") : input));

/** A string that is no URL is a path here, as everywhere in Node. */
async function fromFile(input: InitInput): Promise<WebAssembly.Module> {
  const name = typeof input === "string" || input instanceof URL ? String(input) : undefined;
  if (name === undefined || /^(https?|data|blob):/.test(name)) return compile(input);
  return compile(await read(name.startsWith("file:") ? fileURLToPath(name) : name));
}

function read(path: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => readFile(path, (error, bytes) => (error ? reject(error) : resolve(bytes))));
}

export default init;
export { initSync } from "./init.ts";
export { loadRulebook, RulebookError } from "./rulebook.ts";
export { version } from "./version.ts";
