// The installed package for the tests in Node: what `import` gives, what `require` gives, and where it lies.

import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { project } from "./install.mjs";

/** Installs afresh; every caller gets an engine that nobody has started yet. */
export async function installed(name) {
  const folder = project(name);
  const entry = join(folder, "entry.mjs");
  // Resolution goes by the importing file, so the import must be written inside the project.
  writeFileSync(
    entry,
    `export * as esm from "qianfa";
export * as inline from "qianfa/inline";
export const rulebook = async (id) => (await import("qianfa/rulebooks/" + id)).default;
`,
  );
  const modules = await import(pathToFileURL(entry).href);
  return { folder, dist: join(folder, "node_modules/qianfa/dist"), require: createRequire(entry), ...modules };
}
