// The path: stages of steps, who does them, by when, and on which words. Knows a route's `Step`; does not know the draft.

import { h } from "./dom.js";
import { citations } from "./citation.js";
import { dueMark, limitElements, timingElement } from "./due.js";
import { part } from "./part.js";
import { namesElement, standingElements, whoElements } from "./people.js";
import { conditionSentence, outcomeSentence } from "./words.js";

/** The path of a route; `form` leads to the fields of missing dates. */
export function pathElement({ steps, signing, timing }, form) {
  if (steps.length === 0) return null;
  const stages = Array.from(new Set(steps.map((step) => step.stage))).sort((a, b) => a - b);
  return part("path", "办理流程",
    timingElement(timing, form),
    h("ol", { class: "path" }, stages.map((stage, index) => stageElement(steps.filter((step) => step.stage === stage), index + 1, steps, signing, form))),
    h("p", { class: "legend" }, h("span", { class: "legend-certain" }, "必经"), h("span", { class: "legend-possible" }, "可能"), h("span", { class: "legend-customary" }, "惯常（本规则未写）")));
}

function stageElement(here, number, path, signing, form) {
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
      alone.map((step) => stepElement(step, form)),
      marks.map((mark) => alternativesElement(mark, steps, path, form))));
}

/** The signature is one step of the path, however many outcomes it may still have: each keeps its own words. */
function signatureElement(steps, signing) {
  const outcomes = signing.filter((side) => side.outcome === "sign");
  const notes = (steps.length === 1 ? steps[0].notes : []) || [];
  return h("div", { class: "step step--sign", "data-key": "签发" },
    h("p", { class: "step-head" }, h("b", { class: "step-kind" }, "签发"), steps.length === 1 && dueMark(steps[0].due), signing.length > 1 && h("span", { class: "maybe" }, `${outcomes.length}种可能，见上`)),
    signing.length === 1 && outcomes.map((side) => [h("p", { class: "step-who" }, outcomeSentence(side)), side.options.map((option) => namesElement(option.signers))]),
    notesElements(notes, "签发"),
    steps.length === 1 && citations(steps[0].basis, "步骤/签发"));
}

function notesElements(notes, owner) {
  return notes.map((note, at) => h("div", { class: "remark" },
    h("p", null, h("b", { class: "remark-mark" }, note.kind), note.words), citations([note.basis], `注/${owner}-${at}`)));
}

/** Alternatives need not be of one stage: those that stand elsewhere on the path are named. */
function alternativesElement(mark, steps, path, form) {
  const here = steps.filter((step) => step.oneOf === mark);
  const elsewhere = path.filter((step) => step.oneOf === mark && here.indexOf(step) < 0).map((step) => `“${step.kind}”`);
  return h("div", { class: "alternatives", role: "group", "aria-label": "择一办理", "data-key": `择一/${mark}` },
    h("p", { class: "alternatives-words" }, elsewhere.length > 0 ? `与${elsewhere.join("、")}择一` : "择一"),
    h("div", { class: "alternatives-steps" }, here.map((step) => stepElement(step, form))));
}

function stepElement(step, form) {
  const owner = `步骤/${step.id}`;
  const classes = ["step", `step--${step.certainty}`];
  if (step.customary) classes.push("step--customary");
  return h("div", { class: classes.join(" "), "data-key": step.id },
    h("p", { class: "step-head" }, h("b", { class: "step-kind" }, step.kind),
      step.modality !== "须" && h("span", { class: "mood" }, step.modality),
      step.certainty === "possible" && h("span", { class: "maybe" }, "可能"),
      dueMark(step.due)),
    step.actors.length > 0 && h("p", { class: "step-who" }, whoElements(step.actors, step.choice), step.choice === "unclear" && h("small", { class: "unclear" }, "原文可作“都要”与“任一”两解")),
    standingElements(step.actors, owner),
    step.meetings && step.meetings.length > 0 && h("p", { class: "step-who" }, step.meetings.join("或")),
    step.requires && step.requires.length > 0 && h("p", { class: "requires" }, h("b", null, "前提"), conditionSentence(step.requires)),
    (step.limits || []).map((limit, at) => h("div", { class: "remark" }, limitElements(limit, form), citations(limit.basis, `时限/${step.id}-${at}`))),
    notesElements(step.notes || [], step.id),
    citations(step.basis, owner));
}
