// The panel that compares the text with another one: as it was opened, or a shipped rulebook. Knows which two, and that
// comparing takes time, so that it is done only while somebody looks; does not know how a comparison is drawn.

import { h, update } from "../dom.js";
import { showContrast, showNoContrast } from "./contrast.js";
import { namesIn } from "./facts.js";
import { basesOf, rulebooks } from "./library.js";
import { compare, read } from "./tools.js";

const OPENED = "opened";

/** Gives `{ show(rulebook, opened), look(isShown) }`: what is compared with which opened text, and whether it is looked at. */
export function createContrastPanel(choice, root) {
  let rulebook = null;
  let opened = "";
  let base = { text: null, rulebook: null, issues: [] };
  let isShown = false;
  let isDrawn = false;

  function textOfChoice() {
    const shipped = rulebooks().find(({ id }) => id === choice.value);
    return shipped ? shipped.text : opened;
  }

  function fetchBase() {
    const text = textOfChoice();
    if (text === base.text) return;
    if (base.rulebook) base.rulebook.free();
    const { value, issues } = read(text, basesOf(text));
    base = { text, rulebook: value, issues };
  }

  function draw() {
    if (!isShown || isDrawn) return;
    isDrawn = true;
    if (!rulebook) {
      showNoContrast(root, "现在的文本还读不通，不能对照。");
      return;
    }
    fetchBase();
    if (base.rulebook) showContrast(root, compare(base.rulebook, rulebook), namesIn(rulebook, base.rulebook));
    else showNoContrast(root, `对照本有${base.issues.length}处毛病，读不通，不能对照。`);
  }

  function stale() {
    isDrawn = false;
    draw();
  }

  update(choice, h("option", { value: OPENED }, "打开时的版本"), rulebooks().map(({ id, name }) => h("option", { value: id }, name)));
  choice.addEventListener("change", stale);
  return {
    show(next, text) {
      rulebook = next;
      opened = text;
      stale();
    },
    look(now) {
      isShown = now;
      draw();
    },
  };
}
