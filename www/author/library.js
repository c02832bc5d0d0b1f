// The shipped rulebooks as their authors wrote them, with their cases. Knows where the texts lie on the server; does not
// know the format.
//
// All are fetched at once, not on demand: after loading, the page needs no network any more.

import { governments } from "../governments.js";

const shipped = governments.concat([{ id: "tiaoli-2012", name: "党政机关公文处理工作条例" }]);

let library = [];

async function fetched(path) {
  const response = await fetch(`./rulebooks/${path}`);
  if (!response.ok) throw new Error(`规则文本未能载入：${path}`);
  return response;
}

async function entry({ id, name }) {
  const [text, cases] = await Promise.all([
    fetched(`${id}/rules.yaml`).then((response) => response.text()),
    fetched(`${id}/cases.json`).then((response) => response.json()),
  ]);
  return { id, name, text, cases };
}

/** Fetches all of them. To be awaited once. */
export async function stock() {
  library = await Promise.all(shipped.map(entry));
}

/** `{ id, name, text, cases }` of each. */
export function rulebooks() {
  return library;
}

/** The texts of those that this text says it stands on. */
export function basesOf(text) {
  const stated = /^\s*["']?所据["']?\s*:[^]*?(?=\n\S|$(?![^]))/m.exec(text);
  return stated ? library.filter(({ id }) => stated[0].indexOf(id) >= 0).map((base) => base.text) : [];
}
