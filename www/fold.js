// A part of the page that is closed until somebody wants it. Not `details`: what is closed must still come out on paper where
// the style sheet wants it.

import { h } from "./dom.js";

/** Gives `{ element, body, isOpen() }`; `onOpen()` hears each time it is opened. */
export function createFold(key, title, onOpen) {
  const body = h("div", { class: "fold-body", id: `fold-${key}`, hidden: true });
  const button = h("button", { type: "button", class: "fold-button", "aria-expanded": "false", "aria-controls": body.id }, title);
  const element = h("section", { class: `part part--${key} fold`, "aria-labelledby": `part-${key}` },
    h("h2", { class: "part-title", id: `part-${key}` }, button), body);
  button.addEventListener("click", () => {
    body.hidden = !body.hidden;
    button.setAttribute("aria-expanded", String(!body.hidden));
    if (body.hidden) return;
    onOpen();
    element.scrollIntoView({ block: "nearest" });
  });
  return { element, body, isOpen: () => !body.hidden };
}
