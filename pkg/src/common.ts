// What is the same in every entry: all but how the modules are found.

export { compareRulebooks, diffRulebooks, rulebookFromText, rulebookSchema } from "./authors.ts";
export { initSync } from "./engine.ts";
export { RulebookError } from "./error.ts";
export { explain } from "./explain.ts";
export { loadRulebook } from "./load.ts";
export { readTitle } from "./title.ts";
export { version } from "./version.ts";
