// For browsers and bundlers: the modules are files beside this one.

import { compile } from "./compile.ts";
import { initWith } from "./engine.ts";
import { startTools } from "./tools-start.ts";
import type { Given } from "./start.ts";

// Vite, webpack 5 and Rollup recognise this very form and carry the file along.
export const init = initWith((input) => compile(input === undefined ? new URL("./qianfa_bg.wasm", import.meta.url) : input));

// A function, so that bundlers leave out what a page does not call; nothing of the tools is loaded before it is called.
export function initTools(input?: Given): Promise<void> {
  return startTools(
    () => import("./tools.ts"),
    (given) => compile(given === undefined ? new URL("./qianfa_tools_bg.wasm", import.meta.url) : given),
    input,
  );
}

export default init;
export * from "./common.ts";
