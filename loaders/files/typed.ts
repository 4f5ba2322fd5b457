import type { Issue } from "../issues/issue.js";
import { tidyCell } from "./cell.js";
import { distinctHeadings } from "./headings.js";
import { MAX_COLUMNS } from "./limits.js";
import { type RaggedRow, type RowBatch, SAMPLE_ROWS, type Sheet, type SheetForm } from "./sheet.js";

/** A row of a format that knows its own columns: its cells, or what could not be read as a row. */
export type TypedRow = readonly string[] | { text: string } | "blank";

/** Rows in batches, from the first to the last, as often as asked. */
export type TypedSource = () => AsyncGenerator<readonly TypedRow[]>;

/** The sheet of a format with columns of its own: no heading row, rows counted from 1, nothing to be looked for. */
export async function describeTyped(
  columns: readonly string[],
  source: TypedSource,
  { name, file, form }: { name: string; file: string; form: SheetForm }
): Promise<Sheet | Issue> {
  if (columns.length > MAX_COLUMNS)
    return { code: "too-wide", file: name, got: String(columns.length), detail: { limit: String(MAX_COLUMNS) } };
  if (columns.length < 2) return { code: "one-column", file: name, got: columns[0] ?? "" };
  const rows = () => batches(source);
  const sample: (readonly string[])[] = [];
  const ragged: RaggedRow[] = [];
  for await (const batch of rows()) {
    sample.push(...batch.rows.map(({ cells }) => cells));
    ragged.push(...batch.ragged);
    if (sample.length >= SAMPLE_ROWS || ragged.length >= SAMPLE_ROWS) break;
  }
  const [first] = ragged;
  if (first && ragged.length > sample.length)
    return {
      code: "ragged-file",
      file: name,
      row: first.row,
      got: first.text,
      detail: {
        expected: String(columns.length),
        ragged: String(ragged.length),
        rows: String(ragged.length + sample.length)
      }
    };
  if (sample.length === 0) return { code: "header-only", file: name };
  return {
    name,
    file,
    form,
    headings: distinctHeadings(columns),
    headingRow: 0,
    sample: sample.slice(0, SAMPLE_ROWS),
    rows
  };
}

async function* batches(source: TypedSource): AsyncGenerator<RowBatch> {
  let row = 0;
  for await (const given of source()) {
    const batch: RowBatch = { rows: [], left: [], ragged: [] };
    for (const cells of given) {
      row++;
      if (cells === "blank") batch.left.push({ row, kind: "blank", text: "" });
      else if ("text" in cells) batch.ragged.push({ row, text: cells.text.slice(0, 10_000) });
      else if (cells.every((cell) => cell === "")) batch.left.push({ row, kind: "blank", text: "" });
      else batch.rows.push({ row, cells: cells.map(tidyCell) });
    }
    yield batch;
  }
}
