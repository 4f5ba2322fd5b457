import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { DayFormat, FileFormat, NumberStyle } from "../engine/dialect.js";
import { TABLES, type TableName } from "./columns.js";
import { type Issue, IssuesError } from "./issue.js";
import { findNumbers } from "./numbers.js";
import { type ColumnMap, recogniseColumns, recogniseTable } from "./recognise.js";
import { readSettings, type Settings } from "./settings.js";
import { sniff } from "./sniff.js";

/** A file of the dataset and how it is understood. */
export interface SourceFile {
  file: string;
  path: string;
  table: TableName;
  format: FileFormat;
  columns: ColumnMap;
  /** How its days are written, when settings say so; else found from all its rows. */
  dates?: DayFormat;
  /** Which sign parts decimals, by settings or by the first rows. */
  numbers: NumberStyle;
  ignored: string[];
}

/** A folder of files as understood, before a single row is read. */
export interface Dataset {
  folder: string;
  label: string;
  sample: boolean;
  settings: Settings;
  files: SourceFile[];
}

const READABLE = /\.(csv|tsv|txt)(\.gz)?$|\.parquet$/i;
const LEFT_ALONE = /^(\.|segbook\.yml$|readme)|\.(md|ya?ml)$/i;

export type ParquetHeadings = (path: string) => Promise<string[]>;

/** Reads a folder: its settings, and for every file which table it is and which headings carry which columns. */
export async function readDataset(folder: string, parquetHeadings: ParquetHeadings): Promise<Dataset> {
  const path = resolve(folder);
  if (!(await stat(path).catch(() => undefined))?.isDirectory())
    throw new IssuesError([{ code: "missing-folder", file: folder }]);
  const { settings, issues } = await readSettings(path);
  const names = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !LEFT_ALONE.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  for (const file of Object.keys(settings.files ?? {}))
    if (!names.includes(file)) issues.push({ code: "missing-file", file });
  const files: SourceFile[] = [];
  for (const file of names) {
    if (settings.files?.[file]?.table === "ignore") continue;
    const read = await readFileLayout(join(path, file), file, settings, parquetHeadings);
    if ("issues" in read) issues.push(...read.issues);
    else files.push(read);
  }
  if (!files.some((f) => f.table === "orders")) issues.push({ code: "no-orders", file: folder });
  if (issues.length > 0) throw new IssuesError(issues);
  const label = basename(path);
  return { folder: path, label, sample: path.endsWith(join("data", "sample")), settings, files };
}

async function readFileLayout(
  path: string,
  file: string,
  settings: Settings,
  parquetHeadings: ParquetHeadings
): Promise<SourceFile | { issues: Issue[] }> {
  if (!READABLE.test(file)) return { issues: [{ code: "unknown-format", file }] };
  let format: FileFormat;
  let sample: string[][] = [];
  if (/\.parquet$/i.test(file)) {
    const headings = await parquetHeadings(path).catch(() => undefined);
    if (!headings) return { issues: [{ code: "unknown-format", file }] };
    format = { kind: "parquet", delimiter: "", quote: "", headings };
  } else {
    const sniffed = await sniff(path, file);
    if ("code" in sniffed) return { issues: [sniffed] };
    ({ format, sample } = sniffed);
  }
  const { headings } = format;
  const named = settings.files?.[file];
  const table = named?.table ?? recogniseTable(headings);
  const list = headings.join(", ");
  if (!table || table === "ignore") return { issues: [{ code: "unknown-table", file, detail: { headings: list } }] };
  const issues: Issue[] = [];
  const columns = { ...recogniseColumns(table, headings) };
  for (const [column, heading] of Object.entries(named?.columns ?? {})) {
    if (!TABLES[table].columns.some((c) => c.id === column))
      issues.push({
        code: "settings",
        file: "segbook.yml",
        column: `files → ${file} → columns → ${column}`,
        got: column,
        detail: { expected: TABLES[table].columns.map((c) => c.id).join(", ") }
      });
    else if (!headings.includes(heading))
      issues.push({ code: "unknown-heading", file, column, got: heading, detail: { headings: list } });
    else {
      for (const [other, used] of Object.entries(columns)) if (used === heading) delete columns[other];
      columns[column] = heading;
    }
  }
  issues.push(...checkNeeded(table, columns, file, list));
  if (issues.length > 0) return { issues };
  const numbers = named?.numbers ?? findNumbers(file, table, columns, format.headings, sample);
  if (typeof numbers !== "string") return { issues: [numbers] };
  const used = new Set(Object.values(columns));
  return {
    file,
    path,
    table,
    format,
    columns,
    numbers,
    dates: named?.dates ?? obviousDates(table, columns, format, sample),
    ignored: headings.filter((h) => !used.has(h))
  };
}

/** `iso` or `ymd-compact` where the first rows leave no doubt; else undefined: all rows must be looked at. */
function obviousDates(
  table: TableName,
  columns: ColumnMap,
  format: FileFormat,
  sample: string[][]
): DayFormat | undefined {
  if (format.kind === "parquet") return "iso";
  const places = TABLES[table].columns
    .filter((c) => c.kind === "day" && columns[c.id])
    .map((c) => format.headings.indexOf(columns[c.id] ?? ""));
  const values = sample.flatMap((row) => places.map((i) => (row[i] ?? "").trim())).filter((v) => v !== "");
  const most = (pattern: RegExp) => values.filter((v) => pattern.test(v)).length > values.length * 0.5;
  if (values.length === 0 || most(/^\d{4}-\d{1,2}-\d{1,2}/)) return "iso";
  return most(/^(19|20)\d{6}$/) ? "ymd-compact" : undefined;
}

/** The columns without which a table says nothing. */
function checkNeeded(table: TableName, columns: ColumnMap, file: string, headings: string): Issue[] {
  const needed = TABLES[table].columns.filter((c) => c.required && !columns[c.id]);
  if (table === "orders") {
    const find = (id: string) => TABLES.orders.columns.filter((c) => c.id === id && !columns[id]);
    needed.push(...find("customer_id"));
    if (!(columns.quantity && columns.unit_price)) needed.push(...find("amount"));
  }
  return needed.map((c) => ({
    code: "missing-column",
    file,
    column: c.id,
    detail: { needed: c.id, label: `${c.label.vi} / ${c.label.en}`, headings }
  }));
}
