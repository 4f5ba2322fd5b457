import { RESTS } from "../definitions/scheme.js";

/**
 * Which parts of a whole to suppress so that no part of fewer than `minimum` people can be read or found by
 * subtracting the rest from the total. Primary: every small part. Secondary: the smallest others, until at least two
 * parts with at least `minimum` people together are hidden (rests before groups). Empty parts may be shown: they hold
 * nobody, and hidden parts that all hold nobody need no cover.
 */
export function suppressParts(
  counts: ReadonlyMap<string, number>,
  minimum: number,
  primary: ReadonlySet<string> = smallParts(counts, minimum)
): Set<string> {
  const hidden = new Set(primary);
  const others = [...counts]
    .filter(([id, n]) => n > 0 && !hidden.has(id))
    .sort((a, b) => rank(a[0]) - rank(b[0]) || a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  const people = () => [...hidden].reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
  while (people() > 0 && (hidden.size < 2 || people() < minimum) && others.length > 0)
    hidden.add(others.shift()?.[0] ?? "");
  return hidden;
}

/**
 * Where several counts give one another away (a part and what is left of its whole; parts that make up a whole): the
 * groups in which all of them are hidden together, so that each by itself is safe over the groups.
 */
export function suppressTogether(
  counts: readonly ReadonlyMap<string, number>[],
  minimum: number,
  primary: ReadonlySet<string> = new Set()
): Set<string> {
  let hidden = new Set([...primary, ...counts.flatMap((count) => [...smallParts(count, minimum)])]);
  // Smaller counts choose first; a part and its rest get the same companions whichever of them is called the part.
  const ordered = [...counts].sort((a, b) => sum(a) - sum(b) || (inOrder(a) < inOrder(b) ? -1 : 1));
  for (let size = -1; size !== hidden.size; ) {
    size = hidden.size;
    for (const count of ordered) hidden = suppressParts(count, minimum, hidden);
  }
  return hidden;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, n) => total + n, 0);
}

function inOrder(counts: ReadonlyMap<string, number>): string {
  return JSON.stringify([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Somebody, but fewer than may be shown. */
export function isFew(people: number, minimum: number): boolean {
  return people > 0 && people < minimum;
}

/** A rest says least, so it is hidden before a group. */
function rank(id: string): number {
  return RESTS.some((rest) => rest.id === id) ? 0 : 1;
}

function smallParts(counts: ReadonlyMap<string, number>, minimum: number): Set<string> {
  return new Set([...counts].filter(([, n]) => isFew(n, minimum)).map(([id]) => id));
}

/**
 * Which steps of a shrinking series of counts (a funnel) may be shown: a count is shown only if it, and its
 * difference to the last one shown, is nobody or at least `minimum` people.
 */
export function shownSteps(counts: readonly number[], minimum: number): boolean[] {
  const fine = (n: number) => !isFew(n, minimum);
  let last: number | undefined;
  return counts.map((count) => {
    const shown = fine(count) && (last === undefined || fine(last - count));
    if (shown) last = count;
    return shown;
  });
}
