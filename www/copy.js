// Copying words without asking for permission. Knows the older command alone: an OA system is often served without TLS, where a
// page has no `navigator.clipboard`.

import { h } from "./dom.js";

const COPIED = "已复制";
const SELECTED = "已选中，请按 Ctrl+C";

/** A button that copies the words of the element with the id `of`. */
export function copyButton(of, label) {
  return h("button", { type: "button", class: "small copy", "data-copy": of, "data-key": `copy ${of}` }, label);
}

function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return selection;
}

/** Copies anywhere under `root`; `onDone(words)` hears what came of it. Where copying is refused, the words stay selected. */
export function listenForCopies(root, onDone) {
  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const selection = select(document.getElementById(button.getAttribute("data-copy")));
    const isCopied = document.execCommand("copy");
    if (isCopied) selection.removeAllRanges();
    onDone(isCopied ? COPIED : SELECTED);
  });
}
