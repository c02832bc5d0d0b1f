// A draft under way: the package's session, what of it can be taken back, and what is worked out ahead. Knows that facts are
// set, cleared and put back; does not know which facts there are, nor the page.

import { differences, withFact } from "./state.js";
import { inIdleMoments } from "./time.js";

/** `onUpdate(changes)` hears of every step, as the package tells it. */
export function createDrafting(rulebook, draft, options, onUpdate) {
  const session = rulebook.session(draft, options);
  const prepare = inIdleMoments(() => session.prepare());
  const clicks = [];

  function take(update) {
    onUpdate(update.changes);
    prepare();
  }

  /** One click may state several facts at once: remembers what they were. */
  function click(words, act) {
    const before = session.draft;
    const update = act();
    clicks.push({ words, facts: differences(before, session.draft) });
    take(update);
  }

  prepare();
  return {
    get draft() { return session.draft; },
    get route() { return session.route; },
    get suggestions() { return session.suggestions; },
    /** What the last click did, in words; undefined where there is none to take back. */
    get lastClick() { return clicks.length > 0 ? clicks[clicks.length - 1].words : undefined; },

    /** What the clerk typed into a field; `undefined` where it was emptied. */
    type: (name, value) => take(value === undefined ? session.clear(name) : session.set(name, value)),
    answer: (words, name, value) => click(words, () => session.set(name, value)),
    follow: (words, changed) => click(words, () => session.replace(changed)),
    accept: (suggestion) => click(suggestion.words, () => session.accept(suggestion)),
    reject: (suggestion) => take(session.reject(suggestion)),
    reconsider: (changed) => take(session.reconsider(changed)),
    /** Takes the last click back: its facts alone, whatever was typed since. */
    undo: () => {
      const { facts } = clicks.pop();
      take(session.replace(facts.reduce((restored, { name, value }) => withFact(restored, name, value), session.draft)));
    },
  };
}
