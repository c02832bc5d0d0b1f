// Who signs: every outcome with its words and its people. Knows a route's `Signing`; does not know the path.

import { h } from "./dom.js";
import { citations } from "./citation.js";
import { moreElement, part } from "./part.js";
import { namesElement, standingElements } from "./people.js";
import { optionSentence, outcomeSentence, outcomesOf, premiseSentence, statusWords } from "./words.js";

const OUTCOMES_AT_ONCE = 4;

export function signingElement(route, isWhole) {
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
      side.outcome === "sign" ? optionsElement(side.options, `签发/${key}/${at}`) : h("p", { class: "outcome-none" }, outcomeSentence(side)),
      citations(side.basis, `签发/${key}/${at}`, status === "conflict" || status === "elsewhere"),
      premiseSentence(side) && h("p", { class: "requires" }, h("b", null, "前提"), premiseSentence(side)))));
}

function optionsElement(options, owner) {
  return h("ul", { class: "options" }, options.map((option, at) =>
    h("li", { class: `option option--${option.modality === "须" ? "duty" : "grant"}` },
      h("span", { class: "mood" }, option.modality),
      h("div", { class: "option-words" }, optionSentence(option),
        option.choice === "unclear" && h("small", { class: "unclear" }, "原文可作“都要”与“任一”两解"),
        option.decidedBy && option.modality !== "经授权" && h("small", { class: "unclear" }, `由${option.decidedBy}决定`),
        namesElement(option.signers),
        standingElements(option.signers, `${owner}/${at}`)))));
}
