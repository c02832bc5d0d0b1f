// The route in connected words, in one of several languages, to read, copy and print. Knows languages and text; what is said is
// the package's.

import { h } from "./dom.js";
import { createFold } from "./fold.js";
import { copyButton } from "./copy.js";
import { quietly } from "./time.js";

const AFTER = 200;

/** Adds itself to `root`. `tell(language)` gives the words for the route as it is. Gives `{ changed() }`. */
export function createProseView(root, languages, tell) {
  let language = languages[0].id;
  const text = h("div", { class: "prose", id: "prose" });
  const fold = createFold("prose", "文字说明", write);
  const choices = h("div", { class: "choices", role: "radiogroup", "aria-label": "说明的语言" }, languages.map(({ id, name }) =>
    h("label", { class: "choice" }, h("input", { type: "radio", class: "choice-box", name: "language", value: id, checked: id === language }),
      h("span", { class: "choice-words", lang: id }, name))));

  function write() {
    text.lang = language;
    text.textContent = tell(language);
  }

  choices.addEventListener("change", (event) => { language = event.target.value; write(); });
  fold.body.appendChild(h("div", { class: "prose-tools" }, choices, copyButton(text.id, "复制全文")));
  fold.body.appendChild(text);
  root.appendChild(fold.element);
  // Closed or not, it is there for the printer.
  return { changed: quietly(AFTER, write) };
}
