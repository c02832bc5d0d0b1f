// Wires the page: one state, and on every input a new route shown everywhere. Knows the parts; decides nothing about
// documents, and draws nothing itself.

import { faultsOf, rulebookOf, start } from "./engine.js";
import { governments } from "./governments.js";
import { examplesOf } from "./examples.js";
import { emptyState, fromHash, toHash, withFact } from "./state.js";
import { h, update } from "./dom.js";
import { listenToMenu } from "./menu.js";
import { isoDate, quietly } from "./time.js";
import { forgetCitations, listenForCitations } from "./citation.js";
import { buildForm } from "./form.js";
import { fieldOf, forClerk, withAnswer } from "./questions.js";
import { headCells } from "./head-cells.js";
import { createRouteView } from "./route-view.js";
import { changeSentence, signingSentence, statusWords } from "./words.js";

const SAVE_AFTER = 250;
const SAY_AFTER = 600;

const at = (id) => document.getElementById(id);
const today = isoDate(new Date());
const ids = governments.map((government) => government.id);

let state = fromHash(location.hash, ids, today);
let rulebook;
let form;
let lastSaid = null;

const view = createRouteView(at("result"), {
  onAnswer: answer,
  onFocus: (name) => form.focus(name),
});

// ---- from the state to the page

function showGovernment() {
  forgetCitations();
  rulebook = rulebookOf(state.government);
  const { title, government } = rulebook.vocabulary.rulebook;
  at("sheet-title").textContent = `${government}发文拟稿单`;
  document.title = `${government}发文拟稿单`;
  at("source").textContent = `依据《${title}》`;
  form = buildForm(at("fields"), rulebook.vocabulary, (name, value) => change(withFact(state.draft, name, value)));
  update(at("example-list"), examplesOf(state.government).map((example, index) =>
    h("li", { "data-key": example.name }, h("button", { type: "button", "data-example": index }, example.name))));
  lastSaid = null;
}

function show() {
  const route = rulebook.route(state.draft, { on: state.on || undefined, unstated: state.done ? "no" : undefined });
  governments.forEach(({ id }) => { at(`government-${id}`).checked = id === state.government; });
  if (at("on").value !== state.on) at("on").value = state.on;
  at("done").checked = state.done;
  form.show(state.draft, route);
  update(at("head-cells"), headCells(route));
  view.show(route, forClerk(route.questions, form.fact), form);
  update(at("peek"), h("span", { class: "peek-line" },
    h("b", { class: `peek-status peek-status--${route.status}` }, statusWords[route.status]), h("span", { class: "peek-words" }, signingSentence(route))));
  save();
  if (lastSaid === null) lastSaid = route;
  say(route);
}

const save = quietly(SAVE_AFTER, () => history.replaceState(null, "", toHash(state, today)));

const say = quietly(SAY_AFTER, (route) => {
  const words = changeSentence(lastSaid, route);
  if (words) at("announcer").textContent = words;
  lastSaid = route;
});

// ---- from the clerk to the state

function change(draft) {
  state.draft = draft;
  show();
}

function answer(name, value) {
  const draft = withAnswer(state.draft, name, value, form.fact);
  if (!draft) {
    form.focus(fieldOf(name, form.fact));
    return;
  }
  change(draft);
  view.focusQuestion();
}

function moveTo(next) {
  const moved = next.government !== state.government || !rulebook;
  state = next;
  if (moved) showGovernment();
  show();
}

function listen() {
  listenForCitations(document);
  at("governments").addEventListener("change", (event) => moveTo(Object.assign({}, state, { government: event.target.value })));
  at("sheet").addEventListener("submit", (event) => event.preventDefault());
  at("on").addEventListener("input", () => { state.on = at("on").value; show(); });
  at("done").addEventListener("change", () => { state.done = at("done").checked; show(); });
  at("fold").addEventListener("change", () => at("sheet").classList.toggle("is-folded", at("fold").checked));
  at("clear").addEventListener("click", () => { moveTo(emptyState(state.government, state.on)); at("announcer").textContent = "已清空"; });
  at("print").addEventListener("click", () => window.print());
  [at("skip"), at("peek")].forEach((button) => button.addEventListener("click", () => { at("result").scrollIntoView(); at("result").focus(); }));
  window.addEventListener("hashchange", () => moveTo(fromHash(location.hash, ids, today)));
  listenToMenu(at("examples"), pickExample);
}

function pickExample(button) {
  const example = examplesOf(state.government)[Number(button.getAttribute("data-example"))];
  moveTo(Object.assign(emptyState(state.government, state.on), { draft: example.draft, done: example.done }));
}

function drawGovernments() {
  governments.forEach(({ id, name }) => at("governments").appendChild(
    h("label", { class: "government" },
      h("input", { type: "radio", name: "government", id: `government-${id}`, value: id }), h("span", null, name))));
}

drawGovernments();
start().then(() => {
  listen();
  moveTo(state);
  document.documentElement.classList.add("is-ready");
}).catch((error) => view.fail(faultsOf(error)));
