import { holdFiles } from "../../loaders/files/folder.js";
import { type ReadOptions, type ReadSheets, readSheets } from "../../loaders/files/read.js";
import { FileFault, type RowBatch, type Sheet } from "../../loaders/files/sheet.js";

/** A sheet with all its rows, in memory. */
export interface Gathered extends RowBatch {
  sheet: Sheet;
  fault?: FileFault;
}

export type Content = string | Uint8Array<ArrayBuffer> | Blob;

/** Reads one file held in memory, as a browser would. */
export async function readHeld(content: Content, file = "a.csv", options: ReadOptions = {}): Promise<ReadSheets> {
  const blob = content instanceof Blob ? content : new Blob([content]);
  return readSheets(holdFiles("test", { [file]: blob }), file, options);
}

export async function gather(sheet: Sheet): Promise<Gathered> {
  const all: Gathered = { sheet, rows: [], left: [], ragged: [] };
  try {
    for await (const { rows, left, ragged } of sheet.rows()) {
      all.rows.push(...rows);
      all.left.push(...left);
      all.ragged.push(...ragged);
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    all.fault = error;
  }
  return all;
}

/** The only table of a file; fails with the codes of what is wrong where there is none or several. */
export async function readTable(content: Content, file?: string, options?: ReadOptions): Promise<Gathered> {
  const { sheets, issues } = await readHeld(content, file, options);
  const [sheet] = sheets;
  if (!sheet || sheets.length > 1 || issues.length > 0)
    throw new Error(`${sheets.length} sheets, ${issues.map((issue) => issue.code).join(", ")}`);
  return gather(sheet);
}

/** Codes of what is wrong with a file. */
export async function codesOf(content: Content, file?: string, options?: ReadOptions): Promise<string[]> {
  return (await readHeld(content, file, options)).issues.map(({ code }) => code);
}

export function cellsOf({ rows }: RowBatch): (readonly string[])[] {
  return rows.map(({ cells }) => cells);
}

/** Left-out rows as `row kind`. */
export function leftOf({ left }: RowBatch): string[] {
  return left.map(({ row, kind }) => `${row} ${kind}`);
}

/** Numbers of all rows that a sheet accounts for, sorted, its heading row among them. */
export function accounted({ sheet, rows, left, ragged }: Gathered): number[] {
  const numbers = [...rows, ...left, ...ragged].map(({ row }) => row);
  if (sheet.headingRow > 0) numbers.push(sheet.headingRow);
  return numbers.sort((a, b) => a - b);
}

export const countTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
