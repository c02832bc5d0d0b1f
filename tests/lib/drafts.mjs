// The drafts of the cases, finished and half filled.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, rulebookIds } from "./install.mjs";

/** A rulebook's cases. */
export function casesOf(id) {
  return JSON.parse(readFileSync(join(root, "rulebooks", id, "cases.json"), "utf8"));
}

/** A draft as the facts that it states, in the order of the form: `[path, value]`. */
export function factsOf(draft, vocabulary) {
  const facts = [];
  for (const [field, value] of Object.entries(draft)) {
    if (["matters", "departments", "dates"].includes(field)) for (const [key, it] of Object.entries(value)) facts.push([`${field}.${key}`, it]);
    else facts.push([field, value]);
  }
  const place = (path) => vocabulary.facts.findIndex(({ name }) => name === path);
  return facts.sort(([one], [other]) => place(one) - place(other));
}

/** The draft that states these facts. */
export function draftOf(facts) {
  const draft = {};
  for (const [path, value] of facts) {
    const [field, key] = path.split(".");
    if (key === undefined) draft[field] = value;
    else draft[field] = { ...draft[field], [key]: value };
  }
  return draft;
}

/** Every rulebook with every draft of its cases: as it is, taken as finished, and with half and a quarter of its facts. */
export async function* everyRoute(esm, rulebook) {
  for (const id of rulebookIds) {
    const loaded = esm.loadRulebook(await rulebook(id));
    for (const { name, draft } of casesOf(id)) {
      const facts = factsOf(draft, loaded.vocabulary);
      yield { id, name, route: loaded.route(draft) };
      yield { id, name, route: loaded.route(draft, { unstated: "no", on: "2026-11-22" }) };
      for (const part of [2, 4]) yield { id, name, route: loaded.route(draftOf(facts.slice(0, Math.ceil(facts.length / part)))) };
    }
    loaded.free();
  }
}
