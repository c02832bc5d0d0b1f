// What goes to disk: the text, the rulebook as JSON, cases. Knows the names of files and what belongs into which; does
// not know when somebody wants to save.

import { download } from "./files.js";
import { toObject } from "./tools.js";

const pretty = (value) => `${JSON.stringify(value, null, 2)}\n`;

const stem = (name) => name.replace(/\.(ya?ml|json)$/i, "");

export function saveText({ name, text }) {
  download(/\.json$/i.test(name) ? name : `${stem(name)}.yaml`, text);
}

/** The rulebook with all its cases in it; says whether the text could be read. */
export function saveJson({ name, text, cases }) {
  const { value } = toObject(text);
  if (!value) return false;
  const all = (value.案例 || []).concat(cases);
  download(`${stem(name)}.json`, pretty(all.length > 0 ? Object.assign({}, value, { 案例: all }) : value));
  return true;
}

/** One case a line, as the shipped files have them. */
export function saveCases(cases) {
  download("cases.json", `[\n${cases.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n]\n`);
}
