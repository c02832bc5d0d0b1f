// What the title suggests, under the title's field: its words with those marked that speak for something, and a chip for each
// suggestion to accept or to wave away. Knows the package's `Suggestion`; states nothing itself.

import { h, update } from "./dom.js";

/** Draws into `root`. Tells of clicks, `onAccept(suggestion)` and `onReject(suggestion)`, and when none is left: `onEmpty()`. */
export function createTitleView(root, { onAccept, onReject, onEmpty }) {
  let shown = [];

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-accept], [data-reject]");
    if (!button) return;
    const isAccept = button.hasAttribute("data-accept");
    const at = Number(button.getAttribute(isAccept ? "data-accept" : "data-reject"));
    (isAccept ? onAccept : onReject)(shown[at]);
    const next = root.querySelectorAll("[data-accept]");
    if (next.length > 0) next[Math.min(at, next.length - 1)].focus();
    else onEmpty();
  });
  root.addEventListener("mouseover", (event) => light(event.target));
  root.addEventListener("mouseleave", () => light(null));
  root.addEventListener("focusin", (event) => light(event.target));
  root.addEventListener("focusout", () => light(null));

  /** The words that speak for one suggestion stand out as long as the clerk is at it. */
  function light(target) {
    const chip = target && target.closest(".suggestion");
    root.querySelectorAll("mark").forEach((mark) =>
      mark.classList.toggle("is-lit", Boolean(chip) && mark.getAttribute("data-for").split(" ").indexOf(chip.getAttribute("data-at")) >= 0));
  }

  return {
    show(title, suggestions) {
      shown = suggestions;
      update(root, suggestions.length > 0 && [
        h("p", { class: "title-read", "data-key": "read" }, h("span", { class: "title-lead" }, "从标题看"), markedElements(title, suggestions)),
        h("ul", { class: "suggestions", "data-key": "suggestions", "aria-label": "从标题看，可能是" }, suggestions.map(suggestionElement)),
      ]);
    },
  };
}

function suggestionElement(suggestion, at) {
  return h("li", { class: "suggestion", "data-at": at, "data-key": `${suggestion.fact}=${JSON.stringify(suggestion.value)}` },
    h("button", { type: "button", class: "suggestion-accept", "data-accept": at, "aria-label": `采纳：${suggestion.words}` }, suggestion.words),
    h("button", { type: "button", class: "chip-remove", "data-reject": at, "aria-label": `不采纳：${suggestion.words}`, title: "不采纳" }, "×"));
}

/** The title cut at every edge of a span; pieces that speak for suggestions are marked with these. */
function markedElements(title, suggestions) {
  const edges = [0, title.length];
  suggestions.forEach(({ span }) => edges.push(span.start, span.end));
  const cuts = Array.from(new Set(edges)).filter((edge) => edge >= 0 && edge <= title.length).sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index];
    const owners = suggestions.map((_, at) => at).filter((at) => suggestions[at].span.start <= start && end <= suggestions[at].span.end);
    const words = title.slice(start, end);
    return owners.length > 0 ? h("mark", { "data-for": owners.join(" ") }, words) : h("span", null, words);
  });
}
