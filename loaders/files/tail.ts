import { type Shape, saysNothing, shapeOf } from "./cell.js";
import type { Columns } from "./columns.js";
import type { FileRecord } from "./records.js";
import { roughNumber } from "./rough-number.js";
import type { LeftKind } from "./sheet.js";
import { followSums } from "./subtotals.js";
import { totalWord } from "./total-words.js";

/** Rows at the end of a file among which totals and footers are looked for. */
export const TAIL_ROWS = 30;

export function filledCount(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell !== "") count++;
  return count;
}

/** What the columns hold, from rows of data; short rows and those that add up others don't count. */
export function describeColumns(records: readonly FileRecord[], width: number): Columns {
  const fitting = records.filter(({ cells }) => cells.length >= width && filledCount(cells) > 1 && !saysTotal(cells));
  const full = fitting.length > 3 ? fitting.slice(0, -1) : fitting;
  const first = describeFull(full, width);
  const { isSum } = followSums({ ...first, drops: false, always: first.usual });
  const data = full.filter(({ cells }) => !isSum(cells));
  const described = data.length < full.length ? describeFull(data, width) : first;
  return { ...described, drops: dropsEmpty(records, described.shapes, width) };
}

/** Rows that may lack a cell of a column that is always filled. */
const RARELY = 0.02;

function describeFull(full: readonly FileRecord[], width: number): Omit<Columns, "drops"> {
  const shapes = Array.from({ length: width }, (_, i): Shape => {
    const counts = new Map<Shape, number>();
    let values = 0;
    for (const { cells } of full) {
      const cell = cells[i] ?? "";
      if (saysNothing(cell)) continue;
      values++;
      const shape = shapeOf(cell);
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
    if (values === 0) return "empty";
    for (const [shape, count] of counts) if (count >= values * 0.9) return shape;
    return "text";
  });
  const filledBut = (rarely: number) =>
    shapes.flatMap((_, i) => {
      const empty = full.filter(({ cells }) => (cells[i] ?? "") === "").length;
      return full.length > 0 && empty <= full.length * rarely ? [i] : [];
    });
  const sums = shapes.map((shape, i) =>
    shape === "number" ? full.reduce((sum, { cells }) => sum + roughNumber(cells[i] ?? ""), 0) : 0
  );
  return { shapes, always: filledBut(RARELY), usual: filledBut(0.5), sums };
}

/**
 * True where short rows are a habit of the writer and not damage: no full row ends with an empty cell, short rows
 * are at least three, a tenth of all and no more than the full ones, and each has in its cells what their columns hold.
 */
function dropsEmpty(records: readonly FileRecord[], shapes: readonly Shape[], width: number): boolean {
  const full = records.filter(({ cells }) => cells.length === width);
  const short = records.filter(({ cells }) => cells.length > 1 && cells.length < width);
  return (
    full.length >= short.length &&
    short.length >= Math.max(3, records.length * 0.1) &&
    full.every(({ cells }) => cells[width - 1] !== "") &&
    short.every(({ cells }) => fits(cells, shapes))
  );
}

/** True where every filled cell looks like the others of its column. */
export function fits(cells: readonly string[], shapes: readonly Shape[]): boolean {
  return cells.every((cell, i) => {
    const shape = shapes[i];
    return saysNothing(cell) || shape === undefined || shape === "text" || shape === "empty" || shapeOf(cell) === shape;
  });
}

/** True for a row whose first words say that it adds up others, and that isn't filled like them. */
function saysTotal(cells: readonly string[]): boolean {
  return totalWord(cells.find((cell) => cell !== "") ?? "") === "whole" && cells.some((cell) => cell === "");
}

/**
 * True for a row of sums: named so; or numbers alone where every row of data has words, one of them at least as
 * large as what its column adds up to as far as was looked (an order's further lines may hold numbers alone too).
 */
export function adds(cells: readonly string[], { shapes, always, sums }: Columns): boolean {
  const filled = cells.filter((cell) => cell !== "");
  if (totalWord(filled[0] ?? "") === "whole") return isNamedTotal(cells, { shapes, always });
  const words = always.filter((i) => shapes[i] !== "number");
  return (
    filled.length >= 1 &&
    (cells[0] ?? "") === "" &&
    words.length > 0 &&
    words.every((i) => (cells[i] ?? "") === "") &&
    always.length > words.length &&
    cells.every((cell, i) => cell === "" || (shapeOf(cell) === "number" && shapes[i] === "number")) &&
    cells.some((cell, i) => sums[i] && Math.abs(roughNumber(cell)) >= Math.abs(sums[i] ?? 0) * 0.98)
  );
}

/** True for a row that begins with “Tổng cộng” or the like, holds numbers besides and lacks what every row of data has. */
export function isNamedTotal(
  cells: readonly string[],
  { shapes, always }: Pick<Columns, "shapes" | "always">
): boolean {
  const first = cells.findIndex((cell) => cell !== "");
  if (totalWord(cells[first] ?? "") !== "whole") return false;
  const lacks = always.some((i) => (cells[i] ?? "") === "");
  return (
    (lacks || shapes.length === 2) && cells.every((cell, i) => i <= first || cell === "" || shapeOf(cell) === "number")
  );
}

const FOOTER =
  /^(confidential|copyright|©|\(c\)|generated|exported|printed|report (generated|run)|created (by|on)|source\s*:|note(s)?\s*:|applied filters|filtered by|ngày (in|xuất)|người (lập|in|xuất)|xuất (lúc|ngày|bởi)|in lúc|nguồn\s*:|ghi chú\s*:|lưu ý\s*:|\(\*\)|\*)/i;

/** True for a line of words that lacks what every row of data has; for several words side by side (“Người lập · Kế toán”) all numbers and days. */
function closes(cells: readonly string[], { shapes, always }: Columns): boolean {
  if (shapes.length < 2) return false;
  if (filledCount(cells) === 1) {
    const filled = cells.findIndex((cell) => cell !== "");
    return always.some((i) => i !== filled) || cells.length === 1;
  }
  const typed = always.filter((i) => shapes[i] === "number" || shapes[i] === "date");
  return (
    typed.length > 0 &&
    typed.every((i) => (cells[i] ?? "") === "" || shapeOf(cells[i] ?? "") === "text") &&
    cells.every((cell) => cell === "" || shapeOf(cell) === "text")
  );
}

/**
 * Which of the last rows close the file: blank, sums, and lines of words that either say so (“Copyright …”) or
 * stand under a blank line or a sum. A lone short line under data is damage, not a footer.
 */
export function findTail(records: readonly FileRecord[], columns: Columns): Map<number, LeftKind> {
  const kinds: (LeftKind | undefined)[] = records.map(({ cells, open }) => {
    if (open) return undefined;
    if (filledCount(cells) === 0) return "blank";
    if (adds(cells, columns)) return "total";
    return closes(cells, columns) ? "footer" : undefined;
  });
  let start = kinds.lastIndexOf(undefined) + 1;
  while (start < kinds.length && kinds[start] === "footer" && !saysFooter(records[start]?.cells ?? [])) start++;
  const found = new Map<number, LeftKind>();
  for (const [i, { row }] of records.entries()) {
    const kind = kinds[i];
    if (i >= start && kind) found.set(row, kind);
  }
  return found;
}

function saysFooter(cells: readonly string[]): boolean {
  return FOOTER.test(cells.find((cell) => cell !== "") ?? "");
}
