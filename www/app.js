// Wires the page: what is typed and clicked goes into the draft under way, and what comes of it is shown everywhere. Knows the
// parts; decides nothing about documents, and draws nothing itself.

import { faultsOf, languages, rulebookOf, start, tell } from "./engine.js";
import { governments } from "./governments.js";
import { examplesOf } from "./examples.js";
import { emptyState, fromHash, toHash } from "./state.js";
import { h, update } from "./dom.js";
import { listenToMenu } from "./menu.js";
import { isoDate, quietly } from "./time.js";
import { createAnnouncer } from "./announcer.js";
import { forgetCitations, listenForCitations } from "./citation.js";
import { listenForCopies } from "./copy.js";
import { createDrafting } from "./drafting.js";
import { buildForm } from "./form.js";
import { answerTo, fieldOf, forClerk } from "./questions.js";
import { headCells } from "./head-cells.js";
import { departmentNames, readRosters, rosterFor, signerTitles } from "./roster.js";
import { createPeoplePanel } from "./people-panel.js";
import { createProseView } from "./prose-view.js";
import { createRouteView } from "./route-view.js";
import { createTitleView } from "./title-view.js";
import { createWhatIf } from "./what-if.js";
import { createWhyNot } from "./why-not.js";
import { whatChanges } from "./changes.js";
import { signingSentence, statusWords } from "./words.js";

const SAVE_AFTER = 250;

/** The facts whose fields take names of departments. */
const DEPARTMENT_FACTS = ["departments.lead", "departments.others"];

const at = (id) => document.getElementById(id);
const today = isoDate(new Date());
const ids = governments.map((government) => government.id);

let address = location.hash;
let state = fromHash(address, ids, today);
let rosters;
let rulebook;
let form;
let titleView;
let drafting;
let drawn = {};

const announce = createAnnouncer(at("announcer"));
const people = createPeoplePanel(at("people"), (chosen) => { state.people = chosen; drafting.reconsider(options()); });
const view = createRouteView(at("route"), { onAnswer: answer, onFocus: (name) => form.focus(name), onUndo: undo });
const whatIf = createWhatIf(at("further"), () => rulebook.whatIf(drafting.draft, options()), follow);
const whyNot = createWhyNot(at("further"), (wanted) => rulebook.whyNot(drafting.draft, wanted, options()), follow);
const prose = createProseView(at("further"), languages, (language) => tell(drafting.route, language));

// ---- from the state to the page

/** How the draft is to be read: the day, whether the clerk is finished, and who is there. */
function options() {
  const { roster } = rosters[state.government];
  return {
    on: state.on || undefined,
    unstated: state.done ? "no" : undefined,
    roster: rosterFor(roster, state.people, state.on),
  };
}

function showGovernment() {
  forgetCitations();
  rulebook = rulebookOf(state.government);
  const { title, government } = rulebook.vocabulary.rulebook;
  const { roster } = rosters[state.government];
  at("sheet-title").textContent = `${government}发文拟稿单`;
  document.title = `${government}发文拟稿单`;
  at("source").textContent = `依据《${title}》`;
  form = buildForm(at("fields"), rulebook.vocabulary, (name, value) => drafting.type(name, value),
    (name) => (DEPARTMENT_FACTS.indexOf(name) >= 0 ? departmentNames(roster) : []));
  titleView = createTitleView(form.slot("title"), {
    onAccept: (suggestion) => drafting.accept(suggestion),
    onReject: (suggestion) => drafting.reject(suggestion),
    onEmpty: () => form.focus("title"),
  });
  update(at("example-list"), examplesOf(state.government).map((example, index) =>
    h("li", { "data-key": example.name }, h("button", { type: "button", "data-example": index }, example.name))));
}

/** Another draft takes the place: nothing is left of the one before, neither what was clicked nor what was waved away. */
function begin(next) {
  const isNew = !rulebook || next.government !== state.government;
  state = next;
  if (isNew) showGovernment();
  drafting = createDrafting(rulebook, next.draft, options(), heard);
  show();
}

function heard(changes) {
  announce(changes.words);
  show();
}

