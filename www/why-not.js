// “Why not …?” The clerk names a signer or a step that they expected. Knows how to ask and how to show the answer; the answer is the
// package's.

import { h, update } from "./dom.js";
import { changesElement, listenForChanges } from "./changes.js";
import { citations } from "./citation.js";
import { createFold } from "./fold.js";
import { quietly, whenIdle } from "./time.js";
import { stepKinds } from "./words.js";

const AFTER = 300;

/**
 * Adds itself to `root`. `whyNot(wanted)` gives the answer for the draft as it is; `onApply(change)` hears of clicks. Gives
 * `{ offer(signers), changed() }`.
 */
export function createWhyNot(root, whyNot, onApply) {
  let shown = null;
  const fold = createFold("why-not", "为什么不是……", ask);
  const signers = h("optgroup", { label: "签发人" });
  const steps = h("optgroup", { label: "步骤" }, stepKinds.map((kind) => h("option", { value: JSON.stringify({ step: kind }) }, kind)));
  const choice = h("select", { class: "box", id: "wanted" }, h("option", { value: "" }, "请选择"), signers, steps);
  const answer = h("div", { class: "why-answer", role: "status" });
  const askSoon = quietly(AFTER, () => whenIdle(ask));

  function ask() {
    shown = choice.value ? whyNot(JSON.parse(choice.value)) : null;
    update(answer, shown && [
      h("p", { class: "why-words" }, shown.words),
      citations(shown.basis, `为何不/${choice.value}`),
      changesElement(shown.changes, "why-not", shown.words),
    ]);
  }

  choice.addEventListener("change", ask);
  listenForChanges(answer, () => shown.changes, onApply);
  fold.body.appendChild(h("p", { class: "why-ask" }, h("label", { for: choice.id }, "本来以为要由谁签、要走哪一步"), choice));
  fold.body.appendChild(answer);
  root.appendChild(fold.element);
  return {
    /** The titles of those who may sign in this government. */
    offer: (titles) => update(signers, titles.map((title) => h("option", { value: JSON.stringify({ signer: title }), "data-key": title }, title))),
    changed: () => { if (fold.isOpen()) askSoon(); },
  };
}
