// The cells at the head of the paper form (签发、会签、审核), filled from the route as a leader's desk would see them.
// Knows a route; does not know the draft. What it shows is said again, with its reasons, by route-view.js.

import { h } from "./dom.js";
import { namesElement, whoElements } from "./people.js";
import { optionSentence, statusWords } from "./words.js";

const CELLS = [
  { name: "会签", kinds: ["部门会签", "领导会签"] },
  { name: "审核", kinds: ["部门审核", "合法性审查", "办公室审核", "分管领导审核"] },
];

export function headCells(route) {
  return [
    h("div", { class: "head-cell head-cell--sign", "data-key": "签发" }, h("span", { class: "head-name" }, "签发"), signCell(route)),
    CELLS.map((cell) => h("div", { class: "head-cell", "data-key": cell.name },
      h("span", { class: "head-name" }, cell.name), stepCell(route.steps.filter((step) => cell.kinds.indexOf(step.kind) >= 0)))),
  ];
}

function signCell(route) {
  if (route.status !== "determined") return h("p", { class: "head-open" }, statusWords[route.status]);
  return h("div", { class: "head-lines" }, route.signing[0].options.map((option) => [
    h("p", { class: "head-line head-line--sign" }, optionSentence(option)), namesElement(option.signers)]));
}

function stepCell(steps) {
  const certain = steps.filter((step) => step.certainty === "certain");
  const possible = steps.length - certain.length;
  return h("div", { class: "head-lines" },
    certain.map((step) => h("p", { class: "head-line", "data-key": step.id }, step.actors.length > 0 ? whoElements(step.actors, step.choice) : step.kind)),
    possible > 0 && h("p", { class: "head-open", "data-key": "可能" }, certain.length > 0 ? `另有${possible}项未定` : `${possible}项未定`),
    steps.length === 0 && h("p", { class: "head-open" }, "无"));
}
