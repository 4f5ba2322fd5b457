import { shapeOf } from "./cell.js";
import type { Columns } from "./columns.js";
import { roughNumber } from "./rough-number.js";
import { totalWord } from "./total-words.js";

/** Sums of a table at a row below which a group may begin: at its head, and under each row of sums. */
interface Mark {
  rows: number;
  sums: readonly number[];
}

/** A table on its way from its first row to its last. */
export interface Followed {
  /** True where the next row adds up rows above it; asked once for each row in turn. */
  isSum: (cells: readonly string[]) => boolean;
  /** Says that a row of sums was passed that was known without asking. */
  closeGroup: () => void;
}

/** Groups that may still be open, from the innermost: more are not looked through. */
const OPEN = 200;

/**
 * Follows a table from its first row and tells of each row in turn whether it adds up rows above it, since the last
 * such row, since one before it (a group of groups) or since the beginning. Arithmetic decides; a word such as
 * `KH1 Total` makes less of it enough. A row filled like the others is data whatever it says.
 */
export function followSums({ shapes, always, usual }: Columns): Followed {
  const numeric = shapes.flatMap((shape, i) => (shape === "number" ? [i] : []));
  const sums = shapes.map(() => 0);
  let rows = 0;
  const first: Mark = { rows: 0, sums: [...sums] };
  const marks: Mark[] = [];

  /** True where a mark is found since which at least `least` rows add up to `enough` of the numbers of this row. */
  const addsUp = (cells: readonly string[], filled: readonly number[], enough: number, least: number): boolean => {
    for (const mark of [...marks.slice(-OPEN).reverse(), first]) {
      if (rows - mark.rows < least) continue;
      const fitting = filled.filter((i) => {
        const [value, sum] = [roughNumber(cells[i] ?? ""), (sums[i] ?? 0) - (mark.sums[i] ?? 0)];
        return value !== 0 && Math.abs(value - sum) <= Math.max(0.011, Math.abs(sum) * 1e-9);
      });
      if (fitting.length >= Math.max(1, enough)) return true;
    }
    return false;
  };

  const looksSum = (cells: readonly string[]): boolean => {
    const filled = numeric.filter((i) => shapeOf(cells[i] ?? "") === "number");
    if (filled.length === 0) return false;
    const labels = always.filter((i) => !filled.includes(i));
    const blank = labels.filter((i) => (cells[i] ?? "") === "").length;
    const says = wordOf(cells, numeric);
    const sparse = blank >= 1 && blank >= labels.length / 2;
    if (says === undefined) {
      if (!sparse || (blank < 2 && blank < labels.length)) return false;
      return addsUp(cells, filled, filled.length / 2, 2);
    }
    if (sparse && (says === "whole" || blank >= 2)) return true;
    const lacks = blank >= 1 || usual.filter((i) => (cells[i] ?? "") === "").length >= 2;
    return lacks && addsUp(cells, filled, 1, blank >= 1 && says === "whole" ? 1 : 2);
  };

  const closeGroup = () => {
    marks.push({ rows, sums: [...sums] });
  };
  const isSum = (cells: readonly string[]): boolean => {
    if (looksSum(cells)) {
      closeGroup();
      return true;
    }
    rows++;
    for (const i of numeric) sums[i] = (sums[i] ?? 0) + roughNumber(cells[i] ?? "");
    return false;
  };
  return { isSum, closeGroup };
}

/** What the cells of columns without numbers say of the row. */
function wordOf(cells: readonly string[], numeric: readonly number[]): "whole" | "named" | undefined {
  for (const [i, cell] of cells.entries()) {
    if (cell === "" || numeric.includes(i)) continue;
    const word = totalWord(cell);
    if (word) return word;
  }
  return undefined;
}
