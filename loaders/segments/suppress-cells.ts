import { isFew } from "./suppress.js";

/** One count of a two-way table. */
export interface Cell {
  row: string;
  column: string;
  count: number;
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
    const bridges = findBridges([...hidden]);
    const open = [...hidden].find((cell) => !alone.has(cell) && bridges.has(cell));
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

/** The cells by the row and by the column that they touch. */
function byNode(cells: readonly Cell[]): Map<string, { cell: Cell; other: string }[]> {
  const touched = new Map<string, { cell: Cell; other: string }[]>();
  const touch = (node: string, cell: Cell, other: string) => {
    const list = touched.get(node);
    if (list) list.push({ cell, other });
    else touched.set(node, [{ cell, other }]);
  };
  for (const cell of cells) {
    touch(rowNode(cell.row), cell, columnNode(cell.column));
    touch(columnNode(cell.column), cell, rowNode(cell.row));
  }
  return touched;
}

/** The cells that lie on no circle. Source: Tarjan (1974), a note on finding the bridges of a graph. */
function findBridges(cells: readonly Cell[]): Set<Cell> {
  const touched = byNode(cells);
  const found = new Set<Cell>();
  const entered = new Map<string, number>();
  /** The earliest node that can be reached from a node without the cell it was entered by. */
  const visit = (node: string, by: Cell | undefined): number => {
    const place = entered.size;
    entered.set(node, place);
    let earliest = place;
    for (const { cell, other } of touched.get(node) ?? []) {
      if (cell === by) continue;
      const known = entered.get(other);
      const reached = known ?? visit(other, cell);
      if (known === undefined && reached > place) found.add(cell);
      earliest = Math.min(earliest, reached);
    }
    return earliest;
  };
  for (const node of touched.keys()) if (!entered.has(node)) visit(node, undefined);
  return found;
}

/** Cheapest way between two rows or columns over cells; undefined if there is none. */
function cheapestPath(
  cells: readonly Cell[],
  start: string,
  goal: string,
  cost: (cell: Cell) => number
): Cell[] | undefined {
  const touched = byNode(cells);
  const best = new Map<string, { cost: number; path: Cell[] }>([[start, { cost: 0, path: [] }]]);
  const done = new Set<string>();
  for (;;) {
    const next = [...best].filter(([node]) => !done.has(node)).sort((a, b) => a[1].cost - b[1].cost)[0];
    if (!next) return undefined;
    const [node, reached] = next;
    if (node === goal) return reached.path;
    done.add(node);
    for (const { cell, other } of touched.get(node) ?? []) {
      if (done.has(other)) continue;
      const total = reached.cost + cost(cell);
      if (total < (best.get(other)?.cost ?? Number.POSITIVE_INFINITY))
        best.set(other, { cost: total, path: [...reached.path, cell] });
    }
  }
}
