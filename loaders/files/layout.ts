import { saysNothing, shapeOf, tidyCell } from "./cell.js";
import type { Columns } from "./columns.js";
import { distinctHeadings } from "./headings.js";
import type { FileRecord } from "./records.js";
import type { LeftKind } from "./sheet.js";
import { adds, describeColumns, filledCount } from "./tail.js";

/** Where a table stands in its file, from its first rows. */
export interface Layout {
  headings: readonly string[];
  /** 0 where the headings were named by the user and the file has none; a heading row that it has gives way to them. */
  headingRow: number;
  /** Heading cells as written and tidied, to know them again further down. */
  written: readonly string[];
  /** Rows above and just below the headings that are no data. */
  left: ReadonlyMap<number, LeftKind>;
  columns: Columns;
}

const LOOKED = 60;

/** Finds the heading row and what explains it; undefined where the first full row looks like data. */
export function findLayout(
  records: readonly FileRecord[],
  { headings, headingRow, grid = false }: { headings?: readonly string[]; headingRow?: number; grid?: boolean } = {}
): Layout | undefined {
  const tidied = records.map(({ row, cells }) => ({ row, cells: cells.map(tidyCell) }));
  const width = usualWidth(tidied, grid);
  const named = headings ? findHeading(tidied, width) : -1;
  if (headings && (named === -1 || !names(tidied, named))) {
    const columns = describeColumns(
      tidied.filter((r) => filledCount(r.cells) > 0),
      headings.length
    );
    const above = tidied[0]?.cells[0]?.match(/^sep=.$/i) ? new Map([[1, "preamble" as const]]) : new Map();
    return { headings: distinctHeadings(headings), headingRow: 0, written: [], left: above, columns };
  }
  const at = headings ? named : headingRow ? tidied.findIndex((r) => r.row === headingRow) : findHeading(tidied, width);
  const found = tidied[at];
  if (!found) return undefined;
  const left = new Map<number, LeftKind>();
  for (const { row, cells } of tidied.slice(0, at)) left.set(row, filledCount(cells) === 0 ? "blank" : "preamble");
  const below = tidied.slice(at + 1).filter((r) => filledCount(r.cells) > 0);
  const second = continues(found.cells, below) ? below.shift() : undefined;
  if (second) left.set(second.row, "heading");
  const used =
    headings?.length ??
    (grid ? Math.max(0, ...tidied.map((r) => r.cells.length)) : headingWidth(found.cells, below, width));
  for (const [row, kind] of explain(found.cells, below, used)) left.set(row, kind);
  return {
    headings: distinctHeadings(headings ?? joinHeadings(found.cells, second?.cells), used),
    headingRow: found.row,
    written: found.cells,
    left,
    columns: describeColumns(
      below.filter((r) => !left.has(r.row)),
      used
    )
  };
}

