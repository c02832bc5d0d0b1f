// The JavaScript of the package, one file an entry, in the syntax of Chromium 78.

import { build } from "esbuild";
import { copyFile } from "node:fs/promises";

const common = {
  bundle: true,
  // ES2018, and the one newer form that an ES module cannot do without.
  target: "es2018",
  supported: { "import-meta": true },
  // A page without a bundler loads these very files.
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  loader: { ".wasm": "base64" },
};

export async function bundle(version) {
  const make = (entry, outfile, options) =>
    build({ ...common, define: { QIANFA_VERSION: JSON.stringify(version) }, entryPoints: [entry], outfile, ...options });
  await make("src/web.ts", "dist/web.js", { format: "esm" });
  await make("src/inline.ts", "dist/inline.js", { format: "esm" });
  await make("src/inline.ts", "dist/inline.cjs", { format: "cjs" });
  await make("src/inline.ts", "dist/qianfa.iife.js", { format: "iife", globalName: "Qianfa" });
  await make("src/node.ts", "dist/node.cjs", { format: "cjs", platform: "node" });
  await make("src/cli/main.ts", "dist/cli.cjs", { format: "cjs", platform: "node", external: ["./node.cjs"] });
  await copyFile("src/node.mjs", "dist/node.mjs");
  await copyFile("build/qianfa_bg.wasm", "dist/qianfa_bg.wasm");
}
