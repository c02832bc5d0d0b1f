// The module inside the script, for pages that can serve scripts only: a third larger, and no second request.

import { compile } from "./compile.ts";
import { initWith } from "./init.ts";
import base64 from "../build/qianfa_bg.wasm";

export const init = initWith((input) => compile(input === undefined ? decoded() : input));

function decoded(): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export default init;
export { initSync } from "./init.ts";
export { loadRulebook, RulebookError } from "./rulebook.ts";
export { version } from "./version.ts";
