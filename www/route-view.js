// The result beside the form: status, who signs, what is still open, what is wrong, and the path. Knows a route;
// does not know the draft, the rules or how the form is drawn. It only draws: clicks are told to the caller.

import { h, update } from "./dom.js";
import { citations } from "./citation.js";
import { findingElement } from "./finding.js";
import { conditionSentence, forceWords, limitSentence, optionSentence, outcomeSentence, outcomesOf, premiseSentence, statusNotes, statusWords, titles, valueWords } from "./words.js";

const OUTCOMES_AT_ONCE = 4;
const OUTCOMES_TO_NAME = 2;
const STEPS_TO_NAME = 3;
const QUESTIONS_AT_ONCE = 3;

/**
 * Draws into `root`. `form` says which fact a finding is about and what answers are called. Tells of clicks:
 * `onAnswer(fact, value)` and `onFocus(fact)`.
 */
export function createRouteView(root, { onAnswer, onFocus }) {
  const whole = new Set();
  let last;

  function show(route, questions, form) {
    last = [route, questions, form];
    update(root,
      statusElement(route),
      signingElement(route, whole.has("signing")),
      findingsElement(route.findings, form),
      questionsElement(questions, form, whole.has("questions")),
      pathElement(route));
  }

  root.addEventListener("click", (event) => {
    const answer = event.target.closest("[data-answer]");
    const jump = event.target.closest("[data-goto]");
    const more = event.target.closest("[data-more]");
    if (answer) onAnswer(answer.getAttribute("data-of"), JSON.parse(answer.getAttribute("data-answer")));
    else if (jump) onFocus(jump.getAttribute("data-goto"));
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
    focusQuestion: () => {
      const next = root.querySelector("[data-answer]") || root.querySelector("#status");
      next.focus();
    },
  };
}

function part(key, title, ...children) {
  return h("section", { class: `part part--${key}`, "data-key": key, "aria-labelledby": `part-${key}` },
    h("h2", { class: "part-title", id: `part-${key}` }, title), children);
}

/** A long list shows its head until it is asked for the whole. */
function moreElement(name, list, atOnce, isWhole) {
  if (list.length <= atOnce) return null;
  return h("button", { type: "button", class: "more", "data-more": name, "data-key": `more ${name}`, "aria-expanded": String(isWhole) },
    isWhole ? "只看前面几项" : `其余${list.length - atOnce}项`);
}

function statusElement(route) {
  return h("div", { class: `status status--${route.status}`, "data-key": "status", id: "status", tabindex: "-1" },
    h("p", { class: "status-words" }, h("span", { class: "status-sign", "aria-hidden": "true" }), statusWords[route.status]),
    h("p", { class: "status-note" }, statusNotes[route.status]),
    h("p", { class: `force force--${String(route.rulebook.inForce)}` }, `《${route.rulebook.title}》`, h("span", { class: "force-words" }, forceWords(route.rulebook.inForce))));
}

// ---- who signs

function signingElement(route, isWhole) {
  const outcomes = outcomesOf(route);
  const shown = isWhole ? outcomes : outcomes.slice(0, OUTCOMES_AT_ONCE);
  return part("signing", outcomes.length > 1 ? `签发：还有${outcomes.length}种可能` : "签发",
    h("ul", { class: outcomes.length > 1 ? "outcomes outcomes--many" : "outcomes" }, shown.map((outcome) => outcomeElement(outcome, route.status))),
    moreElement("signing", outcomes, OUTCOMES_AT_ONCE, isWhole));
}

function outcomeElement(outcome, status) {
  const key = outcome.sides.map((side) => `${side.certainty}/${outcomeSentence(side)}`).join("/");
  return h("li", { class: outcome.isConflict ? "outcome outcome--conflict" : "outcome", "data-key": key },
    outcome.isConflict && status !== "conflict" && h("p", { class: "outcome-conflict" }, statusWords.conflict),
    outcome.sides.map((side, at) => h("div", { class: "side", "data-key": String(at) },
      side.outcome === "sign" ? optionsElement(side.options) : h("p", { class: "outcome-none" }, outcomeSentence(side)),
      citations(side.basis, `签发/${key}/${at}`, status === "conflict" || status === "elsewhere"),
      premiseSentence(side) && h("p", { class: "requires" }, h("b", null, "前提"), premiseSentence(side)))));
}

function optionsElement(options) {
  return h("ul", { class: "options" }, options.map((option) =>
    h("li", { class: `option option--${option.modality === "须" ? "duty" : "grant"}` },
      h("span", { class: "mood" }, option.modality),
      h("span", { class: "option-words" }, optionSentence(option),
        option.choice === "unclear" && h("small", { class: "unclear" }, "原文可作“都要”与“任一”两解"),
        option.decidedBy && option.modality !== "经授权" && h("small", { class: "unclear" }, `由${option.decidedBy}决定`)))));
}

// ---- what is still open

function questionsElement(questions, form, isWhole) {
  if (questions.length === 0) return null;
  const shown = isWhole ? questions : questions.slice(0, QUESTIONS_AT_ONCE);
  return part("questions", `还需弄清（${questions.length}项）`,
    h("ol", { class: "questions" }, shown.map((question) => questionElement(question, form))),
    moreElement("questions", questions, QUESTIONS_AT_ONCE, isWhole));
}

function questionElement(question, form) {
  return h("li", { class: "question", "data-key": question.fact },
    h("p", { class: "question-words" }, question.prompt,
      h("span", { class: "affects" }, question.affects === "signing" ? "影响签发" : "影响流程")),
    h("details", { class: "because" }, h("summary", null, "为何要问"), h("p", null, question.because)),
    h("div", { class: "answers" }, byConsequence(question).map((group) =>
      h("div", { class: "answer-row", "data-key": group.whole },
        h("div", { class: "answer-buttons" }, group.answers.map((answer) =>
          h("button", { type: "button", class: "answer", "data-of": question.fact, "data-answer": JSON.stringify(answer.value), "data-key": JSON.stringify(answer.value), "aria-label": `${question.prompt}${form.words(question.fact, answer.value)}` },
            form.words(question.fact, answer.value)))),
        group.words && h("p", { class: "leads" }, group.words)))));
}

/** Where an answer leads, as long as that can be read at a glance: to one of several outcomes, or to several steps. */
function consequence(leadsTo, affects) {
  if (affects === "signing") return leadsTo.length > OUTCOMES_TO_NAME ? `仍有${leadsTo.length}种可能` : leadsTo.join("；或");
  return leadsTo.slice(0, STEPS_TO_NAME).join("，") + (leadsTo.length > STEPS_TO_NAME ? `等${leadsTo.length}项` : "");
}

/** Answers that lead to the same are shown together. */
function byConsequence({ answers, affects }) {
  const groups = [];
  answers.forEach((answer) => {
    const whole = answer.leadsTo.join("\n");
    const group = groups.find((other) => other.whole === whole);
    if (group) group.answers.push(answer);
    else groups.push({ whole, words: consequence(answer.leadsTo, affects), answers: [answer] });
  });
  return groups;
}

// ---- what is wrong or worth knowing

function findingsElement(findings, form) {
  if (findings.length === 0) return null;
  return part("findings", `审核提醒（${findings.length}条）`, h("ul", { class: "findings" }, findings.map((finding, at) => {
    const fact = form.factAt(finding.path);
    const link = fact && h("button", { type: "button", class: "goto", "data-goto": fact.name, "aria-label": `到“${fact.label}”去改` }, fact.label);
    return findingElement("li", finding, `提醒/${finding.code}-${finding.path}-${at}`, link);
  })));
}

// ---- the path

function pathElement({ steps, signing }) {
  if (steps.length === 0) return null;
  const stages = Array.from(new Set(steps.map((step) => step.stage))).sort((a, b) => a - b);
  return part("path", "办理流程",
    h("ol", { class: "path" }, stages.map((stage, index) => stageElement(steps.filter((step) => step.stage === stage), index + 1, steps, signing))),
    h("p", { class: "legend" }, h("span", { class: "legend-certain" }, "必经"), h("span", { class: "legend-possible" }, "可能"), h("span", { class: "legend-customary" }, "惯常（本规则未写）")));
}

function stageElement(here, number, path, signing) {
  const signatures = here.filter((step) => step.kind === "签发");
  const steps = here.filter((step) => step.kind !== "签发");
  const hasAlternative = (step) => step.oneOf && path.some((other) => other !== step && other.oneOf === step.oneOf);
  const marks = Array.from(new Set(steps.filter(hasAlternative).map((step) => step.oneOf)));
  const alone = steps.filter((step) => !hasAlternative(step));
  const together = alone.length + marks.length + (signatures.length > 0 ? 1 : 0) > 1;
  const classes = ["stage"];
  if (signatures.length > 0) classes.push("stage--sign");
  else if (steps.every((step) => step.customary)) classes.push("stage--customary");
  else if (steps.every((step) => step.certainty === "possible")) classes.push("stage--possible");
  return h("li", { class: classes.join(" "), "data-key": here[0].kind },
    h("span", { class: "stage-number", "aria-hidden": "true" }, number),
    together && h("p", { class: "together" }, "可同时办理"),
    h("div", { class: together ? "steps steps--together" : "steps" },
      signatures.length > 0 && signatureElement(signatures, signing),
      alone.map(stepElement),
      marks.map((mark) => alternativesElement(mark, steps, path))));
}

/** The signature is one step of the path, however many outcomes it may still have: each keeps its own words. */
function signatureElement(steps, signing) {
  const outcomes = signing.filter((side) => side.outcome === "sign");
  const notes = (steps.length === 1 ? steps[0].notes : []) || [];
  return h("div", { class: "step step--sign", "data-key": "签发" },
    h("p", { class: "step-head" }, h("b", { class: "step-kind" }, "签发"), signing.length > 1 && h("span", { class: "maybe" }, `${outcomes.length}种可能，见上`)),
    signing.length === 1 && outcomes.map((side) => h("p", { class: "step-who" }, outcomeSentence(side))),
    notesElements(notes, "签发"),
    steps.length === 1 && citations(steps[0].basis, "步骤/签发"));
}

function notesElements(notes, owner) {
  return notes.map((note, at) => h("div", { class: "remark" },
    h("p", null, h("b", { class: "remark-mark" }, note.kind), note.words), citations([note.basis], `注/${owner}-${at}`)));
}

/** Alternatives need not be of one stage: those that stand elsewhere on the path are named. */
function alternativesElement(mark, steps, path) {
  const here = steps.filter((step) => step.oneOf === mark);
  const elsewhere = path.filter((step) => step.oneOf === mark && here.indexOf(step) < 0).map((step) => `“${step.kind}”`);
  return h("div", { class: "alternatives", role: "group", "aria-label": "择一办理", "data-key": `择一/${mark}` },
    h("p", { class: "alternatives-words" }, elsewhere.length > 0 ? `与${elsewhere.join("、")}择一` : "择一"),
    h("div", { class: "alternatives-steps" }, here.map(stepElement)));
}

function stepElement(step) {
  const who = titles(step.actors, step.choice);
  const classes = ["step", `step--${step.certainty}`];
  if (step.customary) classes.push("step--customary");
  return h("div", { class: classes.join(" "), "data-key": step.id },
    h("p", { class: "step-head" }, h("b", { class: "step-kind" }, step.kind),
      step.modality !== "须" && h("span", { class: "mood" }, step.modality),
      step.certainty === "possible" && h("span", { class: "maybe" }, "可能")),
    who && h("p", { class: "step-who" }, who, step.choice === "unclear" && h("small", { class: "unclear" }, "原文可作“都要”与“任一”两解")),
    step.meetings && step.meetings.length > 0 && h("p", { class: "step-who" }, step.meetings.join("或")),
    step.requires && step.requires.length > 0 && h("p", { class: "requires" }, h("b", null, "前提"), conditionSentence(step.requires)),
    (step.limits || []).map((limit, at) => h("div", { class: "remark" }, h("p", null, h("b", { class: "remark-mark" }, "时限"), limitSentence(limit)), citations(limit.basis, `时限/${step.id}-${at}`))),
    notesElements(step.notes || [], step.id),
    citations(step.basis, `步骤/${step.id}`));
}
