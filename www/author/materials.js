// What the proofs may take beside the text: a file of cases and the text of the rules. Knows their shapes; proves nothing.

import { listenForFiles } from "./files.js";

const at = (id) => document.getElementById(id);

/** The cases in a file, or null where it is no list of cases. */
export function casesIn(text) {
  try {
    const cases = JSON.parse(text);
    return Array.isArray(cases) && cases.every((one) => one && typeof one.name === "string" && one.draft) ? cases : null;
  } catch (error) {
    return null;
  }
}

/** `onFile(name, text)` hears of chosen files, `onDrop(part)` which of `cases` and `source` is no longer wanted. */
export function listenForMaterials(onFile, onDrop) {
  ["cases", "source"].forEach((part) => {
    listenForFiles(at(`${part}-file`), onFile);
    at(`${part}-drop`).addEventListener("click", () => onDrop(part));
  });
}

export function showMaterials({ cases, source }) {
  at("cases-words").textContent = cases.length > 0 ? `案例文件：${cases.length}个案例` : "案例文件：没有（只用文本里的“案例”）";
  at("source-words").textContent = source ? `原文：${source.length}字` : "原文：没有（不核对引文，也不找漏编的条文）";
  at("cases-drop").hidden = cases.length === 0;
  at("source-drop").hidden = !source;
}
