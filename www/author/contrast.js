// Two rulebooks side by side, in words. Knows the package's `Comparison`; does not know where the two come from.

import { h, update } from "../dom.js";
import { folded, longList, regionElement } from "./parts.js";

const aboutWords = { signing: "签发", step: "流程", finding: "提醒" };

function pairElement(before, after) {
  return h("dl", { class: "pair" }, h("dt", null, "对照本"), h("dd", null, before), h("dt", null, "现文本"), h("dd", null, after));
}

function differenceElement(difference, nameOf) {
  const own = (facts, whose) => facts && facts.length > 0 && h("p", { class: "region-why" }, `只有${whose}区分：${facts.map(nameOf).join("、")}`);
  return regionElement(difference,
    h("p", { class: "region-about" }, aboutWords[difference.about]),
    pairElement(difference.before, difference.after),
    own(difference.onlyBefore, "对照本"), own(difference.onlyAfter, "现文本"));
}

function groupElement(group, nameOf) {
  return h("li", { class: group.same ? "group-row group-row--same" : "group-row" },
    h("p", { class: "region-words" }, group.words, group.same && h("span", { class: "same-mark" }, "相同")),
    group.same ? h("p", { class: "region-about" }, group.after) : pairElement(group.before, group.after),
    group.differences.length > 0 && folded(group.words, `差别（${group.differences.length}）`, longList(group.differences, (difference) => differenceElement(difference, nameOf))));
}

function factsElement(facts, whose, nameOf) {
  return facts.length > 0 && h("p", { class: "ledger" }, h("b", null, `只有${whose}才区分的事实：`), facts.map(nameOf).join("、"));
}

function comparisonElements(comparison, nameOf) {
  const draw = (group) => groupElement(group, nameOf);
  const differing = comparison.groups.filter((group) => !group.same);
  const alike = comparison.groups.filter((group) => group.same);
  return [
    h("p", { class: comparison.same ? "verdict verdict--same" : "verdict" },
      comparison.same ? "已证明：每一份文件，两份规则的要求都相同。" : `${differing.length}类文件要求不同，${alike.length}类相同。`),
    factsElement(comparison.onlyBefore, "对照本", nameOf), factsElement(comparison.onlyAfter, "现文本", nameOf),
    differing.length > 0 && longList(differing, draw),
    alike.length > 0 && folded("alike", `相同的（${alike.length}类）`, longList(alike, draw)),
  ];
}

/** Draws a comparison; `nameOf` says what a fact is called. */
export function showContrast(root, comparison, nameOf) {
  update(root, h("section", { class: "part", "aria-label": "对照结果" }, comparisonElements(comparison, nameOf)));
}

/** Draws why there is none. */
export function showNoContrast(root, words) {
  update(root, h("section", { class: "part", "aria-label": "对照结果" }, h("p", null, words)));
}
