import { RESTS } from "../definitions/scheme.js";

/** One count of a two-way table. */
export interface Cell {
  row: string;
  column: string;
  count: number;
}

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

/** Rows and columns whose totals are suppressed themselves. */
export interface HiddenTotals {
  rows: ReadonlySet<string>;
  columns: ReadonlySet<string>;
}

const NO_TOTALS: HiddenTotals = { rows: new Set(), columns: new Set() };

/**
 * Which cells of a two-way table to suppress when all row and column totals are known but the hidden ones. Every small
 * cell is hidden; a hidden cell could still be found if it lay on no circle of hidden cells (rows and columns being
 * the corners), so for each such cell the cheapest circle through it is hidden too. Hidden totals are guarded in the
 * same way, as cells of one more row and column: else a row shown whole would add up to its hidden total. Beyond
 * that, hidden totals of one side are joined by hidden cells: a table in which they fall apart would tell what some of
 * them add up to, and several tables with the same totals together what each of them is.
 */
export function suppressCells(cells: readonly Cell[], minimum: number, totals: HiddenTotals = NO_TOTALS): Set<Cell> {
  const margins = marginCells(totals);
  const all = [...cells, ...margins];
  const hidden = new Set([...cells.filter((c) => isFew(c.count, minimum)), ...margins]);
  const cost = (c: Cell) => (hidden.has(c) ? 0 : c.count === 0 ? EMPTY_COST : c.count);
  const alone = new Set<Cell>();
  for (let guard = all.length; guard > 0; guard--) {
    const open = [...hidden].find((cell) => !alone.has(cell) && !pathAround([...hidden], cell, () => 0));
    const more = open ? pathAround(all, open, cost) : (join(cells, hidden, totals, cost) ?? []);
    if (!open && more?.length === 0) break;
    if (more) for (const cell of more) hidden.add(cell);
    else if (open && margins.includes(open)) alone.add(open);
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

const rowNode = (row: string) => `r ${row}`;
const columnNode = (column: string) => `c ${column}`;

/** The cheapest way between two hidden totals of one side that hidden cells don't join yet; undefined if all are. */
function join(
  cells: readonly Cell[],
  hidden: ReadonlySet<Cell>,
  { rows, columns }: HiddenTotals,
  cost: (cell: Cell) => number
): Cell[] | undefined {
  const joined = cells.filter((c) => hidden.has(c));
  for (const [first, ...others] of [[...rows].map(rowNode), [...columns].map(columnNode)])
    for (const other of others)
      if (first !== undefined && !cheapestPath(joined, first, other, () => 0))
        return cheapestPath(cells, first, other, cost);
  return undefined;
}

/** Cheapest way from a cell's row to its column over other cells; undefined if there is none. */
function pathAround(cells: readonly Cell[], around: Cell, cost: (cell: Cell) => number): Cell[] | undefined {
  const others = cells.filter((cell) => cell !== around);
  return cheapestPath(others, rowNode(around.row), columnNode(around.column), cost);
}

/** Cheapest way between two rows or columns over cells; undefined if there is none. */
function cheapestPath(
  cells: readonly Cell[],
  start: string,
  goal: string,
  cost: (cell: Cell) => number
): Cell[] | undefined {
  const best = new Map<string, { cost: number; path: Cell[] }>([[start, { cost: 0, path: [] }]]);
  const done = new Set<string>();
  for (;;) {
    const next = [...best].filter(([node]) => !done.has(node)).sort((a, b) => a[1].cost - b[1].cost)[0];
    if (!next) return undefined;
    const [node, reached] = next;
    if (node === goal) return reached.path;
    done.add(node);
    for (const cell of cells) {
      const [a, b] = [rowNode(cell.row), columnNode(cell.column)];
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
  const fine = (n: number) => !isFew(n, minimum);
  let last: number | undefined;
  return counts.map((count) => {
    const shown = fine(count) && (last === undefined || fine(last - count));
    if (shown) last = count;
    return shown;
  });
}
