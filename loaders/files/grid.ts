import type { Issue } from "../issues/issue.js";
import type { FileRecord } from "./records.js";
import type { Sheet, SheetForm } from "./sheet.js";
import { findTable, type HeadingOptions } from "./table.js";

/** A sheet of a workbook: its own name, and its rows from the first to the last that holds anything. */
export interface Grid {
  name: string;
  rows: readonly FileRecord[];
}

const BATCH = 2000;

/** The table in a sheet of cells held in memory; all rows are made as wide as the widest. */
export async function readGrid(
  rows: readonly FileRecord[],
  options: HeadingOptions & { name: string; file: string; form: SheetForm }
): Promise<Sheet | Issue> {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const widen = (cells: string[]) => [...cells, ...Array<string>(width - cells.length).fill("")];
  const source = async function* () {
    for (let at = 0; at < rows.length; at += BATCH)
      yield rows.slice(at, at + BATCH).map(({ row, cells }) => ({ row, cells: widen(cells) }));
  };
  const found = await findTable(source, { ...options, grid: true });
  return "code" in found ? found : found.sheet;
}
