// For browsers and bundlers: the module is a file beside this one.

import { compile } from "./compile.ts";
import { initWith } from "./init.ts";

// Vite, webpack 5 and Rollup recognise this very form and carry the file along.
export const init = initWith((input) => compile(input === undefined ? new URL("./qianfa_bg.wasm", import.meta.url) : input));

export default init;
export { initSync } from "./init.ts";
export { loadRulebook, RulebookError } from "./rulebook.ts";
export { version } from "./version.ts";
