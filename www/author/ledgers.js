// The two ledgers among the proofs: which articles are accounted for, and which cases put each clause to the test. Knows
// `coverage` and `exercise` of the package's `Report`; judges neither.

import { h } from "../dom.js";
import { clauseButton } from "../citation.js";
import { folded, longList } from "./parts.js";

export function coverageElement(coverage) {
  const inState = (state) => coverage.filter((one) => one.state === state);
  const [missing, leftOut, encoded] = ["missing", "leftOut", "encoded"].map(inState);
  return [
    missing.length > 0 && h("p", { class: "ledger" }, h("b", { class: "ledger-lack" }, "没有交代："), missing.map((one) => one.article).join("、")),
    encoded.length > 0 && folded("encoded", `已编（${encoded.length}）`, h("p", { class: "ledger" }, encoded.map((one) => one.article).join("、"))),
    leftOut.length > 0 && folded("leftOut", `不编（${leftOut.length}）`, h("ul", { class: "rows" }, leftOut.map((one) => h("li", { class: "row" }, h("b", null, one.article), one.because)))),
  ];
}

/** Clauses that are not tried both ways. */
export function unexercised(exercise) {
  return exercise.filter((one) => one.stands.length === 0 || (!one.everywhere && one.justNot.length === 0));
}

function lackOf({ everywhere, stands, justNot }) {
  const lacks = [stands.length === 0 && "使它成立", !everywhere && justNot.length === 0 && "只差一点、使它不成立"].filter(Boolean);
  return `没有${lacks.join("，也没有")}的案例`;
}

function caseNames(lead, names) {
  return names.length > 0 && h("p", { class: "ledger" }, h("b", null, lead), names.join("；"));
}

export function exerciseElement(exercise) {
  const lacking = unexercised(exercise);
  const tried = exercise.filter((one) => lacking.indexOf(one) < 0);
  return [
    longList(lacking, (one) => h("li", { class: "row" }, clauseButton(one.clause), lackOf(one))),
    tried.length > 0 && folded("tried", `两面都有案例的（${tried.length}）`, h("ul", { class: "rows" }, tried.map((one) =>
      h("li", { class: "row" }, clauseButton(one.clause), caseNames("成立：", one.stands), caseNames("只差一点：", one.justNot))))),
  ];
}
