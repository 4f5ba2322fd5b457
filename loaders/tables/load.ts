import { name } from "../engine/dialect.js";
import type { Engine, Scratch } from "../engine/engine.js";
import type { LeftKind, LeftRow, RaggedRow, RowCount, Sheet } from "../files/sheet.js";

/** Column of the row number where the database doesn't count rows by itself. */
export const SOURCE_ROW = "source_row";
/** Letters of a cell, as many as a spreadsheet's can hold; of the rest nothing is worked out. */
const LONGEST = 32_767;
const LISTED = 20;
const PIECE = 1 << 20;

/** Rows of one kind that are no data; at most the first of them are listed. */
export interface LeftCount {
  kind: LeftKind;
  count: number;
  rows: LeftRow[];
}

/** A sheet as a table expression of text columns, named by their place: `c1`, `c2` … */
export interface Loaded {
  from: string;
  /** Whether the database reads the file itself: a row's number is then its position + 2, else in `source_row`. */
  direct: boolean;
  left: LeftCount[];
  ragged: RaggedRow[];
  /** Rows that it must have. */
  rows: RowCount;
}

/** Name of a heading's column; undefined where the sheet doesn't have the heading. */
export function cellName(sheet: Sheet, heading: string | undefined): string | undefined {
  const place = heading === undefined ? -1 : sheet.headings.indexOf(heading);
  return place < 0 ? undefined : name(`c${place + 1}`);
}

export function cellNames(sheet: Sheet): string[] {
  return sheet.headings.map((_, i) => `c${i + 1}`);
}

/**
 * Makes a sheet readable by SQL: by itself where it is plain, else by way of a copy. Throws `FileFault` where the
 * rest of a file can't be read. One whose plain file the database fails to read is loaded again without `direct`.
 */
export async function loadSheet(engine: Engine, sheet: Sheet, { direct = true } = {}): Promise<Loaded> {
  const plain = sheet.direct;
  if (!direct || !plain || (plain.kind === "parquet" && !engine.readsParquet)) return copySheet(engine, sheet);
  const path = await engine.mount(plain.file, sheet.file);
  const format = { kind: plain.kind, delimiter: plain.delimiter, columns: cellNames(sheet) };
  return { from: engine.dialect.readFile(path, format), direct: true, left: [], ragged: [], rows: plain.rows };
}

/** Writes the rows of a sheet into a file of the engine's own, in the plainest form, with their numbers. */
async function copySheet(engine: Engine, sheet: Sheet): Promise<Loaded> {
  const columns = [SOURCE_ROW, ...cellNames(sheet)];
  const scratch = await engine.scratch();
  const left = new Map<LeftKind, LeftCount>();
  const ragged: RaggedRow[] = [];
  let count = 0;
  const text = gather(scratch);
  await text.add(columns.join(","));
  for await (const batch of sheet.rows()) {
    count += batch.rows.length;
    for (const { row, cells } of batch.rows) await text.add(renderRow(row, cells, sheet.headings.length));
    for (const row of batch.left) countLeft(left, row);
    ragged.push(...batch.ragged);
  }
  await text.end();
  const from = engine.dialect.readFile(await scratch.close(), { kind: "csv", delimiter: ",", columns });
  return { from, direct: false, left: [...left.values()], ragged, rows: { least: count, most: count } };
}

/** Lines go to the file in pieces of a megabyte, as each write has its price. */
function gather(scratch: Scratch) {
  let held: string[] = [];
  let size = 0;
  const end = async () => {
    await scratch.write(held.join(""));
    held = [];
    size = 0;
  };
  const add = async (line: string) => {
    held.push(`${line}\n`);
    size += line.length;
    if (size > PIECE) await end();
  };
  return { add, end };
}

function renderRow(row: number, cells: readonly string[], width: number): string {
  let line = String(row);
  for (let i = 0; i < width; i++) line += `,${renderCell(cells[i] ?? "")}`;
  return line;
}

function renderCell(cell: string): string {
  const text = cell.length > LONGEST ? cell.slice(0, LONGEST) : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function countLeft(left: Map<LeftKind, LeftCount>, row: LeftRow): void {
  const one = left.get(row.kind) ?? { kind: row.kind, count: 0, rows: [] };
  one.count++;
  if (one.rows.length < LISTED) one.rows.push(row);
  left.set(row.kind, one);
}
