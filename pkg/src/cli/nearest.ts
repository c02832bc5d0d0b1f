// What was probably meant by a word that is none of those known.

/** The known words most like this one, the likeliest first; none where nothing is near. */
export function nearest(word: string, known: readonly string[]): string[] {
  const tolerated = Math.max(1, Math.floor(word.length / 3));
  return known
    .map((it) => ({ it, distance: it.startsWith(word) ? 0 : edits(word.toLowerCase(), it.toLowerCase()) }))
    .filter(({ distance }) => distance <= tolerated)
    .sort((a, b) => a.distance - b.distance)
    .map(({ it }) => it);
}

/** How many characters must be put in, taken out, replaced or exchanged with their neighbour. */
function edits(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = at(last, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const exchanged = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? at(beforeLast, j - 2) + 1 : Infinity;
      row.push(Math.min(replaced, at(last, j) + 1, at(row, j - 1) + 1, exchanged));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, to.length);
}

function at(row: readonly number[], index: number): number {
  const value = row[index];
  return value === undefined ? Infinity : value;
}
