import type { NumberStyle } from "../../engine/dialect.js";
import type { Sheet } from "../../files/sheet.js";
import type { ChosenNumbers } from "../choose-numbers.js";
import { parseNumber } from "../numbers.js";
import type { ColumnMap } from "../source.js";
import type { Numbers } from "./equation.js";

/** The numbers of a sheet's first rows. */
export interface SampleNumbers {
  rows: Numbers[];
  /** Cells by heading, to group rows by. */
  texts: (heading: string) => readonly string[];
  /** Headings without a column of their own whose cells are numbers, in the order of the file; at most eight. */
  free: string[];
  /** The smallest digit that a column is written with: 1, 0.1, 0.01 … */
  unit: (heading: string) => number;
}

const MOST = 0.95;
const HALF = 0.5;
const FREE = 8;
const SMALLEST = 4;

/** Reads the numbers of a sample, each column as its file writes them. */
export function readNumbers(
  { headings, sample }: Pick<Sheet, "headings" | "sample">,
  columns: ColumnMap,
  numbers: Pick<ChosenNumbers, "numbers" | "forms">
): SampleNumbers {
  const idOf = new Map(Object.entries(columns).map(([id, heading]) => [heading, id]));
  const styleOf = (heading: string): NumberStyle => {
    const form = numbers.forms[idOf.get(heading) ?? ""] ?? numbers.numbers;
    return form === "dot-cents" ? "dot" : form === "comma-cents" ? "comma" : form;
  };
  const read = (cell: string, heading: string) => {
    const value = cell === "" ? undefined : parseNumber(cell, styleOf(heading));
    return value !== undefined && /[-−(]/.test(cell) ? -value : value;
  };
  const table = new Map(
    headings.map((heading, i) => [heading, sample.map((row) => read((row[i] ?? "").trim(), heading))])
  );
  const texts = (heading: string) => {
    const place = headings.indexOf(heading);
    return sample.map((row) => (row[place] ?? "").trim());
  };
  const isNumeric = (heading: string) => {
    const filled = texts(heading).filter((cell) => cell !== "").length;
    const read = table.get(heading)?.filter((value) => value !== undefined).length ?? 0;
    return filled >= sample.length * HALF && read >= filled * MOST && read > 0;
  };
  const unit = (heading: string) => {
    const digits = Math.max(0, ...(table.get(heading) ?? []).map(decimals));
    return 10 ** -digits;
  };
  return {
    rows: sample.map((_, i) => new Map(headings.map((heading) => [heading, table.get(heading)?.[i]]))),
    texts,
    free: headings.filter((heading) => !idOf.has(heading) && isNumeric(heading)).slice(0, FREE),
    unit
  };
}

function decimals(value: number | undefined): number {
  if (value === undefined) return 0;
  return Math.min(SMALLEST, /\.(\d+)$/.exec(String(Math.round(value * 1e4) / 1e4))?.[1]?.length ?? 0);
}
