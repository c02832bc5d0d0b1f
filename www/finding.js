// One finding with its articles, as it stands beside its field and in the summary. Knows the package's `Finding`;
// does not know where it is put.

import { h } from "./dom.js";
import { citations } from "./citation.js";
import { severityWords } from "./words.js";

/** `key` must be unlike that of any other place on the page; `link` may lead to the field. */
export function findingElement(tag, finding, key, link) {
  return h(tag, { class: `finding finding--${finding.severity}`, "data-key": key },
    h("p", { class: "finding-words" }, h("b", { class: "finding-mark" }, severityWords[finding.severity]), finding.message, link),
    citations(finding.basis, key));
}
