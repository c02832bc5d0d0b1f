// Wires the authoring page: one document, read whenever typing rests, and everything that follows from it shown beside it.
// Knows the parts; does not know the format, draws nothing itself.

import { h, update } from "./dom.js";
import { linkClauses, listenForCitations } from "./citation.js";
import { listenToMenu } from "./menu.js";
import { quietly } from "./time.js";
import { createContrastPanel } from "./author/contrast-panel.js";
import { createEditor } from "./author/editor.js";
import { namesIn } from "./author/facts.js";
import { marksOf, showFaults } from "./author/faults.js";
import { listenForDrops, listenForFiles } from "./author/files.js";
import { keep, newDocument, recall } from "./author/keep.js";
import { listenForLeads } from "./author/leads.js";
import { rulebooks, stock } from "./author/library.js";
import { casesIn, listenForMaterials, showMaterials } from "./author/materials.js";
import { showProofs } from "./author/proofs.js";
import { createReading } from "./author/reading.js";
import { saveCases, saveJson, saveText } from "./author/saving.js";
import { showFailure, showSummary } from "./author/summary.js";
import { createTabs } from "./author/tabs.js";
import { template } from "./author/template.js";
import { casesInText, changeBetween, countLines } from "./author/text.js";
import { start } from "./author/tools.js";
import { createTrial } from "./author/trial.js";

const READ_AFTER = 300;
const KEEP_AFTER = 400;

const at = (id) => document.getElementById(id);

let doc;
let report = null;

const editor = createEditor(at("editor"), { describedBy: "editor-keys", onInput: type, onPlace: showPlace });
const trial = createTrial((changed) => { Object.assign(doc, changed); keepSoon(); });
const reading = createReading(showReading, showProof);
let contrast;
let tabs;

const keepSoon = quietly(KEEP_AFTER, keepNow);
const readSoon = quietly(READ_AFTER, readNow);

// ---- from the text to what is shown

function type(text) {
  doc.text = text;
  showDocument();
  keepSoon();
  readSoon();
}

function readNow() {
  reading.read(Object.assign({}, doc));
}

function keepNow() {
  if (!keep(doc)) say("浏览器没有地方暂存，请及时保存到文件");
}

function showReading({ rulebook, issues, report: last }) {
  const isStale = issues.length > 0;
  showFaults(at("faults"), issues);
  editor.mark(marksOf(issues));
  [at("trial-stale"), at("contrast-stale")].forEach((note) => { note.hidden = !(isStale && rulebook); });
  if (rulebook && !isStale) {
    trial.show(rulebook);
    contrast.show(rulebook, doc.opened);
  }
  if (!isStale && last) return;
  showSummary(at("summary"), issues, null);
  showProofs(at("proofs"), last, isStale, rulebook && namesIn(rulebook));
}

function showProof({ rulebook, report: proved, failure }) {
  report = proved;
  if (failure) showFailure(at("summary"), failure);
  else showSummary(at("summary"), [], proved);
  showProofs(at("proofs"), proved, Boolean(failure), namesIn(rulebook));
}

function showDocument() {
  const isChanged = doc.text !== doc.opened;
  at("document-name").textContent = doc.name;
  at("document-state").textContent = isChanged ? "已改动" : "";
  at("revert").disabled = !isChanged;
  document.title = `${isChanged ? "* " : ""}${doc.name} · 规则编写`;
}

function showPlace({ line, column }) {
  at("place").textContent = `第${line}行，第${column}列；共${countLines(editor.text)}行`;
}

function say(words) {
  at("announcer").textContent = words;
}

// ---- opening and saving

function open(next) {
  doc = next;
  reading.forget();
  editor.write(doc.text);
  showDocument();
  showMaterials(doc);
  readNow();
  trial.put({ draft: doc.draft, on: doc.on, done: doc.done });
  keepSoon();
}

/** Opens another document, unless the author would rather save this one first. */
function openInstead(next) {
  const isLost = doc.text !== doc.opened && doc.text !== doc.saved;
  if (isLost && !window.confirm(`“${doc.name}”的修改还没有保存到文件。仍要打开“${next.name}”？`)) return;
  open(next);
  say(`已打开${next.name}`);
}

function pickDocument(button) {
  const id = button.getAttribute("data-open");
  const shipped = rulebooks().find((one) => one.id === id);
  if (shipped) openInstead(newDocument(`${id}.yaml`, shipped.text, shipped.cases));
  else if (id === "template") openInstead(newDocument("rules.yaml", template, []));
  else at("rulebook-file").click();
}

/** A file may be a list of cases, the text of the rules or a rulebook: which, its name and its contents say. */
function takeFile(name, text) {
  const cases = casesIn(text);
  if (cases) addMaterial({ cases }, `已读入${cases.length}个案例`);
  else if (/\.txt$/i.test(name)) addMaterial({ source: text }, "已读入原文");
  else openInstead(newDocument(name, text, []));
}

function addMaterial(material, words) {
  Object.assign(doc, material);
  showMaterials(doc);
  readNow();
  keepSoon();
  say(words);
}

function save(button) {
  if (button.getAttribute("data-save") === "json") {
    say(saveJson(doc) ? "已存为 JSON" : "文本读不通，不能存为 JSON；可以先存为规则文本");
    return;
  }
  saveText(doc);
  doc.saved = doc.text;
  keepSoon();
  say("已存为规则文本");
}

function revert() {
  const { start, end, words } = changeBetween(editor.text, doc.opened);
  editor.replace(start, end, words);
  say("已回到打开时的版本；按 Ctrl+Z 可以取回修改");
}

// ---- what buttons among the results ask for

function tryOut(draft, done) {
  const next = { draft, on: doc.on, done };
  Object.assign(doc, next);
  trial.put(next);
  tabs.show("panel-trial");
  at("panel-trial").focus();
  keepSoon();
}

function takeProposals(way) {
  if (way === "download") {
    saveCases(doc.cases.concat(report.proposedCases));
    return;
  }
  const place = casesInText(editor.text, report.proposedCases);
  if (place) editor.replace(place.at, place.at, place.words);
  else say("文本里的“案例”写成了一行，不好插入；请另存为 cases.json");
}

// ---- start

function listen() {
  listenForCitations(at("results"));
  linkClauses((clause) => clause !== "" && clause.indexOf("/") < 0);
  listenForLeads(at("results"), { editor, say, tryOut, takeProposals });
  listenToMenu(at("open"), pickDocument);
  listenToMenu(at("save"), save);
  at("revert").addEventListener("click", revert);
  at("skip").addEventListener("click", () => at("results").focus());
  listenForFiles(at("rulebook-file"), takeFile);
  listenForDrops(at("drop"), takeFile);
  listenForMaterials(takeFile, (part) => addMaterial(part === "cases" ? { cases: [] } : { source: "" }, "不再使用"));
  window.addEventListener("pagehide", keepNow);
}

function drawMenu() {
  const item = (id, name) => h("li", null, h("button", { type: "button", "data-open": id }, name));
  update(at("open-list"), rulebooks().map(({ id, name }) => item(id, name)), item("template", "从样本写起"), item("file", "从文件打开……"));
}

Promise.all([start(), stock()]).then(() => {
  drawMenu();
  contrast = createContrastPanel(at("contrast-with"), at("contrast"));
  tabs = createTabs(at("tabs"), (panel) => contrast.look(panel === "panel-contrast"));
  listen();
  open(recall() || newDocument("rules.yaml", template, []));
  document.documentElement.classList.add("is-ready");
}).catch((error) => showFailure(at("summary"), String((error && error.message) || error)));
