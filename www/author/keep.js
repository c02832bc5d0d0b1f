// What must survive a reload: the document, its materials and the draft on trial. Knows the browser's store, and that it
// may be missing, full or forbidden; does not know what is in a text.

const KEY = "qianfa.author";

/**
 * A document just opened. `opened` is the text to which one can go back, `saved` the text that lies on a disk; `cases`
 * stand beside the text, `source` is the text of the rules themselves.
 */
export function newDocument(name, text, cases) {
  return { name, text, opened: text, saved: text, cases, source: "", draft: {}, on: "", done: false };
}

/** What was kept, or null. */
export function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return kept && typeof kept.text === "string" ? Object.assign(newDocument("", kept.text, []), kept) : null;
  } catch (error) {
    return null;
  }
}

/** Keeps it; says whether it could. */
export function keep(state) {
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
    return true;
  } catch (error) {
    return false;
  }
}
