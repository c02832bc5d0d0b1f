// The JavaScript of the package, one file an entry, in the syntax of Chromium 78.

import { build } from "esbuild";
import { copyFile } from "node:fs/promises";

/** What holds for every file. */
export const common = {
  bundle: true,
  // ES2018, and the two newer forms of an ES module without which it finds no file beside it: as old as Chromium 64.
  target: "es2018",
  supported: { "import-meta": true, "dynamic-import": true },
  // A page without a bundler loads these very files.
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  loader: { ".wasm": "base64" },
};

export async function bundle(version) {
  // The glue gets compiled modules only: how it would load one by itself is left out.
  const define = { QIANFA_VERSION: JSON.stringify(version), "WebAssembly.instantiateStreaming": "undefined" };
  const make = (entry, outfile, options) => build({ ...common, define, entryPoints: [entry], outfile, ...options });
  // Split: what only `initTools` needs becomes a file of its own, `tools.js`.
  await make("src/web.ts", undefined, { format: "esm", outdir: "dist", splitting: true, chunkNames: "[name]" });
  await make("src/inline.ts", "dist/inline.js", { format: "esm" });
  await make("src/inline.ts", "dist/inline.cjs", { format: "cjs" });
  await make("src/inline.ts", "dist/qianfa.iife.js", { format: "iife", globalName: "Qianfa" });
  await make("src/node.ts", "dist/node.cjs", { format: "cjs", platform: "node" });
  await make("src/cli/main.ts", "dist/cli.cjs", { format: "cjs", platform: "node", external: ["./node.cjs"] });
  await copyFile("src/node.mjs", "dist/node.mjs");
  for (const module of ["qianfa_bg.wasm", "qianfa_tools_bg.wasm"]) await copyFile(`build/${module}`, `dist/${module}`);
}
