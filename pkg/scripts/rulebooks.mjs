// One module a rulebook, in every form in which a page may want it, so that a bundle carries only those it imports.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";

export async function writeRulebooks() {
  await mkdir("dist/rulebooks");
  for (const file of (await readdir("build/rulebooks")).sort()) {
    const id = file.replace(/\.json$/, "");
    // Parsed and written again: no space between, and proof that it is JSON. What the rulebook leaves out, and why
    // (不编), is for its readers: the engine does not answer with it.
    const { 不编: _, ...rules } = JSON.parse(await readFile(`build/rulebooks/${file}`, "utf8"));
    const json = JSON.stringify(rules);
    const write = (end, text) => writeFile(`dist/rulebooks/${id}.${end}`, text);
    const literal = escaped(json);
    await write("json", json);
    await write("js", `export default ${literal};\n`);
    await write("cjs", `module.exports = ${literal};\n`);
    // For classic scripts, in pages and in workers alike.
    await write("iife.js", `var QianfaRulebooks = QianfaRulebooks || {};\nQianfaRulebooks[${JSON.stringify(id)}] = ${literal};\n`);
    await write("d.ts", declaration("../index.js", "export default rulebook;"));
    await write("d.cts", declaration("../index.cjs", "export = rulebook;"));
  }
}

/** JSON as a JavaScript expression. The two separators are JSON, but no JavaScript before ES2019; `__proto__` is no plain key. */
function escaped(json) {
  if (json.includes('"__proto__"')) throw new Error("a rulebook must not have the key `__proto__`");
  return json.replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
}

function declaration(types, last) {
  return `import type { RulebookSource } from "${types}";\ndeclare const rulebook: RulebookSource;\n${last}\n`;
}
