// The types, once for each way in which TypeScript resolves a package: written by hand, copied here.

import { copyFile, writeFile } from "node:fs/promises";

export async function writeDeclarations() {
  for (const end of ["ts", "mts", "cts"]) await copyFile("src/types.d.ts", `dist/index.d.${end}`);
  await writeFile("dist/inline.d.ts", `export * from "./index.js";\nexport { default } from "./index.js";\n`);
  await writeFile("dist/inline.d.cts", `export * from "./index.cjs";\nexport { default } from "./index.cjs";\n`);
}
