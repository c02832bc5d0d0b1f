// Where the buttons among the results lead: to a line, a clause, a matter, a correction, a draft. Knows their `data-`
// attributes and the editor; does not know how they are drawn.

import { lineOfClause, lineOfKey, lineSpan } from "./text.js";

/**
 * Listens under `root`. `say(words)` tells aloud what was not found; `tryOut(draft, done)` and `takeProposals(way)` are the
 * page's.
 */
export function listenForLeads(root, { editor, say, tryOut, takeProposals }) {
  function goTo(line, what) {
    if (line === undefined) say(`文本里没有找到${what}`);
    else editor.goTo(line);
  }

  /** Puts the term that was probably meant in the place of the one that is not known. */
  function mend(meant, button) {
    const [line, column] = button.getAttribute("data-at").split(":").map(Number);
    const culprit = button.getAttribute("data-culprit");
    const { start, end } = lineSpan(editor.text, line);
    const found = editor.text.indexOf(culprit, start + column - 1);
    if (found < 0 || found + culprit.length > end) editor.goTo(line);
    else editor.replace(found, found + culprit.length, meant);
  }

  const leads = {
    "data-line": (line) => editor.goTo(Number(line)),
    "data-clause": (clause) => goTo(lineOfClause(editor.text, clause), `条款 ${clause}`),
    "data-matter": (matter) => goTo(lineOfKey(editor.text, matter), `事项“${matter}”`),
    "data-mend": mend,
    "data-witness": (draft, button) => tryOut(JSON.parse(draft), button.getAttribute("data-unstated") === "no"),
    "data-cases": takeProposals,
  };

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const name = button && Object.keys(leads).find((other) => button.hasAttribute(other));
    if (name) leads[name](button.getAttribute(name), button);
  });
}
