// Places in a rulebook's text: lines, the line of a clause, where cases go. Knows how the format is usually written down;
// parses nothing, so that it works on a text with faults too.

const ESCAPED = /[.*+?^${}()|[\]\\/-]/g;

/** How many lines the text has. */
export function countLines(text) {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** Where the line with this number (from 1) begins and ends. */
export function lineSpan(text, line) {
  let start = 0;
  for (let number = 1; number < line; number += 1) {
    const end = text.indexOf("\n", start);
    if (end < 0) break;
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  return { start, end: end < 0 ? text.length : end };
}

/** Line and column, both from 1, of a position. */
export function placeOf(text, position) {
  const before = text.slice(0, position);
  return { line: countLines(before), column: position - before.lastIndexOf("\n") };
}

/** What must be put where to make one text of another: `{ start, end, words }`, as little as one change can do it with. */
export function changeBetween(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, words: after.slice(start, after.length - tail) };
}

function lineOfMatch(text, pattern) {
  const match = pattern.exec(text);
  return match ? placeOf(text, match.index + match[0].length).line : undefined;
}

/** The line on which the clause with this id begins. */
export function lineOfClause(text, id) {
  return lineOfMatch(text, new RegExp(`编号["']?\\s*:\\s*["']?${id.replace(ESCAPED, "\\$&")}(?=["',}\\s]|$)`));
}

/** The line on which this key stands: of a matter, or of a part of the head. */
export function lineOfKey(text, key) {
  return lineOfMatch(text, new RegExp(`^\\s*["']?${key.replace(ESCAPED, "\\$&")}["']?\\s*(?=:)`, "m"));
}

/**
 * What to put where so that the text carries these cases as well: `{ at, words }`. Each is one line of JSON, which the
 * format takes. Null where the text is JSON itself or has its cases on one line.
 */
export function casesInText(text, cases) {
  if (/^\s*\{/.test(text) || /^案例:[ \t]*[^\s#]/m.test(text)) return null;
  const key = /^案例:[ \t]*(?:#.*)?\n/m.exec(text);
  const sibling = key && /^([ \t]*)- /.exec(text.slice(key.index + key[0].length));
  const indent = sibling ? sibling[1] : "  ";
  const lines = cases.map((one) => `${indent}- ${JSON.stringify(one)}\n`).join("");
  if (key) return { at: key.index + key[0].length, words: lines };
  const gap = text === "" || /\n$/.test(text) ? "\n" : "\n\n";
  return { at: text.length, words: `${gap}案例:\n${lines}` };
}