/** The number of cells that most rows have; in a grid, the number of filled ones. */
function usualWidth(records: readonly FileRecord[], grid: boolean): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) {
    const width = grid ? filledCount(cells) : cells.length;
    if (width > 1 && filledCount(cells) > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let [width, most] = [0, 0];
  for (const [cells, count] of counts)
    if (count > most || (count === most && cells > width)) [width, most] = [cells, count];
  return width;
}

/** Headings cut short of the rows' width get numbered names; a heading row wider than its rows stays as it is. */
function headingWidth(cells: readonly string[], below: readonly FileRecord[], width: number): number {
  const longer = below.filter((r) => r.cells.length === width).length > below.length / 2;
  return longer ? Math.max(cells.length, width) : cells.length;
}

function findHeading(records: readonly FileRecord[], width: number): number {
  const enough = Math.max(2, Math.ceil(width * 0.5));
  const first = records.slice(0, LOOKED).findIndex((r) => filledCount(r.cells) >= enough);
  if (first === -1) {
    const sparse = records.findIndex((r) => filledCount(r.cells) >= 2);
    return sparse === -1 || looksLikeData(records, sparse) ? -1 : sparse;
  }
  const filled = filledCount(records[first]?.cells ?? []);
  const data = looksLikeData(records, first);
  const full = filled >= width || (records[first]?.cells.length === width && !data && names(records, first));
  if (!data && full) return first;
  const strange = names(records, first);
  // A line of a title block can be half as wide as the table: the headings are then fuller and name what stands below.
  for (let i = first + 1; i < Math.min(first + 20, records.length); i++) {
    const count = filledCount(records[i]?.cells ?? []);
    const fuller = count > filled || (count === filled && data && strange);
    if (fuller && count >= width * 0.8 && !looksLikeData(records, i) && names(records, i)) return i;
  }
  return data ? -1 : first;
}

/** True where a quarter of the cells are numbers, days or addresses; a year above amounts is a name. */
function looksLikeData(records: readonly FileRecord[], at: number): boolean {
  const cells = records[at]?.cells ?? [];
  const below = records.slice(at + 1, at + 50);
  const typed = cells.filter((cell, i) => {
    const shape = shapeOf(cell);
    if (shape === "empty" || shape === "text") return false;
    if (!/^(19|20)\d\d$/.test(cell)) return true;
    const others = below.map((r) => r.cells[i] ?? "").filter((other) => other !== "");
    return others.length === 0 || others.filter((other) => /^(19|20)\d\d$/.test(other)).length > others.length / 2;
  });
  return typed.length >= Math.max(1, filledCount(cells) * 0.25);
}

/** True where a column holds numbers, days or addresses, and this row has a word in it. */
function names(records: readonly FileRecord[], at: number): boolean {
  const below = records.slice(at + 1, at + 50).filter((r) => filledCount(r.cells) > 0);
  return (records[at]?.cells ?? []).some((cell, i) => {
    if (shapeOf(cell) !== "text" || saysNothing(cell)) return false;
    const values = below.map((r) => r.cells[i] ?? "").filter((value) => !saysNothing(value));
    return values.length > 0 && values.filter((value) => shapeOf(value) !== "text").length >= values.length * 0.6;
  });
}

/**
 * True where the row under the headings goes on with them, as under a group's merged cell: words alone, some of them
 * under blank headings, and none where the rows below hold numbers or days.
 */
function continues(written: readonly string[], [second, ...below]: readonly FileRecord[]): boolean {
  if (!second || below.length === 0) return false;
  const { cells } = second;
  const fills = cells.some((cell, i) => cell !== "" && (written[i] ?? "") === "");
  if (!fills || cells.some((cell) => cell !== "" && (shapeOf(cell) !== "text" || saysNothing(cell)))) return false;
  const { shapes } = describeColumns(below.slice(0, 200), Math.max(written.length, cells.length));
  const typed = shapes.flatMap((shape, i) => (shape === "number" || shape === "date" ? [i] : []));
  const lacks = typed.filter((i) => (cells[i] ?? "") === "");
  const named = typed.filter((i) => (cells[i] ?? "") !== "");
  const known = below.some((r) => r.cells.some((cell, i) => cell !== "" && cell === cells[i]));
  return !known && (named.length > 0 || (lacks.length >= 2 && lacks.length === typed.length));
}

/** Headings in two rows: the lower one is nearer to what it names. */
function joinHeadings(upper: readonly string[], lower: readonly string[] = []): readonly string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => lower[i] || upper[i] || "");
}

/** The first rows under the headings that name them again, explain them or add up what follows. */
function explain(written: readonly string[], below: readonly FileRecord[], width: number): [number, LeftKind][] {
  const found: [number, LeftKind][] = [];
  for (const [i, record] of below.slice(0, 3).entries()) {
    const columns = describeColumns(below.slice(i + 1, i + 201), width);
    if (repeats(record.cells, written)) found.push([record.row, "heading"]);
    else if (adds(record.cells, columns)) found.push([record.row, "total"]);
    else if (describes(record.cells, columns, below.slice(i + 1))) found.push([record.row, "description"]);
    else break;
  }
  return found;
}

/** True for the headings once more. */
export function repeats(cells: readonly string[], written: readonly string[]): boolean {
  return filledCount(written) > 1 && written.every((cell, i) => cell === (cells[i] ?? ""));
}

/** True for words in all columns that otherwise hold numbers or days, two at least, that no row below repeats. */
function describes(cells: readonly string[], columns: Columns, below: readonly FileRecord[]): boolean {
  if (below.length < 2 || cells.some((cell) => shapeOf(cell) !== "text" && cell !== "")) return false;
  let words = 0;
  for (const [i, shape] of columns.shapes.entries()) {
    const cell = cells[i] ?? "";
    if (cell === "") continue;
    if (saysNothing(cell) || below.some((r) => r.cells[i] === cell)) return false;
    if (shape === "number" || shape === "date") words++;
  }
  return words >= 2;
}
