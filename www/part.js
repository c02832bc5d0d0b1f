// A part of the result: a heading with what belongs under it. Knows no route.

import { h } from "./dom.js";

export function part(key, title, ...children) {
  return h("section", { class: `part part--${key}`, "data-key": key, "aria-labelledby": `part-${key}` },
    h("h2", { class: "part-title", id: `part-${key}` }, title), children);
}

/** A long list shows its head until it is asked for the whole. */
export function moreElement(name, list, atOnce, isWhole) {
  if (list.length <= atOnce) return null;
  return h("button", { type: "button", class: "more", "data-more": name, "data-key": `more ${name}`, "aria-expanded": String(isWhole) },
    isWhole ? "只看前面几项" : `其余${list.length - atOnce}项`);
}
