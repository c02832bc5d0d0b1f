// Changes of the draft that would lead elsewhere, each in a sentence with a button that makes it. Knows the package's `Change`;
// computes none.

import { h } from "./dom.js";

/** A list of changes; `owner` must be unlike that of any other list. What has been `said` above it is not said again. */
export function changesElement(changes, owner, said = "") {
  return changes.length > 0 && h("ul", { class: "changes" }, changes.map((change, at) =>
    h("li", { class: "change", "data-key": `${owner} ${change.words}` },
      said.indexOf(change.words) < 0 && h("p", { class: "change-words" }, change.words),
      h("button", { type: "button", class: "small", "data-change": at, "aria-label": `照此填写：${whatChanges(change)}` }, whatChanges(change)))));
}

/** What the change would fill in, for the button and for taking it back. */
export function whatChanges(change) {
  return change.set.map(({ words }) => words).join("，");
}

/** Tells `onApply(change)` of clicks in `root`; `changesIn()` gives those that are shown. */
export function listenForChanges(root, changesIn, onApply) {
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-change]");
    if (button) onApply(changesIn()[Number(button.getAttribute("data-change"))]);
  });
}
