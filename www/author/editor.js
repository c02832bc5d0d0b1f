// The text area with its line numbers and the marks beside lines with faults. Knows text and lines; does not know the
// format, nor where faults come from.
//
// Numbers are one text that changes only when lines come or go, and marks are few: two thousand lines stay fluent.

import { h } from "../dom.js";
import { listenForKeys } from "./keys.js";
import { countLines, lineSpan, placeOf } from "./text.js";

/**
 * Fills `root`; nothing can be typed before the first `write`. `onInput(text)` hears every change, `onPlace({ line, column })` where the cursor is. `describedBy` names
 * the element that explains the keys.
 */
export function createEditor(root, { describedBy, onInput, onPlace }) {
  const numbers = h("pre", { class: "editor-numbers" });
  const marks = h("div", { class: "editor-marks" });
  const bands = h("div", { class: "editor-bands" });
  const gutter = h("div", { class: "editor-gutter", "aria-hidden": "true" }, numbers, marks);
  const area = h("textarea", { class: "editor-text", readonly: true, wrap: "off", spellcheck: "false", autocapitalize: "off", autocomplete: "off", "aria-label": "规则文本", "aria-describedby": describedBy });
  root.appendChild(gutter);
  root.appendChild(h("div", { class: "editor-page" }, h("div", { class: "editor-backdrop", "aria-hidden": "true" }, bands), area));
  const lineHeight = parseFloat(getComputedStyle(area).lineHeight);
  let lines = 0;

  function number() {
    const count = countLines(area.value);
    if (count === lines) return;
    lines = count;
    numbers.textContent = Array.from({ length: count }, (_, index) => index + 1).join("\n");
  }

  function follow() {
    const shift = `translateY(${-area.scrollTop}px)`;
    [numbers, marks, bands].forEach((layer) => { layer.style.transform = shift; });
  }

  function say() {
    onPlace(placeOf(area.value, area.selectionEnd));
  }

  /** Puts an element of each of these classes at each line; `title` is shown to the mouse. */
  function stand(layer, name, faults) {
    layer.textContent = "";
    faults.forEach(({ line, title }) => {
      const mark = h("span", { class: name, title });
      mark.style.top = `${(line - 1) * lineHeight}px`;
      layer.appendChild(mark);
    });
  }

  function select(start, end) {
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    const { line } = placeOf(area.value, start);
    area.scrollTop = (line - 1) * lineHeight - area.clientHeight / 3;
    area.scrollLeft = 0;
    root.scrollIntoView({ block: "nearest" });
    follow();
    say();
  }

  area.addEventListener("input", () => { number(); follow(); onInput(area.value); });
  area.addEventListener("scroll", follow);
  ["keyup", "click", "focus"].forEach((name) => area.addEventListener(name, say));
  listenForKeys(area);

  return {
    get text() { return area.value; },
    /** Another document: nothing of the last one can be brought back. */
    write(text) {
      area.readOnly = false;
      area.value = text;
      area.setSelectionRange(0, 0);
      area.scrollTop = 0;
      number();
      follow();
      say();
    },
    /** A change like one typed: it can be undone. Slow where very many lines come in. */
    replace(start, end, words) {
      area.focus({ preventScroll: true });
      area.setSelectionRange(start, end);
      if (!document.execCommand("insertText", false, words)) {
        area.setRangeText(words, start, end, "end");
        area.dispatchEvent(new Event("input"));
      }
      select(start, start + words.length);
    },
    goTo(line) {
      const { start, end } = lineSpan(area.value, line);
      select(start, end);
    },
    /** `[{ line, title }]`: marks these lines and no others. */
    mark(faults) {
      stand(marks, "editor-mark", faults);
      stand(bands, "editor-band", faults);
    },
  };
}
