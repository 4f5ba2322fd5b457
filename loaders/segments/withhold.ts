import { RESTS } from "../definitions/scheme.js";

/** One count of a two-way table. */
export interface Cell {
  row: string;
  column: string;
  count: number;
}

/**
 * Which parts of a whole to withhold so that no part of fewer than `minimum` people can be read or found by
 * subtracting the rest from the total: every small part, and then the smallest others until at least two parts
 * with at least `minimum` people together are hidden (rests before groups). Empty parts may be shown: they hold nobody.
 */
export function withholdParts(
  counts: ReadonlyMap<string, number>,
  minimum: number,
  small: ReadonlySet<string> = smallParts(counts, minimum)
): Set<string> {
  const hidden = new Set(small);
  if (hidden.size === 0) return hidden;
  const rest = [...counts]
    .filter(([id, n]) => n > 0 && !hidden.has(id))
    .sort((a, b) => rank(a[0]) - rank(b[0]) || a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  const people = () => [...hidden].reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
  while ((hidden.size < 2 || people() < minimum) && rest.length > 0) hidden.add(rest.shift()?.[0] ?? "");
  return hidden;
}

/** A rest says least, so it is hidden before a group. */
function rank(id: string): number {
  return RESTS.some((rest) => rest.id === id) ? 0 : 1;
}

function smallParts(counts: ReadonlyMap<string, number>, minimum: number): Set<string> {
  return new Set([...counts].filter(([, n]) => n > 0 && n < minimum).map(([id]) => id));
}

/** Rows and columns whose totals are withheld themselves. */
export interface HiddenTotals {
  rows: ReadonlySet<string>;
  columns: ReadonlySet<string>;
}

const NO_TOTALS: HiddenTotals = { rows: new Set(), columns: new Set() };

/**
 * Which cells of a two-way table to withhold when all row and column totals are known but the hidden ones. Every
 * small cell is hidden; a hidden cell could still be found if it lay on no circle of hidden cells (rows and columns
 * being the corners), so for each such cell the cheapest circle through it is hidden too. Hidden totals are guarded
 * in the same way, as cells of one more row and column: else a row shown whole would add up to its hidden total.
 */
export function withholdCells(cells: readonly Cell[], minimum: number, totals: HiddenTotals = NO_TOTALS): Set<Cell> {
  const margins = marginCells(totals);
  const all = [...cells, ...margins];
  const hidden = new Set([...cells.filter((c) => c.count > 0 && c.count < minimum), ...margins]);
  const alone = new Set<Cell>();
  for (let guard = all.length; guard > 0; guard--) {
    const open = [...hidden].find(
      (cell) =>
        !alone.has(cell) &&
        !pathAround(
          all,
          cell,
          (c) => hidden.has(c),
          () => 0
        )
    );
    if (!open) break;
    const circle = pathAround(
      all,
      open,
      () => true,
      (c) => (hidden.has(c) ? 0 : c.count === 0 ? EMPTY_COST : c.count)
    );
    if (circle) for (const cell of circle) hidden.add(cell);
    else if (margins.includes(open)) alone.add(open);
    else return new Set(cells.filter((c) => c.count > 0 || hidden.has(c)));
  }
  for (const margin of margins) hidden.delete(margin);
  return hidden;
}

/** The name of the row and column of totals; no group has it, as ids hold no blank. */
const TOTAL = "all together";

function marginCells({ rows, columns }: HiddenTotals): Cell[] {
  return [
    ...[...rows].map((row) => ({ row, column: TOTAL, count: 0 })),
    ...[...columns].map((column) => ({ row: TOTAL, column, count: 0 }))
  ];
}

/** Hiding an empty cell costs nothing in people but leaves a weak cover, so it comes last. */
const EMPTY_COST = 1e9;

/** Cheapest way from a cell's row to its column over other cells; undefined if there is none. */
function pathAround(
  cells: readonly Cell[],
  around: Cell,
  allowed: (cell: Cell) => boolean,
  cost: (cell: Cell) => number
): Cell[] | undefined {
  const start = `r ${around.row}`;
  const goal = `c ${around.column}`;
  const best = new Map<string, { cost: number; path: Cell[] }>([[start, { cost: 0, path: [] }]]);
  const done = new Set<string>();
  for (;;) {
    const next = [...best].filter(([node]) => !done.has(node)).sort((a, b) => a[1].cost - b[1].cost)[0];
    if (!next) return undefined;
    const [node, reached] = next;
    if (node === goal) return reached.path;
    done.add(node);
    for (const cell of cells) {
      if (cell === around || !allowed(cell)) continue;
      const [a, b] = [`r ${cell.row}`, `c ${cell.column}`];
      const other = node === a ? b : node === b ? a : undefined;
      if (!other || done.has(other)) continue;
      const total = reached.cost + cost(cell);
      if (total < (best.get(other)?.cost ?? Number.POSITIVE_INFINITY))
        best.set(other, { cost: total, path: [...reached.path, cell] });
    }
  }
}

/**
 * Which steps of a shrinking series of counts (a funnel) may be shown: a count is shown only if it, and its
 * difference to the last one shown, is nobody or at least `minimum` people.
 */
export function shownSteps(counts: readonly number[], minimum: number): boolean[] {
  const fine = (n: number) => n === 0 || n >= minimum;
  let last: number | undefined;
  return counts.map((count) => {
    const shown = fine(count) && (last === undefined || fine(last - count));
    if (shown) last = count;
    return shown;
  });
}
