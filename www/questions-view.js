// What is still open: questions with their answers as buttons. Knows the package's `Question`; answers nothing itself.

import { h } from "./dom.js";
import { moreElement, part } from "./part.js";

const OUTCOMES_TO_NAME = 2;
const STEPS_TO_NAME = 3;
const QUESTIONS_AT_ONCE = 3;

export function questionsElement(questions, form, isWhole) {
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
  if (affects === "signing") return leadsTo.length > OUTCOMES_TO_NAME ? `仍有${countOutcomes(leadsTo)}种可能` : leadsTo.join("；或");
  return leadsTo.slice(0, STEPS_TO_NAME).join("，") + (leadsTo.length > STEPS_TO_NAME ? `等${leadsTo.length}项` : "");
}

/** As the signing itself is counted: whatever collides is one possibility, however many ways it can collide in. */
function countOutcomes(leadsTo) {
  const collides = (outcome) => outcome.startsWith("规则冲突");
  return leadsTo.filter((outcome) => !collides(outcome)).length + (leadsTo.some(collides) ? 1 : 0);
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
