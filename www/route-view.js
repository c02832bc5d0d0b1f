// The result beside the form: status, who signs, what is still open, what is wrong, and the path. Knows in which order they
// stand; does not know the draft, the rules or how the form is drawn. It only draws: clicks are told to the caller.

import { h, update } from "./dom.js";
import { findingElement } from "./finding.js";
import { part } from "./part.js";
import { pathElement } from "./path-view.js";
import { questionsElement } from "./questions-view.js";
import { signingElement } from "./signing-view.js";
import { forceWords, statusNotes, statusWords } from "./words.js";

/**
 * Draws into `root`. `form` says which fact a finding is about and what answers are called; `lastClick` names what the last click
 * filled in, where it can be taken back. Tells of clicks: `onAnswer(fact, value)`, `onFocus(fact)` and `onUndo()`.
 */
export function createRouteView(root, { onAnswer, onFocus, onUndo }) {
  const whole = new Set();
  let last;

  function show(route, questions, form, lastClick) {
    last = [route, questions, form, lastClick];
    update(root,
      statusElement(route),
      lastClick && undoElement(lastClick),
      signingElement(route, whole.has("signing")),
      findingsElement(route.findings, form),
      questionsElement(questions, form, whole.has("questions")),
      pathElement(route, form));
  }

  root.addEventListener("click", (event) => {
    const answer = event.target.closest("[data-answer]");
    const jump = event.target.closest("[data-goto]");
    const more = event.target.closest("[data-more]");
    if (answer) onAnswer(answer.getAttribute("data-of"), JSON.parse(answer.getAttribute("data-answer")));
    else if (jump) onFocus(jump.getAttribute("data-goto"));
    else if (event.target.closest("[data-undo]")) onUndo();
    else if (more) {
      const name = more.getAttribute("data-more");
      if (!whole.delete(name)) whole.add(name);
      show(...last);
    }
  });
  return {
    show,
    fail: (faults) => update(root, h("div", { class: "failure", role: "alert" },
      h("h2", null, "签发规则未能载入"), h("p", null, "表单不能给出签发人与流程。请告知系统管理员："), h("ul", null, faults.map((fault) => h("li", null, fault))))),
    focusQuestion: () => (root.querySelector("[data-answer]") || root.querySelector("#status")).focus(),
    focusStatus: () => root.querySelector("#status").focus(),
  };
}

function statusElement(route) {
  return h("div", { class: `status status--${route.status}`, "data-key": "status", id: "status", tabindex: "-1" },
    h("p", { class: "status-words" }, h("span", { class: "status-sign", "aria-hidden": "true" }), statusWords[route.status]),
    h("p", { class: "status-note" }, statusNotes[route.status]),
    h("p", { class: `force force--${String(route.rulebook.inForce)}` }, `《${route.rulebook.title}》`, h("span", { class: "force-words" }, forceWords(route.rulebook.inForce))));
}

/** What was filled in by a click can be taken back by one. */
function undoElement(lastClick) {
  return h("p", { class: "undo", "data-key": "undo" },
    h("span", { class: "undo-words" }, `已填入：${lastClick}`),
    h("button", { type: "button", class: "small", "data-undo": true, "aria-label": `撤销：${lastClick}` }, "撤销"));
}

function findingsElement(findings, form) {
  if (findings.length === 0) return null;
  return part("findings", `审核提醒（${findings.length}条）`, h("ul", { class: "findings" }, findings.map((finding, at) => {
    const fact = form.factAt(finding.path);
    const link = fact && h("button", { type: "button", class: "goto", "data-goto": fact.name, "aria-label": `到“${fact.label}”去改` }, fact.label);
    return findingElement("li", finding, `提醒/${finding.code}-${finding.path}-${at}`, link);
  })));
}
