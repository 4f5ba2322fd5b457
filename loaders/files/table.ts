import type { Issue, Place } from "../issues/issue.js";
import { tidyCell } from "./cell.js";
import { findLayout, type Layout, repeats } from "./layout.js";
import { MAX_COLUMNS } from "./limits.js";
import type { FileRecord } from "./records.js";
import {
  FileFault,
  type LeftKind,
  type LeftRow,
  type RowBatch,
  SAMPLE_ROWS,
  type Sheet,
  type SheetForm
} from "./sheet.js";
import { type Followed, followSums } from "./subtotals.js";
import { filledCount, findTail, fits, isNamedTotal, TAIL_ROWS } from "./tail.js";
import { readWrappedRow } from "./wrapped.js";

/** Rows of a file from its beginning, as often as asked; made anew each time, for the asker to change. */
export type RecordSource = () => AsyncGenerator<FileRecord[]>;

/** What the user said of a table's headings, where it can't be seen. */
export interface HeadingOptions {
  headings?: readonly string[];
  headingRow?: number;
}

export interface TableOptions extends HeadingOptions {
  name: string;
  file: string;
  form: SheetForm;
  /** True for spreadsheets, where a row has no length of its own. */
  grid?: boolean;
}

const BATCH = 4000;
/** Letters of a row that is shown and not read. */
const SHOWN = 10_000;

/** A table found, and where it stands in its file. */
export interface FoundTable {
  sheet: Sheet;
  layout: Layout;
  /** Rows under the headings that are no data, as far as was looked. */
  left: number;
}

/** A sheet of rows that a person or a tool laid out: its headings are looked for, what is no data is left out. */
export async function findTable(source: RecordSource, options: TableOptions): Promise<FoundTable | Issue> {
  const { name, file, form } = options;
  const at = { file: name };
  const first = await firstRecords(source, SAMPLE_ROWS + 100);
  const open = first.find((record) => record.open);
  if (open) return { code: "open-quote", ...at, row: open.row, got: show(open.cells, form) };
  const filled = first.filter(({ cells }) => cells.some((cell) => tidyCell(cell) !== ""));
  if (filled.length === 0) return { code: "empty-file", ...at };
  const widest = Math.max(...filled.map(({ cells }) => cells.length));
  if (widest > MAX_COLUMNS)
    return { code: "too-wide", ...at, got: String(widest), detail: { limit: String(MAX_COLUMNS) } };
  if (filled.every(({ cells }) => filledCount(cells.map(tidyCell)) <= 1) && !options.headings)
    return { code: "one-column", ...at, got: show(filled[0]?.cells ?? [], form) };
  const layout = findLayout(first, options);
  if (!layout) return { code: "no-headings", ...at, got: show(filled[0]?.cells ?? [], form), detail: { file } };
  if (layout.headings.length < 2) return { code: "one-column", ...at, got: layout.headings[0] ?? "" };
  const rows = () => readRows(source, layout, options);
  const sample: (readonly string[])[] = [];
  let ragged: Place | undefined;
  let raggedCount = 0;
  let seen = 0;
  let left = 0;
  for await (const batch of rows()) {
    for (const { cells } of batch.rows) if (sample.length < SAMPLE_ROWS) sample.push(cells);
    seen += batch.rows.length;
    left += batch.left.length;
    raggedCount += batch.ragged.length;
    for (const { row, text } of batch.ragged.slice(0, 1)) ragged ??= { ...at, row, got: text };
    if (sample.length >= SAMPLE_ROWS) break;
  }
  if (raggedCount > seen)
    return {
      ...(ragged ?? at),
      code: "ragged-file",
      detail: {
        expected: String(layout.headings.length),
        ragged: String(raggedCount),
        rows: String(seen + raggedCount)
      }
    };
  if (seen === 0) return { code: "header-only", ...at };
  const { headings, headingRow } = layout;
  return { sheet: { name, file, form, headings, headingRow, sample, rows }, layout, left };
}

async function firstRecords(source: RecordSource, count: number): Promise<FileRecord[]> {
  const records: FileRecord[] = [];
  for await (const batch of source()) {
    records.push(...batch);
    if (records.length >= count) break;
  }
  return records.slice(0, count);
}

