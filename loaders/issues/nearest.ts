/** More edits than a third of the letters make another word. */
const SAME_WORD = 1 / 3;

/** The word most like the one given, the first of several; undefined where none is near enough to be meant. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let best: { word: string; edits: number } | undefined;
  for (const other of words) {
    const edits = countEdits(word.toLowerCase(), other.toLowerCase());
    const most = Math.max(1, Math.floor(Math.max(word.length, other.length) * SAME_WORD));
    if (edits <= most && (!best || edits < best.edits)) best = { word: other, edits };
  }
  return best?.word;
}

/** Letters put in, left out, changed or swapped with a neighbour (optimal string alignment). */
function countEdits(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change, swap);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
