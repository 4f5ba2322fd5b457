import { utils, write } from "@e965/xlsx";
import type { Grain } from "../../loaders/definitions/grain.js";

/** A made-up file in a platform's layout, and what it must come to. */
export interface Layout {
  preset: string;
  file: string;
  contents: string | Blob;
  table: "orders" | "customers";
  grain?: Grain;
  /** Some of the columns, as `canonical: heading`. */
  columns: Record<string, string>;
  /** Customer id, phone or e-mail → money of what they bought and kept, by hand. Orders only. */
  money?: Record<string, number>;
  /** Orders that count as sold. */
  orders?: number;
  /** People in a list of customers. */
  customers?: number;
}

type Row = Readonly<Record<string, string>>;

interface Style {
  delimiter?: string;
  lineEnd?: string;
  mark?: boolean;
  /** Lines above the headings, below them, and below the data. */
  above?: readonly string[];
  below?: readonly string[];
  foot?: readonly string[];
}

/** A text with every cell in its column; columns that no row fills are empty. */
export function text(headings: readonly string[], rows: readonly Row[], style: Style = {}): string {
  const { delimiter = ",", lineEnd = "\n", mark = false, above = [], below = [], foot = [] } = style;
  const quote = (cell: string) =>
    /["\n\r]|^\s|\s$/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const line = (cells: readonly string[]) => cells.map(quote).join(delimiter);
  const lines = [...above, line(headings), ...below, ...rows.map((row) => line(cellsOf(headings, row))), ...foot];
  return `${mark ? "\ufeff" : ""}${lines.join(lineEnd)}${lineEnd}`;
}

/** A workbook with one sheet; cells are texts unless they are numbers in `rows`. */
export function workbook(
  sheet: string,
  headings: readonly string[],
  rows: readonly Readonly<Record<string, string | number>>[],
  below: readonly (readonly string[])[] = []
): Blob {
  const cells = rows.map((row) => headings.map((heading) => row[heading] ?? ""));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...headings], ...below.map((row) => [...row]), ...cells]), sheet);
  return new Blob([write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer]);
}

function cellsOf(headings: readonly string[], row: Row): string[] {
  const strange = Object.keys(row).filter((heading) => !headings.includes(heading));
  if (strange.length > 0) throw new Error(`unknown heading: ${strange.join(", ")}`);
  return headings.map((heading) => row[heading] ?? "");
}
