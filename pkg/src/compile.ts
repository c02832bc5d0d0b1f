// From what a caller may have to a compiled module, by what every host of WebAssembly offers.

import type { InitInput } from "./types.d.ts";

/** Fetches where it has to. */
export async function compile(input: InitInput): Promise<WebAssembly.Module> {
  if (input instanceof WebAssembly.Module) return input;
  if (typeof input === "string" || input instanceof URL) return compileResponse(await fetch(String(input)));
  if (typeof Response === "function" && input instanceof Response) return compileResponse(input);
  return WebAssembly.compile(input as BufferSource);
}

async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`qianfa: ${response.url} answered ${response.status} ${response.statusText}`);
  // Not by streaming: that would demand the type application/wasm, which older intranet servers do not know.
  return WebAssembly.compile(await response.arrayBuffer());
}
