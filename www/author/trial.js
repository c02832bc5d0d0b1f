// The live route: a draft as fields and as JSON, and its route under the rulebook as typed. Knows how the form and the
// route view of the drafting page are wired; does not know the rulebook's text.

import { buildForm } from "../form.js";
import { answerTo, fieldOf, forClerk } from "../questions.js";
import { createRouteView } from "../route-view.js";
import { getFact, isMap, withFact } from "../state.js";

const at = (id) => document.getElementById(`trial-${id}`);

/**
 * Fills the panel. `onChange({ draft, on, done })` hears every change of the draft. Gives `{ show(rulebook), put(trial) }`:
 * another rulebook, another draft.
 */
export function createTrial(onChange) {
  let trial = { draft: {}, on: "", done: false };
  let rulebook = null;
  let drawn = "";
  let form;
  const view = createRouteView(document.getElementById("route"), { onAnswer: answer, onFocus: focus });

  function focus(name) {
    at("draft").open = true;
    at("fold").checked = false;
    fold();
    form.focus(name);
  }

  function answer(name, value) {
    const answered = answerTo(trial.draft, name, value, form.fact);
    if (!answered) {
      focus(fieldOf(name, form.fact));
      return;
    }
    change({ draft: withFact(trial.draft, answered.name, answered.value) });
    view.focusQuestion();
  }

  function change(part) {
    trial = Object.assign({}, trial, part);
    draw();
    writeJson();
    onChange(trial);
  }

  /** The draft in one line. */
  function draftWords() {
    const words = rulebook.vocabulary.facts
      .map((fact) => ({ fact, value: getFact(trial.draft, fact.name) }))
      .filter(({ value }) => value !== undefined)
      .map(({ fact, value }) => `${fact.label}：${form.words(fact.name, value)}`);
    return words.join("，") || "什么都还没有填";
  }

  function draw() {
    if (!rulebook) return;
    const route = rulebook.route(trial.draft, { on: trial.on || undefined, unstated: trial.done ? "no" : undefined });
    form.show(trial.draft, route);
    view.show(route, forClerk(route.questions, form.fact), form);
    at("words").textContent = draftWords();
    at("done").checked = trial.done;
    if (at("on").value !== trial.on) at("on").value = trial.on;
  }

  function writeJson() {
    at("json").value = JSON.stringify(trial.draft, null, 2);
    at("json-fault").textContent = "";
  }

  function readJson() {
    try {
      const draft = JSON.parse(at("json").value);
      if (!isMap(draft)) throw new Error("应为 { … }");
      at("json-fault").textContent = "";
      trial = Object.assign({}, trial, { draft });
    } catch (error) {
      at("json-fault").textContent = `读不通：${error.message}`;
      return;
    }
    draw();
    onChange(trial);
  }

  function fold() {
    at("form").classList.toggle("is-short", at("fold").checked);
  }

  at("form").addEventListener("submit", (event) => event.preventDefault());
  at("json").addEventListener("input", readJson);
  at("json").addEventListener("blur", () => { if (!at("json-fault").textContent) writeJson(); });
  at("done").addEventListener("change", () => change({ done: at("done").checked }));
  at("on").addEventListener("input", () => change({ on: at("on").value }));
  at("clear").addEventListener("click", () => change({ draft: {}, done: false }));
  at("fold").addEventListener("change", fold);

  return {
    show(next) {
      rulebook = next;
      const vocabulary = JSON.stringify(rulebook.vocabulary);
      if (vocabulary !== drawn) {
        drawn = vocabulary;
        form = buildForm(document.getElementById("fields"), rulebook.vocabulary, (name, value) => change({ draft: withFact(trial.draft, name, value) }));
      }
      draw();
    },
    put(next) {
      trial = next;
      at("draft").open = Object.keys(trial.draft).length === 0;
      draw();
      writeJson();
    },
  };
}
