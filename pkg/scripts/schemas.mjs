// The JSON Schemas of the rulebook format, without the space between: editors and validators read them, people the format's description.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";

const SOURCE = "../rulebooks/schema";

export async function writeSchemas() {
  await mkdir("dist/schema");
  for (const file of await readdir(SOURCE)) {
    await writeFile(`dist/schema/${file}`, JSON.stringify(JSON.parse(await readFile(`${SOURCE}/${file}`, "utf8"))));
  }
}
