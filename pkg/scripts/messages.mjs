// The catalogues of messages, each a module of its own, so that a page carries the language it shows. Simplified Chinese is in the main
// entry as well; here it is for those who change a sentence of it.

import { build } from "esbuild";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { common } from "./bundle.mjs";

export async function writeMessages() {
  await mkdir("dist/messages");
  const languages = (await readdir("src/messages")).filter((file) => file !== "fill.ts").map((file) => file.replace(/\.ts$/, ""));
  for (const language of languages) {
    const file = `dist/messages/${language}`;
    const make = (end, options) => build({ ...common, entryPoints: [`src/messages/${language}.ts`], outfile: `${file}.${end}`, ...options });
    await make("js", { format: "esm" });
    await make("cjs", { format: "cjs", footer: { js: "module.exports=module.exports.default;" } });
    // For classic scripts, beside the rulebooks' `QianfaRulebooks`.
    const name = `QianfaMessages[${JSON.stringify(language)}]`;
    await make("iife.js", { format: "iife", globalName: name, footer: { js: `${name}=${name}.default;` } });
    const declaration = (end) => `import type { Messages } from "../index.${end}";\ndeclare const messages: Messages;\n`;
    await writeFile(`${file}.d.ts`, `${declaration("js")}export default messages;\n`);
    await writeFile(`${file}.d.cts`, `${declaration("cjs")}export = messages;\n`);
  }
}
