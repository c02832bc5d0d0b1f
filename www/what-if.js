// “What would change this?” Asked only while it is open, and once the page has nothing else to do: it looks at many drafts, which is
// not for every keystroke. Knows when to ask; what would change is the package's.

import { h, update } from "./dom.js";
import { changesElement, listenForChanges } from "./changes.js";
import { createFold } from "./fold.js";
import { quietly, whenIdle } from "./time.js";

const AFTER = 600;
const AT_ONCE = 5;

/** Adds itself to `root`. `whatIf()` gives the changes for the draft as it is; `onApply(change)` hears of clicks. Gives `{ changed() }`. */
export function createWhatIf(root, whatIf, onApply) {
  let changes = [];
  let isWhole = false;
  const fold = createFold("what-if", "什么会改变这个结果", ask);
  const askSoon = quietly(AFTER, () => whenIdle(compute));

  function compute() {
    changes = whatIf();
    draw();
  }

  function ask() {
    fold.body.setAttribute("aria-busy", "true");
    if (changes.length === 0) update(fold.body, h("p", { class: "quiet" }, "正在推算…"));
    askSoon();
  }

  function draw() {
    fold.body.removeAttribute("aria-busy");
    update(fold.body,
      changes.length === 0 && h("p", { class: "quiet" }, "改动任何一项或几项，都不会换人签发，也不会增减步骤。"),
      changesElement(isWhole ? changes : changes.slice(0, AT_ONCE), "what-if"),
      changes.length > AT_ONCE && h("button", { type: "button", class: "more", "data-key": "more", "aria-expanded": String(isWhole) }, isWhole ? "只看前面几项" : `其余${changes.length - AT_ONCE}项`));
  }

  listenForChanges(fold.body, () => changes, onApply);
  fold.body.addEventListener("click", (event) => {
    if (!event.target.closest(".more")) return;
    isWhole = !isWhole;
    draw();
  });
  root.appendChild(fold.element);
  return { changed: () => { if (fold.isOpen()) ask(); } };
}
