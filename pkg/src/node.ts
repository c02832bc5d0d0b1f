// For Node: the modules are files beside this one. Built as CommonJS; `node.mjs` re-exports it, so that a program that uses
// both `import` and `require` has one engine and one `RulebookError`.

import { readFile, readFileSync } from "fs";
import { join } from "path";
import { fileURLToPath } from "url";
import { compile } from "./compile.ts";
import { initWith } from "./engine.ts";
import * as tools from "./tools.ts";
import { startTools, startToolsOnDemand } from "./tools-start.ts";
import type { Compile, Given } from "./start.ts";
import type { InitInput } from "./types.d.ts";

declare const __dirname: string;

export const init = initWith(fromFile("qianfa_bg.wasm"));

export function initTools(input?: Given): Promise<void> {
  return startTools(() => tools, fromFile("qianfa_tools_bg.wasm"), input);
}

// A file can be had at once: nobody need call `initTools`.
startToolsOnDemand(tools, () => readFileSync(beside("qianfa_tools_bg.wasm")));

/** From the file of this name, unless the caller has another. */
function fromFile(name: string): Compile {
  return (input) => fromAnywhere(input === undefined ? beside(name) : input);
}

function beside(name: string): string {
  return join(__dirname, name);
}

/** A string that is no URL is a path here, as everywhere in Node. */
async function fromAnywhere(input: InitInput): Promise<WebAssembly.Module> {
  const name = typeof input === "string" || input instanceof URL ? String(input) : undefined;
  if (name === undefined || /^(https?|data|blob):/.test(name)) return compile(input);
  return compile(await read(name.startsWith("file:") ? fileURLToPath(name) : name));
}

function read(path: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => readFile(path, (error, bytes) => (error ? reject(error) : resolve(bytes))));
}

export default init;
export * from "./common.ts";
