// How wide text is on a terminal, and where a line may break. Knows the colours' escape sequences only as having no width.

const ESCAPE = /^\x1b\[[0-9;]*m/;
/** Han, kana, hangul, full-width forms and emoji; and the signs of Chinese text (“”‘’—…·) that many terminals draw wide. */
const WIDE =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u00b7\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NARROW_WORD = /^[!-~\u00a1-\u00b6\u00b8-\u10ff]+/;
/** What must not begin a line, and what must not end one. */
const CLOSING = /^([，。、；：？！）》」』】〕”’…—·)\],;]|[.:](?!\S))/;
const OPENING = /[（《「『【〔“‘([]$/;

/** The columns that a text takes. */
export function width(text: string): number {
  let sum = 0;
  for (const character of text.replace(/\x1b\[[0-9;]*m/g, "")) sum += WIDE.test(character) ? 2 : 1;
  return sum;
}

/** A text in lines of at most so many columns; only a word that is longer than that is cut. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of pieces(text)) {
    const needed = width(trimmed(piece));
    if (used > 0 && used + needed > columns) {
      lines.push(trimmed(line));
      line = "";
      used = 0;
    }
    for (const part of needed > columns ? Array.from(piece) : [piece]) {
      if (used > 0 && used + width(trimmed(part)) > columns) {
        lines.push(line);
        line = "";
        used = 0;
      }
      line += part;
      used += width(part);
    }
  }
  lines.push(trimmed(line));
  return lines;
}

/** The parts between which a line may break: a narrow word or one wide character, with the punctuation that belongs to it. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest !== "") {
    const [atom] = ESCAPE.exec(rest) || NARROW_WORD.exec(rest) || /^(\s+|[^])/u.exec(rest) || [rest];
    rest = rest.slice(atom.length);
    const last = found[found.length - 1];
    const joins = last !== undefined && (ESCAPE.test(atom) || /^\s/.test(atom) || CLOSING.test(atom) || OPENING.test(last) || /^(\x1b\[[0-9;]*m)+$/.test(last));
    if (joins) found[found.length - 1] = last + atom;
    else found.push(atom);
  }
  return found;
}

function trimmed(text: string): string {
  return text.replace(/\s+$/, "");
}
