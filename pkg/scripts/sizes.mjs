// What a page has to load, and the limits that it may count on.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const KB = 1000;
const ENGINE = 110 * KB;
const RULEBOOK = 12 * KB;

export async function checkSizes(folder) {
  const over = [];
  const report = async (name, files, limit) => {
    const sizes = await Promise.all(files.map((file) => compressed(join(folder, file))));
    const sum = sizes.reduce((total, size) => total + size, 0);
    console.log(`${name}: ${kb(sum)} KB gz${limit === undefined ? "" : ` of ${kb(limit)}`}`);
    if (sum > limit) over.push(name);
  };
  await report("engine (module and script)", ["qianfa_bg.wasm", "web.js"], ENGINE);
  await report("engine in one script", ["inline.js"]);
  for (const file of (await readdir(join(folder, "rulebooks"))).filter((file) => /^[^.]+\.js$/.test(file)).sort()) {
    await report(`rulebook ${file.replace(/\.js$/, "")}`, [join("rulebooks", file)], RULEBOOK);
  }
  if (over.length > 0) throw new Error(`too large: ${over.join(", ")}`);
}

async function compressed(file) {
  return gzipSync(await readFile(file), { level: 9 }).length;
}

function kb(bytes) {
  return (bytes / KB).toFixed(1);
}
