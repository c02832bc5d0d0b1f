// What follows from the text, each time it rests: a rulebook or faults at once, the proofs a moment later, so that typing
// and the live route need not wait for them. Knows the order of things; draws nothing.

import { basesOf } from "./library.js";
import { read, toObject } from "./tools.js";

const PROVE_AFTER = 60;

/** What is to be checked beside the rulebook: its own cases and those beside it, and the text of the rules. */
function optionsOf({ text, cases, source }) {
  const options = {};
  if (source) options.text = source;
  if (cases.length > 0) options.cases = (toObject(text).value.案例 || []).concat(cases);
  return options;
}

/**
 * `onRead({ rulebook, issues, report })` hears that a text was read: with faults, `rulebook` and `report` are the last good
 * ones. `onProved({ rulebook, report, failure })` hears that its proofs are there. Gives `{ read(document), forget() }`.
 */
export function createReading(onRead, onProved) {
  let rulebook = null;
  let report = null;
  let proving;

  function prove(document) {
    try {
      const options = optionsOf(document);
      report = Object.assign(rulebook.check(options), { failedCases: rulebook.test(options.cases).filter((one) => one.faults.length > 0) });
      onProved({ rulebook, report, failure: "" });
    } catch (error) {
      onProved({ rulebook, report, failure: String((error && error.message) || error) });
    }
  }

  return {
    read(document) {
      clearTimeout(proving);
      const { value, issues } = read(document.text, basesOf(document.text));
      const last = rulebook;
      if (value) rulebook = value;
      onRead({ rulebook, issues, report });
      if (!value) return;
      if (last) last.free();
      proving = setTimeout(prove, PROVE_AFTER, document);
    },
    /** Another document has come: the last proofs are not about it. */
    forget() {
      clearTimeout(proving);
      report = null;
    },
  };
}
