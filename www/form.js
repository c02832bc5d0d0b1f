// The drafting form, generated from a rulebook's vocabulary. Knows facts, their groups and what a route says about
// them (derived, open, irrelevant, found fault with); does not know any particular fact or government.

import { h, update } from "./dom.js";
import { createControl, isSingle } from "./controls.js";
import { citedWords, citeButtons } from "./citation.js";
import { findingElement } from "./finding.js";
import { getFact } from "./state.js";
import { valueWords } from "./words.js";

// The long one, 事项, after the short ones.
const GROUPS = ["公文", "行文", "部门", "会议", "事项", "日期"];

/**
 * Fills `root` with the form. `onInput(name, value)` hears every change by the clerk; `namesFor(name)`, where given, has the
 * names from which a field may be filled. Gives
 * `{ show(draft, route), fact(name), factAt(pointer), dateIn(sentence), words(name, value), focus(name), reveal(name), slot(name) }`.
 */
export function buildForm(root, vocabulary, onInput, namesFor = () => []) {
  const fields = vocabulary.facts.map((fact, index) => createField(fact, index, namesFor(fact.name), onInput));
  const others = fields.map((field) => field.fact.group).filter((group) => GROUPS.indexOf(group) < 0);
  root.textContent = "";
  const groups = GROUPS.concat(Array.from(new Set(others)))
    .map((name) => ({ name, members: fields.filter((field) => field.fact.group === name) }))
    .filter((group) => group.members.length > 0);
  groups.forEach((group) => {
    group.element = groupElement(group.name, group.members);
    root.appendChild(group.element);
  });
  if (vocabulary.impossible.length > 0) root.appendChild(notesElement(vocabulary.impossible));

  const byName = (name) => fields.find((field) => field.fact.name === name);
  return {
    fact: (name) => { const field = byName(name); return field && field.fact; },
    factAt: (pointer) => { const field = fieldAt(fields, pointer); return field && field.fact; },
    /** The date that a sentence about a missing one names. */
    dateIn: (sentence) => vocabulary.facts.find(({ type, label }) => type === "date" && sentence.indexOf(label) >= 0),
    words: (name, value) => wordsOf(byName(name), value),
    focus: (name) => { const field = byName(name); if (field) field.focus(); },
    /** Brings a field into sight and leaves the focus where it is. */
    reveal: (name) => { const field = byName(name); if (field) field.element.scrollIntoView({ block: "nearest" }); },
    /** A place under a field for what somebody else has to say about it. */
    slot: (name) => byName(name).slot(),
    show: (draft, route) => {
      fields.forEach((field) =>
        field.show(getFact(draft, field.fact.name), route, route.findings.filter((finding) => fieldAt(fields, finding.path) === field)));
      groups.forEach(({ element, members }) =>
        element.classList.toggle("is-empty", members.every((field) => getFact(draft, field.fact.name) === undefined)));
    },
  };
}

/** The field that a JSON Pointer leads into: the longest name that the pointer begins with. */
function fieldAt(fields, pointer) {
  const path = pointer.split("/").slice(1).map((part) => part.replace(/~1/g, "/").replace(/~0/g, "~"));
  const names = path.map((part, index) => path.slice(0, index + 1).join(".")).reverse();
  for (const name of names) {
    const field = fields.find((other) => other.fact.name === name);
    if (field) return field;
  }
  return undefined;
}

/** A value of a fact as this government calls it. */
function wordsOf(field, value) {
  const choice = field && field.fact.values ? field.fact.values.find((other) => other.value === value) : undefined;
  return choice ? choice.label : valueWords(value);
}

function groupElement(group, members) {
  const id = `group-${group}`;
  let column = 0;
  members.forEach((field, index) => {
    const following = members[index + 1];
    const alone = column === 0 && (!following || following.isWide);
    const wide = field.isWide || alone;
    field.element.classList.toggle("field--wide", wide);
    column = wide ? 0 : 1 - column;
  });
  return h("section", { class: "group", role: "group", "aria-labelledby": id },
    h("h2", { class: "group-name", id }, h("span", null, group)),
    h("div", { class: "group-fields" }, members.map((field) => field.element)));
}

function notesElement(impossible) {
  return h("details", { class: "impossible" },
    h("summary", null, "不能并存的填法"),
    h("ul", null, impossible.map((combination) => h("li", null, combination.words))));
}

function createField(fact, index, names, onInput) {
  const ids = { control: `fact-${index}`, label: `fact-${index}-label`, notes: `fact-${index}-notes`, names: `fact-${index}-names` };
  const control = createControl(fact, ids, (value) => onInput(fact.name, value), names);
  const isQuestion = fact.type === "yesno";
  const hasNames = isQuestion && names.length > 0;
  const source = fact.citation ? [Object.assign({ clause: "" }, fact.citation)] : [];
  const mark = h("span", { class: "field-mark" });
  const notes = h("div", { class: "field-notes", id: ids.notes });
  const label = h(isSingle(fact) ? "label" : "span", { class: "field-label", id: ids.label, for: isSingle(fact) ? ids.control : null, title: isQuestion ? null : fact.prompt }, fact.label);
  const element = h("div", { class: `field field--${hasNames ? "named" : fact.type}`, "data-fact": fact.name },
    h("div", { class: "field-head" }, label, mark, citeButtons(source, ids.notes), isQuestion && fact.prompt !== fact.label && h("p", { class: "field-prompt" }, fact.prompt)),
    h("div", { class: "field-body" }, control.element),
    notes);

  return {
    fact,
    element,
    isWide: fact.type === "text" || fact.type === "list" || hasNames,
    slot: () => element.insertBefore(h("div", { class: "field-slot" }), notes),
    focus: () => { element.scrollIntoView({ block: "center" }); control.target.focus(); },
    show(value, route, findings) {
      control.write(value);
      const isOpen = value === undefined && route.facts.missing.some((name) => name === fact.name || name.indexOf(`${fact.name}.`) === 0);
      const isIrrelevant = route.facts.irrelevant.indexOf(fact.name) >= 0;
      const derived = value === undefined ? route.facts.derived[fact.name] : undefined;
      mark.textContent = isOpen ? "待定" : "";
      element.classList.toggle("is-open", isOpen);
      element.classList.toggle("is-irrelevant", isIrrelevant);
      element.classList.toggle("is-empty", value === undefined);
      element.classList.toggle("is-wrong", findings.some((finding) => finding.severity === "error"));
      update(notes,
        derived !== undefined && derived !== null && h("p", { class: "derived", "data-key": "derived" }, "由已填各项推定：", h("b", null, valueWords(derived))),
        findings.map((finding, at) => findingElement("div", finding, `${ids.notes}-${finding.code}-${at}`)),
        citedWords(source, ids.notes));
    },
  };
}