/** All rows after the headings and all that was left out, each once. The last rows are held back: they may be footers. */
async function* readRows(source: RecordSource, layout: Layout, options: TableOptions): AsyncGenerator<RowBatch> {
  const width = layout.headings.length;
  const tidyRow = (record: FileRecord) => tidy(readWrappedRow(record, width, options.form.delimiter));
  let held: FileRecord[] = [];
  let batch: RowBatch = { rows: [], left: [], ragged: [] };
  const table: Placing = { ...options, layout, sums: followSums(layout.columns) };
  for await (const records of source()) {
    const kept = records.length > TAIL_ROWS ? records.splice(-TAIL_ROWS) : [];
    const ready = held.concat(records);
    held = kept.length > 0 ? kept : ready.splice(-TAIL_ROWS);
    for (const record of ready) {
      if (record.row === layout.headingRow) continue;
      place(batch, tidyRow(record), table);
      if (size(batch) < BATCH) continue;
      yield batch;
      batch = { rows: [], left: [], ragged: [] };
    }
  }
  held = held.filter(({ row }) => row !== layout.headingRow).map(tidyRow);
  const below = held.filter(({ row }) => row > layout.headingRow && !layout.left.has(row));
  const tail = findTail(below, layout.columns);
  for (const record of held) place(batch, record, table, tail.get(record.row));
  if (size(batch) > 0) yield batch;
  const last = held.at(-1);
  if (last?.open) throw new FileFault("open-quote", last.row);
}

/** Cells tidied in place: rows come from their source for this one use. */
function tidy(record: FileRecord): FileRecord {
  const { cells } = record;
  for (let i = 0; i < cells.length; i++) cells[i] = tidyCell(cells[i] ?? "");
  return record;
}

function size({ rows, left, ragged }: RowBatch): number {
  return rows.length + left.length + ragged.length;
}

/** What tells where a row belongs. */
interface Placing extends TableOptions {
  layout: Layout;
  sums: Followed;
}

/** Puts a row into the one list it belongs to. */
function place(batch: RowBatch, record: FileRecord, table: Placing, tail?: LeftKind): void {
  const { layout, form, grid } = table;
  const width = layout.headings.length;
  const { row, cells, open } = record;
  const kind =
    layout.left.get(row) ??
    tail ??
    (filledCount(cells) === 0
      ? "blank"
      : repeats(cells, layout.written)
        ? "heading"
        : isNamedTotal(cells, layout.columns)
          ? "total"
          : undefined);
  if (kind === "total") table.sums.closeGroup();
  if (kind) batch.left.push(leave(record, kind));
  else if (open || swallows(cells, width, form.delimiter))
    batch.ragged.push({ row, text: show(cells, form), cells: cells.length, open: true });
  else if (fitsWidth(cells, layout, grid ?? false)) {
    while (cells.length < width) cells.push("");
    cells.length = width;
    if (table.sums.isSum(cells)) batch.left.push(leave(record, "total"));
    else batch.rows.push(record);
  } else batch.ragged.push({ row, text: show(cells, form), cells: cells.length });
}

function leave({ row, cells }: FileRecord, kind: LeftKind): LeftRow {
  const text = cells.filter((cell) => cell !== "").join(" · ");
  return { row, kind, text: text.slice(0, 500) };
}

/**
 * As many cells as headings; more are borne when empty, unless a figure may have been cut in two (`258,000` without
 * quotes), which moves all cells behind it; fewer where this file's writer drops empty ones.
 */
function fitsWidth(cells: readonly string[], { headings, columns }: Layout, grid: boolean): boolean {
  if (cells.length === headings.length) return true;
  if (cells.length > headings.length)
    return cells.slice(headings.length).every((cell) => cell === "") && (grid || !holdsCutFigure(cells));
  return grid || (columns.drops && cells.length > 1 && fits(cells, columns.shapes));
}

/** True where two neighbours read as one figure: a group of thousands, or two digits behind the separator. */
function holdsCutFigure(cells: readonly string[]): boolean {
  return cells.some((cell, i) => {
    const next = cells[i + 1] ?? "";
    return /^\D{0,4}\d+$/.test(cell) && (/^\d{2}$/.test(next) || /^\d{3}\D{0,4}$/.test(next));
  });
}

/** True where a cell holds whole rows: a quote was forgotten further up, and the next one closed it. */
function swallows(cells: readonly string[], width: number, delimiter: string | undefined): boolean {
  if (!delimiter) return false;
  return cells.some((cell) => {
    if (!cell.includes(delimiter) || !/[\r\n]/.test(cell)) return false;
    const lines = cell.split(/\r\n|\n|\r/);
    return lines.filter((line) => line.split(delimiter).length === width).length >= 3;
  });
}

function show(cells: readonly string[], { delimiter = " · " }: SheetForm): string {
  return cells.join(delimiter).slice(0, SHOWN);
}
