// The engine inside the script, for pages that can serve scripts only: a third larger, and no second request. The tools would make it
// twice as large for pages that draft; they stay a file.

import { compile } from "./compile.ts";
import { initWith } from "./engine.ts";
import * as tools from "./tools.ts";
import { startTools } from "./tools-start.ts";
import type { Given } from "./start.ts";
import type { InitInput } from "./types.d.ts";
import base64 from "../build/qianfa_bg.wasm";

export const init = initWith((input) => compile(input === undefined ? decoded() : input));

function decoded(): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export function initTools(input?: Given): Promise<void> {
  return startTools(() => tools, named, input);
}

async function named(input: InitInput | undefined): Promise<WebAssembly.Module> {
  if (input === undefined) {
    throw new Error("qianfa: the tools are not inside this script: call `initTools` with the address or the bytes of `qianfa_tools_bg.wasm`");
  }
  return compile(input);
}

export default init;
export * from "./common.ts";
