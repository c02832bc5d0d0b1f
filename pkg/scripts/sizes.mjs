// What a page has to load, and the limits that it may count on.

import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const KB = 1000;
const ENGINE = 190 * KB;
const RULEBOOK = 12 * KB;

const over = [];
await report("engine (module and script)", ["qianfa_bg.wasm", "web.js"], ENGINE);
await report("engine in one script", ["inline.js"]);
await report("tools for authors, besides", ["qianfa_tools_bg.wasm", "tools.js"]);
for (const language of ["zh-Hant", "en"]) await report(`messages in ${language}, besides`, [`messages/${language}.js`]);
for (const file of (await readdir("dist/rulebooks/rules")).filter((file) => file.endsWith(".js")).sort()) {
  const id = file.replace(/\.js$/, "");
  await report(`rulebook ${id}`, [`rulebooks/rules/${file}`], RULEBOOK);
  await report(`cases of ${id}, besides`, [`rulebooks/cases/${file}`]);
}
if (over.length > 0) {
  console.error(`too large: ${over.join(", ")}`);
  process.exitCode = 1;
}

async function report(name, files, limit) {
  const sizes = await Promise.all(files.map((file) => compressed(`dist/${file}`)));
  const sum = sizes.reduce((total, size) => total + size, 0);
  console.log(`${name}: ${kb(sum)} KB gz${limit === undefined ? "" : ` of ${kb(limit)}`}`);
  if (sum > limit) over.push(name);
}

async function compressed(file) {
  return gzipSync(await readFile(file), { level: 9 }).length;
}

function kb(bytes) {
  return (bytes / KB).toFixed(1);
}
