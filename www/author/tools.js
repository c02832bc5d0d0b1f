// The only file of the authoring page that names the installed package. Knows how a text becomes a rulebook or a list
// of faults; does not know where texts come from nor what is shown.

import { compareRulebooks, init, initTools, loadRulebook, RulebookError, rulebookFromText } from "../vendor/qianfa/dist/web.js";

export { compareRulebooks as compare };

/** Makes engine and tools ready. To be awaited once. */
export function start() {
  return Promise.all([init(), initTools()]);
}

function attempt(work) {
  try {
    return { value: work(), issues: [] };
  } catch (error) {
    if (error instanceof RulebookError) return { value: null, issues: error.issues };
    throw error;
  }
}

/** The rulebook of a text as `value`, or null and the text's faults as `issues`. `bases` are texts that it may stand on. */
export function read(text, bases) {
  return attempt(() => loadRulebook(text, { bases }));
}

/** The same text as a plain object. */
export function toObject(text) {
  return attempt(() => rulebookFromText(text));
}
