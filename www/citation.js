// Citations: a button per article that opens its words. Knows the package's `Basis`; does not know what rests on it.
//
// Which ones the clerk has opened or closed is remembered here under the owner's key, so that redrawing around them
// does not undo it.

import { h } from "./dom.js";

const toggled = new Set();
let isReachable = () => false;

/** Bases of one article stand behind one button; the same words are shown once. */
function byArticle(bases) {
  const articles = [];
  bases.forEach((basis) => {
    let article = articles.find((other) => other.cite === basis.cite);
    if (!article) articles.push((article = { cite: basis.cite, bases: [] }));
    const known = article.bases.find((other) => other.quote === basis.quote && other.interpretation === basis.interpretation);
    if (!known) article.bases.push(Object.assign({ clauses: [basis.clause] }, basis));
    else if (known.clauses.indexOf(basis.clause) < 0) known.clauses.push(basis.clause);
  });
  return articles;
}

function quote(basis) {
  return [
    h("blockquote", { class: "quote" }, basis.quote),
    basis.interpretation && h("p", { class: "reading" }, h("b", { class: "reading-mark" }, "解释（非原文）"), basis.interpretation),
    basis.clauses.filter(isReachable).map(clauseButton),
  ];
}

/** A button that leads to a clause in the rulebook's text; whoever shows that text listens for `data-clause`. */
export function clauseButton(clause) {
  return h("button", { type: "button", class: "clause", "data-clause": clause, "aria-label": `到条款 ${clause}` }, clause);
}

/** From now on, the words of clauses for which `test` holds have such a button. */
export function linkClauses(test) {
  isReachable = test;
}

function articlesOf(bases, owner, openAtFirst) {
  return byArticle(bases).map((article) => {
    const id = `${owner}/${article.cite}`.replace(/\s+/g, "");
    return Object.assign({ id, isOpen: toggled.has(id) !== openAtFirst }, article);
  });
}

/** Only the buttons; their words must stand somewhere on the page, by `citedWords` with the same owner. */
export function citeButtons(bases, owner, openAtFirst = false) {
  return articlesOf(bases, owner, openAtFirst).map((article) =>
    h("button", { type: "button", class: "cite", "data-cite": article.id, "data-key": article.id, "aria-expanded": String(article.isOpen), "aria-controls": article.id },
      article.cite, article.bases.some((basis) => basis.interpretation) && h("span", { class: "cite-read" }, "含解释")));
}

/** The words behind those buttons. */
export function citedWords(bases, owner, openAtFirst = false) {
  return articlesOf(bases, owner, openAtFirst).map((article) =>
    h("div", { class: "words", id: article.id, "data-key": `words ${article.id}`, hidden: !article.isOpen, role: "note", "aria-label": `${article.cite}原文` },
      h("p", { class: "words-cite" }, article.cite), article.bases.map(quote)));
}

/** Buttons and words together. `owner` must be unlike that of any other place on the page. */
export function citations(bases, owner, openAtFirst = false) {
  if (bases.length === 0) return null;
  return h("div", { class: "citations" },
    h("div", { class: "cites" }, citeButtons(bases, owner, openAtFirst)), citedWords(bases, owner, openAtFirst));
}

/** Forgets what was opened and closed, for when another government's rules take the place. */
export function forgetCitations() {
  toggled.clear();
}

/** Opens and closes citations anywhere under `root`. */
export function listenForCitations(root) {
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-cite]");
    if (!button) return;
    const id = button.getAttribute("data-cite");
    const wasOpen = button.getAttribute("aria-expanded") === "true";
    if (!toggled.delete(id)) toggled.add(id);
    button.setAttribute("aria-expanded", String(!wasOpen));
    document.getElementById(id).hidden = wasOpen;
  });
}
