// The whole of a keystroke in Node: a fact is set, and the new route is there with its questions. `cargo xtask pack`, then
// `node benches/keystroke.mjs`, or with the ids of some rulebooks behind it.
//
// The cases are typed as a clerk would: field by field in the order of the form, now and then a wrong answer first and then the right
// one. Each keystroke is timed three times: where its situation has never been seen, where it was worked out ahead (`prepare`) while
// nobody typed, and where the clerk has been there before. Machines are noisy: compare the columns of one run.

import { createRequire } from "node:module";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { casesOf, factsOf } from "../tests/lib/drafts.mjs";

const require = createRequire(fileURLToPath(new URL("../pkg/dist/node.cjs", import.meta.url)));
const qianfa = require("./node.cjs");
/** Working out ahead takes long beside a keystroke: of the cases, one in so many. */
const SHARE = 8;

await qianfa.init();
const shipped = readdirSync(new URL("../pkg/dist/rulebooks/rules", import.meta.url)).filter((file) => /^[^.]+\.js$/.test(file));
const ids = process.argv.length > 2 ? process.argv.slice(2) : shipped.map((file) => file.slice(0, -3));
const weight = (id) => JSON.stringify(require(`./rulebooks/rules/${id}.cjs`)).length;
// The largest last, where the eye is.
ids.sort((one, other) => weight(one) - weight(other));

console.log(`${"µs".padEnd(12)}${["keystrokes", "cold p50", "p95", "prepared p50", "p95", "missed", "again p50", "p95"].map((name) => name.padStart(13)).join("")}`);
for (const id of ids) {
  const rulebook = qianfa.loadRulebook(require(`./rulebooks/${id}.cjs`));
  const times = { cold: [], prepared: [], again: [] };
  let missed = 0;
  casesOf(id).forEach(({ draft }, number) => {
    const strokes = typed(factsOf(draft, rulebook.vocabulary));
    const session = rulebook.session();
    for (const stroke of strokes) times.cold.push(timed(session, stroke));
    session.replace({});
    for (const stroke of strokes) times.again.push(timed(session, stroke));
    if (number % SHARE > 0) return;
    const ready = rulebook.session();
    strokes.forEach((stroke, at) => {
      const isReady = wasPrepared(ready, stroke, strokes[at - 1]);
      while (ready.prepare());
      const time = timed(ready, stroke);
      if (isReady) times.prepared.push(time);
      else missed += 1;
    });
  });
  const columns = [times.cold.length, ...quantiles(times.cold), ...quantiles(times.prepared), `${Math.round((100 * missed) / (missed + times.prepared.length))} %`, ...quantiles(times.again)];
  console.log(`${id.padEnd(12)}${columns.map((column) => String(column).padStart(13)).join("")}`);
  rulebook.free();
}

/** The keystrokes that fill a draft: every fourth fact that is a plain yes or no is first answered the other way round. */
function typed(facts) {
  const strokes = [];
  facts.forEach(([path, value], at) => {
    if (typeof value === "boolean" && at % 4 === 3) strokes.push([path, !value]);
    strokes.push([path, value]);
  });
  return strokes;
}

/**
 * Whether this was worked out ahead: an answer to a question, or another one instead of the last. A list or a name is what only the clerk
 * knows.
 */
function wasPrepared(session, [path, value], last) {
  if (last !== undefined && last[0] === path) return true;
  return session.route.questions.some(({ fact, answers }) => fact === path && answers.some((answer) => answer.value === value));
}

/** Microseconds for one keystroke, to the route and its questions. */
function timed(session, [path, value]) {
  const start = process.hrtime.bigint();
  const { questions } = session.set(path, value).route;
  const end = process.hrtime.bigint();
  if (questions === undefined) throw new Error("no questions");
  return Number(end - start) / 1000;
}

function quantiles(times) {
  const sorted = [...times].sort((one, other) => one - other);
  return [0.5, 0.95].map((part) => (sorted[Math.floor(part * (sorted.length - 1))] || 0).toFixed(1));
}