function show() {
  const { draft, route, lastClick } = drafting;
  governments.forEach(({ id }) => { at(`government-${id}`).checked = id === state.government; });
  if (at("on").value !== state.on) at("on").value = state.on;
  at("done").checked = state.done;
  people.show(rosters[state.government], state.people, state.on);
  form.show(draft, route);
  titleView.show(draft.title || "", drafting.suggestions);
  // The route is the same object as long as nothing about it changes: most of what is typed into a title asks for no drawing.
  if (drawn.route !== route || drawn.lastClick !== lastClick) showRoute(route, lastClick);
  drawn = { route, lastClick };
  whatIf.changed();
  whyNot.changed();
  save();
}

function showRoute(route, lastClick) {
  update(at("head-cells"), headCells(route));
  view.show(route, forClerk(route.questions, form.fact), form, lastClick);
  update(at("peek"), h("span", { class: "peek-line" },
    h("b", { class: `peek-status peek-status--${route.status}` }, statusWords[route.status]), h("span", { class: "peek-words" }, signingSentence(route))));
  whyNot.offer(signerTitles(route, rosters[state.government].roster));
  prose.changed();
}

const save = quietly(SAVE_AFTER, () => {
  // Somebody has just written another address: it is about to be read, and must not be lost.
  if (location.hash !== address) return;
  history.replaceState(null, "", toHash(Object.assign({}, state, { draft: drafting.draft }), today));
  address = location.hash;
});

function readAddress() {
  address = location.hash;
  begin(fromHash(address, ids, today));
}

// ---- from the clerk to the draft

function answer(name, value) {
  const answered = answerTo(drafting.draft, name, value, form.fact);
  if (!answered) {
    form.focus(fieldOf(name, form.fact));
    return;
  }
  drafting.answer(`${form.fact(name).label}“${form.words(name, value)}”`, answered.name, answered.value);
  if (isWide()) form.reveal(answered.name);
  view.focusQuestion();
}

function follow(change) {
  drafting.follow(whatChanges(change), change.draft);
  view.focusStatus();
}

function undo() {
  drafting.undo();
  view.focusQuestion();
}

/** Form and result stand side by side: bringing a field into sight does not push away what was clicked. */
function isWide() {
  return window.matchMedia("(min-width: 1080px)").matches;
}

function headline() {
  return `${statusWords[drafting.route.status]}：${signingSentence(drafting.route)}`;
}

/** The usual keys take a click back, unless they are about what is being typed. */
function listenForUndo(event) {
  const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
  if (!isUndo || drafting.lastClick === undefined || event.target.closest("input[type=text], textarea")) return;
  event.preventDefault();
  undo();
}

function listen() {
  listenForCitations(document);
  listenForCopies(document, (words) => announce([words]));
  at("governments").addEventListener("change", (event) =>
    begin(Object.assign(emptyState(event.target.value, state.on), { draft: drafting.draft, done: state.done })));
  at("sheet").addEventListener("submit", (event) => event.preventDefault());
  at("on").addEventListener("input", () => { state.on = at("on").value; drafting.reconsider(options()); });
  at("done").addEventListener("change", () => { state.done = at("done").checked; drafting.reconsider(options()); });
  at("fold").addEventListener("change", () => at("sheet").classList.toggle("is-folded", at("fold").checked));
  at("clear").addEventListener("click", () => { begin(emptyState(state.government, state.on)); announce(["已清空"]); });
  at("print").addEventListener("click", () => window.print());
  [at("skip"), at("peek")].forEach((button) => button.addEventListener("click", () => { at("result").scrollIntoView(); at("result").focus(); }));
  window.addEventListener("hashchange", readAddress);
  document.addEventListener("keydown", listenForUndo);
  listenToMenu(at("examples"), pickExample);
}

function pickExample(button) {
  const example = examplesOf(state.government)[Number(button.getAttribute("data-example"))];
  begin(Object.assign(emptyState(state.government, state.on), { draft: example.draft, done: example.done, people: state.people }));
  announce([headline()]);
}

function drawGovernments() {
  governments.forEach(({ id, name }) => at("governments").appendChild(
    h("label", { class: "government" },
      h("input", { type: "radio", name: "government", id: `government-${id}`, value: id }), h("span", null, name))));
}

drawGovernments();
Promise.all([start(), readRosters(ids)]).then(([, read]) => {
  rosters = read;
  listen();
  begin(state);
  document.documentElement.classList.add("is-ready");
}).catch((error) => view.fail(faultsOf(error)));
