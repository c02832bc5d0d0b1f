// The line on top: whether all is well, or how much is open. Knows faults and reports; does not know how they are listed.

import { update, h } from "../dom.js";
import { leftToMend } from "./proofs.js";

function stateOf(issues, report) {
  if (issues.length > 0) return ["fault", `文本有${issues.length}处毛病，改好了才能证明。`];
  if (!report) return ["busy", "正在证明……"];
  const left = leftToMend(report);
  if (left.length > 0) return ["mend", `读得通；待办：${left.map(({ title, count }) => `${title}${count}处`).join("，")}。`];
  if (!report.ok || report.failedCases.some((one) => !one.contested)) return ["mend", "读得通；还有待办，见下。"];
  return ["well", "一切妥当：没有未交代的空白和冲突，条款都用得上，案例都通过。"];
}

export function showSummary(root, issues, report) {
  const [state, words] = stateOf(issues, report);
  root.className = `summary summary--${state}`;
  update(root, h("span", { class: "summary-sign", "aria-hidden": "true" }), h("span", null, words));
}

/** Something that ought to work did not. */
export function showFailure(root, words) {
  root.className = "summary summary--fault";
  update(root, h("span", { class: "summary-sign", "aria-hidden": "true" }), h("span", null, `出了意外：${words}`));
}
