// The proofs as sections, what is to be mended first. Knows the package's `Report` and what each part of it means to an
// author; proves nothing.

import { h, update } from "../dom.js";
import { clauseButton } from "../citation.js";
import { clausesElement, folded, longList, regionElement, witnessButton } from "./parts.js";
import { coverageElement, exerciseElement, unexercised } from "./ledgers.js";

const undeclared = (regions) => regions.filter((region) => !region.declared);

function regionsElement(regions) {
  const declared = regions.filter((region) => region.declared);
  return [
    longList(undeclared(regions), (region) => regionElement(region)),
    declared.length > 0 && folded("declared", `规则自己已经声明的（${declared.length}）`, longList(declared, (region) => regionElement(region))),
  ];
}

function coveredElement({ clause, coveredBy }) {
  return h("li", { class: "row" }, clauseButton(clause), clausesElement(coveredBy, coveredBy.length > 0 && "已经包含在"));
}

function caseElement({ name, faults, contested }) {
  return h("li", { class: "row" }, h("p", { class: "region-words" }, contested && h("b", { class: "reading-mark" }, "有争议，不计"), name),
    h("ul", { class: "case-faults" }, faults.map((fault) => h("li", null, fault))));
}

function proposalsElement(cases) {
  return [
    h("p", { class: "proposals-tools" },
      h("button", { type: "button", class: "small", "data-cases": "insert" }, "写进规则文本"),
      h("button", { type: "button", class: "small", "data-cases": "download" }, "另存为 cases.json")),
    longList(cases, (one) => h("li", { class: "region" },
      h("p", { class: "region-words" }, one.name),
      h("p", { class: "region-foot" }, witnessButton(one.draft, one.unstated || "unknown")))),
  ];
}

/** `weight`: `mend` counts against the rulebook, `look` is worth a look, `know` is good to know. `open(list)` is what counts. */
const SECTIONS = [
  { of: "failedCases", weight: "mend", title: "没有通过的案例", note: "案例说的和规则算的不一样。对着原文看，是规则编错了，还是案例写错了。", draw: (list) => longList(list, caseElement), open: (list) => list.filter((one) => !one.contested) },
  { of: "gaps", weight: "mend", title: "空白", note: "这些文件由谁签发，规则没有说。漏编的，补上条款；文本本来没说的，在“未规定”里声明并写明缘由。", draw: regionsElement, open: undeclared },
  { of: "conflicts", weight: "mend", title: "冲突", note: "对这些文件，两条规定要求不同的签发人。文本有先后的，写“让位于”；文本没有先后的，在“冲突”里声明。", draw: regionsElement, open: undeclared },
  { of: "misquoted", weight: "mend", title: "与原文对不上的引文", note: "引文不在它该在的条文里。", draw: (list) => longList(list, ({ clause, message }) => h("li", { class: "row" }, clauseButton(clause), message)) },
  { of: "deadClauses", weight: "mend", title: "用不上的条款", note: "没有一份文件由它决定什么：它适用的文件，都归了别的条款。", draw: (list) => longList(list, coveredElement) },
  { of: "unreached", weight: "mend", title: "到不了的步骤和提醒", note: "没有一份文件会走到。多半是“当”写窄了，或者与“适用”相抵触。", draw: (list) => longList(list, ({ clause, what }) => h("li", { class: "row" }, clauseButton(clause), what)) },
  { of: "emptyDeclarations", weight: "mend", title: "落空的声明", note: "声明了“未规定”或“冲突”，却没有这样的文件。", draw: (list) => longList(list, ({ words }) => h("li", { class: "row" }, words)) },
  { of: "coverage", weight: "look", title: "条文的交代", note: "每一条不是编了，就是写明了为什么不编。要看漏了哪些，请在下面选择原文文件。", draw: coverageElement, open: (list) => list.filter((one) => one.state === "missing") },
  { of: "redundantClauses", weight: "look", title: "多余的条款", note: "去掉它，每份文件的流程都不变。文本里写了的，留着无妨。", draw: (list) => longList(list, coveredElement) },
  { of: "unusedMatters", weight: "look", title: "没有用到的事项", note: "声明了，却没有条款提到。", draw: (list) => longList(list, (name) => h("li", { class: "row" }, h("button", { type: "button", class: "clause", "data-matter": name }, name))) },
  { of: "needlessFacts", weight: "look", title: "不影响结果的事实", note: "条款提到了，但怎么回答，结果都一样。", draw: (list, nameOf) => longList(list, (name) => h("li", { class: "row" }, nameOf(name))) },
  { of: "exercise", weight: "look", title: "案例对条款的检验", note: "每条都要有案例使它成立，也要有案例只差一点、使它不成立。", draw: exerciseElement, open: unexercised },
  { of: "proposedCases", weight: "look", title: "建议补的案例", note: "现在的规则这样回答。请逐个对照原文；认可了再收下。", draw: proposalsElement },
  { of: "overlaps", weight: "know", title: "重叠", note: "两条规定都管这些文件，要求不同，但可以同时做到。", draw: regionsElement, open: undeclared },
  { of: "impossible", weight: "know", title: "不能并存的填法", note: "没有这样的文件，证明里已经除外。", draw: (list) => longList(list, (words) => h("li", { class: "row" }, words)) },
];

const openIn = (report, section) => (section.open || ((list) => list))(report[section.of]);

function sectionElement(report, section, nameOf) {
  const list = report[section.of];
  if (list.length === 0) return null;
  const count = openIn(report, section).length;
  const weight = count > 0 ? section.weight : "done";
  return h("details", { class: `proof proof--${weight}`, "data-key": `${section.of} ${weight}`, open: weight === "mend" },
    h("summary", { class: "proof-title" }, h("span", { class: "proof-sign", "aria-hidden": "true" }), section.title,
      h("span", { class: "proof-count" }, count > 0 ? `${count}` : "已交代")),
    h("div", { class: "proof-body" }, h("p", { class: "proof-note" }, section.note), section.draw(list, nameOf)));
}

/** What is proved not to be there. Of quotations nothing is proved without the text. */
function absent(report) {
  return SECTIONS.filter((section) => section.weight === "mend" && section.of !== "misquoted" && report[section.of].length === 0).map((section) => section.title);
}

/**
 * Draws the report, if there is one. `isStale` says that the text has changed since and has faults; `nameOf` says what a
 * fact is called.
 */
export function showProofs(root, report, isStale, nameOf) {
  update(root, report && h("section", { class: isStale ? "part proofs is-stale" : "part proofs", "aria-labelledby": "proofs-title" },
    h("h2", { class: "part-title", id: "proofs-title" }, "证明"),
    isStale && h("p", { class: "stale-note" }, "文本有毛病，下面是上一次读得通时的结果。"),
    SECTIONS.map((section) => sectionElement(report, section, nameOf)),
    absent(report).length > 0 && h("p", { class: "proved" }, h("b", null, "已证明没有："), absent(report).join("、"))));
}

/** What is left to mend, as `{ title, count }`. */
export function leftToMend(report) {
  return SECTIONS.filter((section) => section.weight === "mend")
    .map((section) => ({ title: section.title, count: openIn(report, section).length }))
    .filter(({ count }) => count > 0);
}
