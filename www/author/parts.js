// Pieces of which the proofs and the comparison are made: regions of documents, buttons, long lists. Knows the package's
// `Region`; does not know what is proved. Whoever shows them listens for `data-clause` and `data-witness`.

import { h } from "../dom.js";
import { clauseButton } from "../citation.js";

const AT_ONCE = 8;

export function clausesElement(clauses, lead) {
  if (!clauses || clauses.length === 0) return null;
  return h("span", { class: "clauses" }, lead && h("span", { class: "clauses-lead" }, lead), clauses.map(clauseButton));
}

/** A button that puts this draft into the live route. */
export function witnessButton(draft, unstated) {
  return h("button", { type: "button", class: "small witness", "data-witness": JSON.stringify(draft), "data-unstated": unstated }, "放进草稿");
}

export function regionElement(region, ...more) {
  return h("li", { class: "region" },
    h("p", { class: "region-words" }, region.words),
    more,
    region.interpretation && h("p", { class: "region-why" }, h("b", { class: "reading-mark" }, "缘由"), region.interpretation),
    h("p", { class: "region-foot" }, clausesElement(region.clauses), witnessButton(region.witness, "no")));
}

/** Something that opens, with a heading in `summary`. */
export function folded(key, summary, ...content) {
  return h("details", { class: "folded", "data-key": key }, h("summary", null, summary), content);
}

/** A list whose tail is folded away where it is long. */
export function longList(items, draw) {
  const rows = items.map(draw);
  return [
    h("ul", { class: "rows" }, rows.slice(0, AT_ONCE)),
    rows.length > AT_ONCE && folded("其余", `其余${rows.length - AT_ONCE}项`, h("ul", { class: "rows" }, rows.slice(AT_ONCE))),
  ];
}
