// No file of the package may need more than ES2018: an older kernel refuses the whole file for one newer token.

import { parse } from "acorn";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export async function checkSyntax(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.[mc]?js$/.test(file));
  for (const file of files) {
    const text = await readFile(join(folder, file), "utf8");
    const sourceType = file.endsWith(".cjs") || file.endsWith(".iife.js") ? "script" : "module";
    try {
      parse(sourceType === "module" ? withoutImportForms(text) : text, { ecmaVersion: 2018, sourceType, allowHashBang: true });
    } catch (error) {
      throw new Error(`${file} is not ES2018: ${error.message}`);
    }
  }
}

/** `import.meta` and `import()` are newer than ES2018, but older than the kernels that count (Chromium 64 and 63). */
function withoutImportForms(text) {
  return text.replace(/\bimport\.meta\b/g, "import_meta").replace(/\bimport\(/g, "import_(");
}
