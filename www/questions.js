// A route's questions as this form can take their answers. Knows that the engine asks of a list one kind at a time
// (`addressees.上级政府`: is one among them?) where a clerk is asked once, which they are; does not know the DOM.
//
// `factOf(name)` gives a fact of the vocabulary, or undefined.

import { getFact } from "./state.js";

/** The list and the kind that a question about membership is about, else null. */
function memberOf(name, factOf) {
  const dot = name.indexOf(".");
  const list = dot > 0 && !factOf(name) ? factOf(name.slice(0, dot)) : undefined;
  if (!list || list.type !== "list") return null;
  const kind = name.slice(dot + 1);
  return { list, kind, isKind: list.values.some((choice) => choice.value === kind) };
}

/** The questions with those about the kinds of one list made one, in the place of the first. */
export function forClerk(questions, factOf) {
  const merged = [];
  questions.forEach((question) => {
    const member = memberOf(question.fact, factOf);
    if (!member || !member.isKind) {
      merged.push(question);
      return;
    }
    const { name, prompt } = member.list;
    let whole = merged.find((other) => other.fact === name);
    if (!whole) merged.push((whole = { fact: name, prompt, affects: question.affects, because: question.because, answers: [] }));
    if (question.affects === "signing") whole.affects = "signing";
    const yes = question.answers.find((answer) => answer.value === true);
    if (yes) whole.answers.push({ value: member.kind, leadsTo: yes.leadsTo });
  });
  return merged;
}

/** What the draft would have to state for this answer, as `{ name, value }`; null where only the clerk can put it into the field. */
export function answerTo(draft, name, value, factOf) {
  const fact = factOf(name);
  if (!fact) return null;
  if (fact.type === "list") return getFact(draft, name) === undefined ? { name, value: [{ kind: value }] } : null;
  if (fact.type === "number" && typeof value !== "number") return null;
  return { name, value };
}

/** The fact whose field takes the answer to a question about `name`. */
export function fieldOf(name, factOf) {
  const member = memberOf(name, factOf);
  return member ? member.list.name : name;
}
