// Who acts, by name: beside the offices, and who would stand in where somebody is away. Knows the package's `Signer` and
// `StandingIn`; does not know the roster.

import { h } from "./dom.js";
import { between } from "./words.js";
import { citations } from "./citation.js";
import { copyButton } from "./copy.js";

function personElement({ name, away }) {
  return h("span", { class: away ? "name name--away" : "name" }, away ? `${name}${away}` : name);
}

function nameElements({ persons = [], standingIn }) {
  if (!standingIn) return persons.map(personElement);
  const names = persons.map(({ name }) => name).join("、");
  return [
    standingIn.for.away ? personElement(standingIn.for) : h("span", { class: "name name--away" }, `受${standingIn.for.name}委托`),
    names && h("span", { class: standingIn.needs ? "name name--needs" : "name" }, standingIn.needs ? `${names}须有${standingIn.needs}` : names),
  ];
}

/** One person in two offices acts once. */
function officesOf(signer) {
  return [signer].concat(signer.also || []).map(({ title }) => title).join("、");
}

/** Those who act, as offices with names: “县长 赵甲文 或 常务副县长 钱乙明”. */
export function whoElements(signers, choice) {
  return signers.map((signer, at) => [at > 0 && between[choice], officesOf(signer), nameElements(signer)]);
}

/** The names alone, below a sentence that has the offices. */
export function namesElement(signers) {
  const named = signers.filter(({ persons, standingIn }) => persons || standingIn);
  return named.length > 0 && h("p", { class: "names" }, named.map((signer) => h("span", { class: "names-one" }, officesOf(signer), nameElements(signer))));
}

/** For each in whose place somebody acts: what the rules say, what is needed, and the line for the form. `owner` must be unlike that of any other place. */
export function standingElements(signers, owner) {
  return signers.filter((signer) => signer.standingIn).map((signer) => standingElement(signer.standingIn, `${owner}/${signer.standingIn.for.id}`));
}

function standingElement(standing, owner) {
  const line = `代/${owner}`;
  return h("div", { class: standing.needs ? "standing standing--needs" : "standing", "data-key": owner },
    h("p", { class: "standing-words" }, h("b", { class: "remark-mark" }, standing.for.away ? "不在岗" : "委托"), standing.words),
    standing.line && h("p", { class: "standing-line" }, h("span", { class: "standing-write", id: line }, standing.line), copyButton(line, "复制")),
    citations([standing.under], owner));
}
