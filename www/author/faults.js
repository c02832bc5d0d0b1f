// The list of a text's faults. Knows the package's `RulebookIssue`; does not know the text. It only draws: what a button
// leads to stands in its `data-` attributes.

import { h, update } from "../dom.js";

/** The term that the fault is about: the engine sets such terms in backticks. */
function culpritOf(issue) {
  const terms = issue.message.match(/`[^`]+`/g);
  return terms && terms[terms.length - 1].slice(1, -1);
}

function placeElement(issue) {
  if (issue.line === undefined) return h("span", { class: "fault-place" }, issue.path || "全文");
  return h("button", { type: "button", class: "fault-place", "data-line": issue.line, "aria-label": `到第${issue.line}行第${issue.column}列` },
    `${issue.line}:${issue.column}`);
}

function suggestionElement(issue) {
  if (!issue.suggestion) return null;
  const culprit = culpritOf(issue);
  if (!culprit || issue.line === undefined) return h("p", { class: "fault-more" }, `是否想写“${issue.suggestion}”？`);
  return h("p", { class: "fault-more" }, "是否想写 ",
    h("button", { type: "button", class: "small", "data-mend": issue.suggestion, "data-culprit": culprit, "data-at": `${issue.line}:${issue.column}`, "aria-label": `改为${issue.suggestion}` }, issue.suggestion));
}

function faultElement(issue) {
  return h("li", { class: "fault" }, placeElement(issue),
    h("div", { class: "fault-body" },
      h("p", { class: "fault-words" }, issue.clause && h("b", { class: "fault-clause" }, `条款 ${issue.clause}`), quoted(issue.message)),
      issue.expected && h("p", { class: "fault-more" }, `应为：${quoted(issue.expected)}`),
      suggestionElement(issue)));
}

/** Backticks are for terminals; on a page there are quotation marks. */
function quoted(words) {
  return words.replace(/`([^`]*)`/g, "“$1”");
}

export function showFaults(root, issues) {
  update(root, issues.length > 0 && h("section", { class: "part part--faults", "aria-labelledby": "faults-title" },
    h("h2", { class: "part-title", id: "faults-title" }, `文本的毛病（${issues.length}处）`),
    h("ol", { class: "faults" }, issues.map(faultElement))));
}

/** What the editor is to mark: a line once, with everything that is wrong there. */
export function marksOf(issues) {
  const lines = new Map();
  issues.filter((issue) => issue.line !== undefined).forEach(({ line, message }) => {
    lines.set(line, (lines.get(line) || []).concat(quoted(message)));
  });
  return Array.from(lines, ([line, messages]) => ({ line, title: messages.join("\n") }));
}
