import { type Column, TABLES } from "../dataset/columns.js";
import { fold } from "../dataset/fold.js";
import type { IssueCode } from "../dataset/issue.js";
import type { SourceFile } from "../dataset/read.js";
import { type DayFormat, type Dialect, literal, type NumberStyle, name } from "../engine/dialect.js";

/** Separates column, reason and value inside the `problems` text of an imported row. */
export const UNIT_MARK = "\u001f";
export const RECORD_MARK = "\u001e";

/** An amount has at most 14 digits before the point. */
const LARGEST_AMOUNT = "1e14";

/** SQL type of a canonical column; every engine casts to it. */
export function sqlType(column: Column): string {
  if (column.kind === "day") return "DATE";
  if (column.kind === "money") return "DECIMAL(18,4)";
  if (column.kind === "number") return "DOUBLE";
  return "VARCHAR";
}

/**
 * Statement that reads a file once into `target`: every column the file has, parsed, `problems` (null where every cell could be read) and `row_hash` of the row as written.
 */
export function importFile(
  d: Dialect,
  source: SourceFile,
  target: string,
  { zone, dates, numbers }: CellStyle
): string {
  const columns = TABLES[source.table].columns;
  const raw = columns
    .filter((c) => source.columns[c.id])
    .map((c) => ({ column: c, text: cell(c, name(source.columns[c.id] ?? "")) }));
  const inner = [
    ...raw.flatMap(({ column, text }) => [
      `${text} AS raw_${column.id}`,
      `${parse(d, column, text, { zone, dates, numbers })} AS ${column.id}`
    ]),
    `${d.rowHash(source.format.headings.map(name))} AS row_hash`
  ];
  const present = new Set(raw.map(({ column }) => column.id));
  const outer = [...present];
  if (source.table === "orders" && !present.has("amount"))
    outer.push(
      `CASE WHEN abs(${product(d)}) < ${LARGEST_AMOUNT} THEN CAST(round(${product(d)}, 4) AS DECIMAL(18,4)) END AS amount`
    );
  const problems = raw.flatMap(({ column }) => checks(source, column)).concat(missing(d, source));
  // The texts are only put together for rows that have a problem: joining nothing ten million times costs seconds.
  const texts = problems.map(({ when, text }) => `CASE WHEN ${when} THEN ${text} END`);
  const joined =
    problems.length > 0
      ? `CASE WHEN ${problems.map((p) => `(${p.when})`).join(" OR ")} THEN ${d.join(RECORD_MARK, texts)} END`
      : "CAST(NULL AS VARCHAR)";
  const from = d.readFile(source.path, source.format, `${target}_ragged`);
  return `CREATE TABLE ${target} AS SELECT ${outer.join(", ")}, ${joined} AS problems, row_hash FROM (SELECT ${inner.join(", ")} FROM ${from} AS file) AS cells`;
}

/**
 * A cell as text, null when blank. Casts overlook blanks around a value by themselves; other cells are trimmed
 * only where there is something to trim, as trimming every cell is the dearest step of an import.
 */
function cell(column: Column, heading: string): string {
  if (column.kind === "day" || column.kind === "money" || column.kind === "number") return `NULLIF(${heading}, '')`;
  return `NULLIF(CASE WHEN ${heading} LIKE ' %' OR ${heading} LIKE '% ' THEN trim(${heading}) ELSE ${heading} END, '')`;
}

/** How a file writes days and numbers. */
interface CellStyle {
  zone: string;
  dates: DayFormat;
  numbers: NumberStyle;
}

function parse(d: Dialect, column: Column, text: string, { zone, dates, numbers }: CellStyle): string {
  switch (column.kind) {
    case "day":
      return d.tryDay(text, dates, zone);
    case "money":
      return d.tryMoney(text, numbers);
    case "number":
      return d.tryNumber(text, numbers);
    case "month":
      return `CASE WHEN ${d.matches(text, "^[0-9]{4}-(0[1-9]|1[0-2])")} THEN substr(${text}, 1, 7) END`;
    case "flag":
      return `CASE WHEN ${d.fold(text)} IN ('yes', 'true', '1', 'y', 'co', 'x', 'subscribed') THEN 'yes' WHEN ${d.fold(text)} IN ('no', 'false', '0', 'n', 'khong', 'unsubscribed', 'never_subscribed') THEN 'no' END`;
    case "word":
      return word(d, column, text);
    default:
      return text;
  }
}

/** The canonical word for a cell: at once where it is written so, by its folded spellings else. */
function word(d: Dialect, column: Column, text: string): string {
  const words = Object.entries(column.words ?? {});
  const exact = words.map(([id]) => literal(id)).join(", ");
  const cases = words.flatMap(([id, more]) =>
    [id, ...more].map((spelling) => `WHEN ${literal(fold(spelling))} THEN ${literal(id)}`)
  );
  const folded = d.replaceAll(d.fold(text), "[^a-z0-9]", "");
  return `CASE WHEN ${text} IN (${exact}) THEN ${text} ELSE CASE ${folded} ${cases.join(" ")} END END`;
}

/** When a row has a problem, and what is to be said of it: column, reason and value as written. */
interface Problem {
  when: string;
  text: string;
}

function problemOf(when: string, column: string, reason: IssueCode, value: string): Problem {
  return { when, text: `${literal(`${column}${UNIT_MARK}${reason}${UNIT_MARK}`)} || ${value}` };
}

function checks(source: SourceFile, column: Column): Problem[] {
  const found: Problem[] = [];
  const problem = (when: string, reason: IssueCode, value: string) =>
    found.push(problemOf(when, column.id, reason, value));
  const blank = `(raw_${column.id} IS NULL OR trim(raw_${column.id}) = '')`;
  if (column.required) problem(`${column.id} IS NULL AND ${blank}`, "missing-value", "''");
  const reasons: Partial<Record<Column["kind"], IssueCode>> = {
    day: "unreadable-date",
    month: "unreadable-date",
    money: "unreadable-number",
    number: "unreadable-number",
    word: "unknown-value",
    flag: "unknown-value"
  };
  const reason = reasons[column.kind];
  if (reason) problem(`${column.id} IS NULL AND NOT ${blank}`, reason, `raw_${column.id}`);
  if (source.table === "events" && column.id === "value" && source.columns.kind)
    problem("kind = 'rating' AND (value < 1 OR value > 5)", "unknown-value", "raw_value");
  return found;
}

/** An order line needs its money, be it an amount or a price times a quantity that an amount can hold. */
function missing(d: Dialect, source: SourceFile): Problem[] {
  if (source.table !== "orders") return [];
  const needed = source.columns.amount ? ["amount"] : ["quantity", "unit_price"];
  const empty = needed.map((id) =>
    problemOf(`${id} IS NULL AND (raw_${id} IS NULL OR trim(raw_${id}) = '')`, id, "missing-value", "''")
  );
  if (source.columns.amount) return empty;
  return [
    ...empty,
    problemOf(`abs(${product(d)}) >= ${LARGEST_AMOUNT}`, "quantity", "unreadable-number", "raw_quantity")
  ];
}

function product(d: Dialect): string {
  return `${d.double("quantity")} * ${d.double("unit_price")}`;
}
