import { type Column, TABLES, type TableName } from "../dataset/columns.js";
import { type Issue, type IssueCode, IssuesError } from "../dataset/issue.js";
import type { Dataset, SourceFile } from "../dataset/read.js";
import { literal } from "../engine/dialect.js";
import { type Engine, FileError } from "../engine/engine.js";
import { resolveCountry } from "./country.js";
import { findDates, plausibleSpan } from "./dates.js";
import { importFile, RECORD_MARK, sqlType, UNIT_MARK } from "./import.js";

export const DEFAULT_ZONE = "Asia/Ho_Chi_Minh";
const MAXIMUM_REJECTED = 0.25;
const LISTED = 20;

/** A cell, and with it a row, that was set aside. */
export interface Reject {
  file: string;
  row: number;
  column: string;
  value: string;
  reason: IssueCode;
  /** Words to fill into the wording of the reason. */
  detail: Record<string, string>;
}

/** Conservation of one file: read = accepted + rejected + duplicate, in rows and in money. */
export interface FileCount {
  source: SourceFile;
  /** Table of the engine that holds the file's accepted rows, with its canonical columns. */
  table: string;
  rowsRead: number;
  rowsAccepted: number;
  rowsRejected: number;
  rowsDuplicate: number;
  /** Null for tables without money. */
  moneyRead: number | null;
  moneyAccepted: number | null;
  moneyRejected: number | null;
  moneyDuplicate: number | null;
  /** Column id → share of accepted rows that have a value. */
  filled: Record<string, number>;
}

/** The canonical tables `customers`, `orders`, `events`, `costs` exist in the engine; this says what is in them. */
export interface Tables {
  files: FileCount[];
  rejects: Reject[];
  /** Money of set-aside rows, by file and reason. */
  rejectedMoney: Record<string, number>;
  /** `table.column` that some file carries. */
  columns: ReadonlySet<string>;
  asOf: string;
  from: string;
  /** Country code or name that most orders or customers carry; undefined when no file says. Vietnam is `VN`. */
  home?: string;
}

interface Imported {
  source: SourceFile;
  table: string;
  rejects: Reject[];
  ragged: number;
}

/**
 * Reads every file into canonical tables. Rows with a cell that can't be read, and second copies of a row,
 * are taken out and counted; the rest of the study sees only what is sound.
 */
export async function computeTables(engine: Engine, dataset: Dataset): Promise<Tables> {
  const imported = await importAll(engine, dataset);
  const { from, to, asOf } = await findSpan(engine, imported, dataset);
  const counts: FileCount[] = [];
  const rejectedMoney: Record<string, number> = {};
  for (const one of imported) await markOutside(engine, one, { from, to, asOf });
  await markRepeated(engine, imported);
  for (const one of imported) {
    counts.push(
      await setAside(
        engine,
        one,
        { from, to: asOf },
        dataset.settings.duplicates !== "keep" || one.source.table === "customers",
        rejectedMoney
      )
    );
  }
  const rejects = imported.flatMap((one) => one.rejects);
  checkRejected(counts, rejects, dataset.settings.maximumRejected ?? MAXIMUM_REJECTED);
  for (const table of Object.keys(TABLES) as TableName[]) await unite(engine, table, imported);
  await checkPeople(engine, dataset);
  const columns = new Set(
    imported.flatMap(({ source }) => Object.keys(source.columns).map((id) => `${source.table}.${id}`))
  );
  if (columns.has("orders.unit_price") && columns.has("orders.quantity")) columns.add("orders.amount");
  return { files: counts, rejects, rejectedMoney, columns, asOf, from, home: await findHome(engine, columns) };
}

/** Orders must name at least one customer: without anyone there is nothing to divide. */
async function checkPeople(engine: Engine, dataset: Dataset): Promise<void> {
  const [row] = await engine.rows("SELECT count(customer_id) AS n FROM orders");
  if (Number(row?.n ?? 0) > 0) return;
  throw new IssuesError(
    dataset.files
      .filter((f) => f.table === "orders")
      .map((f) => ({ code: "no-customers", file: f.file, column: f.columns.customer_id }))
  );
}

async function findHome(engine: Engine, columns: ReadonlySet<string>): Promise<string | undefined> {
  const tables = ["customers", "orders"].filter((t) => columns.has(`${t}.country`));
  if (tables.length === 0) return undefined;
  const parts = tables.map((t) => `SELECT country FROM ${t} WHERE country IS NOT NULL`);
  const [row] = await engine.rows(
    `SELECT country FROM (${parts.join(" UNION ALL ")}) AS c GROUP BY country ORDER BY count(*) DESC, country LIMIT 1`
  );
  return row ? resolveCountry(String(row.country)) : undefined;
}

async function importAll(engine: Engine, dataset: Dataset): Promise<Imported[]> {
  const zone = dataset.settings.zone ?? DEFAULT_ZONE;
  const issues: Issue[] = [];
  const imported: Imported[] = [];
  for (const [i, source] of dataset.files.entries()) {
    const one = await importOne(engine, source, `import_${i}`, zone).catch((error) => {
      if (error instanceof FileError) return [{ code: "unknown-format", file: source.file } satisfies Issue];
      throw error;
    });
    if (Array.isArray(one)) issues.push(...one);
    else imported.push(one);
  }
  if (issues.length > 0) throw new IssuesError(issues);
  return imported;
}

async function importOne(engine: Engine, source: SourceFile, table: string, zone: string): Promise<Imported | Issue[]> {
  const dates = source.dates ?? (await findDates(engine, source, zone));
  if (typeof dates !== "string") return [dates];
  await engine.run(importFile(engine.dialect, source, table, { zone, dates, numbers: source.numbers }));
  const { ragged, open } =
    source.format.kind === "csv" ? await readRagged(engine, source, `${table}_ragged`) : { ragged: [], open: [] };
  return open.length > 0 ? open : { source, table, rejects: ragged, ragged: ragged.length };
}

/**
 * Rows that the file reader could not split into the heading's cells. A quote that stays open swallows rows
 * whose number nobody can tell (told from a stray one by its odd count), so such a file can't be counted.
 */
async function readRagged(
  engine: Engine,
  { file, format }: SourceFile,
  table: string
): Promise<{ ragged: Reject[]; open: Issue[] }> {
  const rows = await engine.rows(
    `SELECT line, min(csv_line) AS text, max(CASE WHEN error_type = 'UNQUOTED VALUE' THEN 1 ELSE 0 END) AS quote FROM ${table} GROUP BY line ORDER BY line`
  );
  const found = rows.map((r) => ({ row: Number(r.line), text: String(r.text ?? "").trim(), quote: r.quote === 1 }));
  return {
    ragged: found.map(({ row, text }) => ({
      file,
      row,
      column: "",
      value: text,
      reason: "ragged-row",
      detail: { expected: String(format.headings.length) }
    })),
    open: found
      .filter(({ text, quote }) => quote && (text.split('"').length % 2 === 0 || text.includes("\n")))
      .map(({ row, text }) => ({ code: "open-quote", file, row, got: text }))
  };
}

function dayColumn(source: SourceFile): string | undefined {
  return { orders: "ordered_at", events: "occurred_at", customers: undefined, costs: undefined }[source.table];
}

async function findSpan(
  engine: Engine,
  imported: readonly Imported[],
  dataset: Dataset
): Promise<{ from: string; to: string; asOf: string }> {
  const parts = imported.flatMap(({ source, table }) => {
    const day = dayColumn(source);
    return day
      ? [
          `SELECT ${day} AS day, count(*) AS n FROM ${table} WHERE problems IS NULL AND ${day} IS NOT NULL GROUP BY ${day}`
        ]
      : [];
  });
  const rows = await engine.rows(`SELECT day, sum(n) AS n FROM (${parts.join(" UNION ALL ")}) AS days GROUP BY day`);
  const span = plausibleSpan(rows.map((r) => ({ day: String(r.day), rows: Number(r.n) })));
  return { ...span, asOf: dataset.settings.asOf ?? span.to };
}

/** Rows dated outside the span get a problem, so that they are set aside like any unreadable cell. */
async function markOutside(
  engine: Engine,
  { source, table }: Imported,
  { from, to, asOf }: { from: string; to: string; asOf: string }
): Promise<void> {
  const day = dayColumn(source) ?? (source.table === "customers" && source.columns.created ? "created" : undefined);
  if (!day || !asOf) return;
  const early = day === "created" ? "FALSE" : `${day} < DATE ${literal(from)}`;
  const late = asOf < to ? `${day} > DATE ${literal(asOf)} AND ${day} <= DATE ${literal(to)}` : "FALSE";
  const mark = (reason: IssueCode) =>
    `${literal(`${day}${UNIT_MARK}${reason}${UNIT_MARK}`)} || ${engine.dialect.text(day)}`;
  await engine.run(
    `UPDATE ${table} SET problems = CASE WHEN ${late} THEN ${mark("after-as-of")} ELSE ${mark("implausible-date")} END WHERE problems IS NULL AND (${early} OR ${day} > DATE ${literal(asOf)})`
  );
}

/**
 * Of several rows with one customer id, in one file or in several, the one created first stays; which row or
 * file came first plays no part. Copies equal in all cells stay here: within a file they count as duplicates.
 */
async function markRepeated(engine: Engine, imported: readonly Imported[]): Promise<void> {
  const customers = imported.filter(({ source }) => source.table === "customers");
  if (customers.length === 0) return;
  const p = engine.dialect.rowPosition;
  const created = (source: SourceFile) => (has(source, "created") ? "created" : "CAST(NULL AS DATE) AS created");
  const parts = customers.map(
    ({ source, table }, i) =>
      `SELECT ${i} AS file, ${p} AS position, customer_id, ${created(source)}, row_hash FROM ${table} WHERE problems IS NULL`
  );
  const within = (value: string) => `${value} OVER (PARTITION BY customer_id)`;
  await engine.run(
    `CREATE TABLE repeated_ids AS SELECT file, position FROM (SELECT file, position, row_number() OVER (PARTITION BY customer_id ORDER BY created NULLS LAST, row_hash, file, position) AS n, ${within("min(row_hash)")} AS low, ${within("max(row_hash)")} AS high, ${within("min(file)")} AS first_file, ${within("max(file)")} AS last_file FROM (${parts.join(" UNION ALL ")}) AS ids) AS ranked WHERE n > 1 AND (low <> high OR first_file <> last_file)`
  );
  for (const [i, { table }] of customers.entries())
    await engine.run(
      `UPDATE ${table} SET problems = ${literal(`customer_id${UNIT_MARK}repeated-id${UNIT_MARK}`)} || customer_id WHERE ${p} IN (SELECT position FROM repeated_ids WHERE file = ${i})`
    );
}

/** Takes rejected rows and second copies out of an import and counts rows and money of each kind. */
async function setAside(
  engine: Engine,
  one: Imported,
  days: { from: string; to: string },
  dropDuplicates: boolean,
  rejectedMoney: Record<string, number>
): Promise<FileCount> {
  const { source, table } = one;
  const d = engine.dialect;
  const p = d.rowPosition;
  const money = source.table === "orders" || source.table === "costs" ? "amount" : undefined;
  const total = async (from: string) => {
    const [row] = await engine.rows(
      `SELECT count(*) AS n, ${money ? `COALESCE(sum(${money}), 0)` : "NULL"} AS money FROM ${from}`
    );
    return { rows: Number(row?.n ?? 0), money: money ? Number(row?.money ?? 0) : null };
  };
  const read = await total(table);
  const bad = await engine.rows(
    `SELECT ${p} AS position, problems, ${money ?? "NULL"} AS money FROM ${table} WHERE problems IS NOT NULL ORDER BY ${p}`
  );
  const raggedRows = one.rejects.map((r) => r.row);
  for (const row of bad) {
    const cells = String(row.problems).split(RECORD_MARK);
    for (const [i, cell] of cells.entries()) {
      const [column = "", reason = "", value = ""] = cell.split(UNIT_MARK);
      one.rejects.push({
        file: source.file,
        row: fileRow(Number(row.position), raggedRows),
        column: source.columns[column] ?? column,
        value,
        reason: reason as IssueCode,
        detail: rejectDetail(source, column, days)
      });
      if (i === 0) {
        const key = `${source.file}\t${reason}`;
        rejectedMoney[key] = (rejectedMoney[key] ?? 0) + Number(row.money ?? 0);
      }
    }
  }
  one.rejects.sort((a, b) => a.row - b.row);
  const rejected = await total(`${table} WHERE problems IS NOT NULL`);
  if (bad.length > 0) await engine.run(`DELETE FROM ${table} WHERE problems IS NOT NULL`);
  let duplicate = { rows: 0, money: money ? 0 : null };
  if (dropDuplicates) {
    const columns = TABLES[source.table].columns.filter((c) => source.columns[c.id]).map((c) => `i.${c.id}`);
    await engine.run(
      `CREATE TABLE ${table}_twice AS SELECT row_hash FROM ${table} GROUP BY row_hash HAVING count(*) > 1`
    );
    await engine.run(
      `CREATE TABLE ${table}_copies AS SELECT position FROM (SELECT i.${p} AS position, row_number() OVER (PARTITION BY i.row_hash, ${columns.join(", ")} ORDER BY i.${p}) AS n FROM ${table} AS i INNER JOIN ${table}_twice AS t ON i.row_hash = t.row_hash) AS ranked WHERE n > 1`
    );
    duplicate = await total(`${table} WHERE ${p} IN (SELECT position FROM ${table}_copies)`);
    if (duplicate.rows > 0)
      await engine.run(`DELETE FROM ${table} WHERE ${p} IN (SELECT position FROM ${table}_copies)`);
  }
  const accepted = await total(table);
  const ids = Object.keys(source.columns);
  const [filled] = await engine.rows(`SELECT ${ids.map((id) => `count(${id}) AS ${id}`).join(", ")} FROM ${table}`);
  return {
    source,
    table,
    rowsRead: read.rows + one.ragged,
    rowsAccepted: accepted.rows,
    rowsRejected: rejected.rows + one.ragged,
    rowsDuplicate: duplicate.rows,
    moneyRead: read.money,
    moneyAccepted: accepted.money,
    moneyRejected: rejected.money,
    moneyDuplicate: duplicate.money,
    filled: Object.fromEntries(ids.map((id) => [id, accepted.rows > 0 ? Number(filled?.[id] ?? 0) / accepted.rows : 0]))
  };
}

/** Row as a spreadsheet counts it: one for the heading, one because it counts from 1, plus ragged rows before it. */
function fileRow(position: number, raggedRows: readonly number[]): number {
  let row = position + 2;
  for (const ragged of raggedRows) if (ragged <= row) row++;
  return row;
}

/** A file of which too much is set aside was understood wrongly: better no study than a wrong one. */
function checkRejected(counts: readonly FileCount[], rejects: readonly Reject[], limit: number): void {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const issues = counts
    .filter((c) => c.rowsRejected > c.rowsRead * limit)
    .flatMap((c): Issue[] => [
      ...rejects
        .filter((r) => r.file === c.source.file)
        .slice(0, LISTED)
        .map(rejectIssue),
      {
        code: "too-many-rejected",
        file: c.source.file,
        detail: { limit: percent(limit), rejected: String(c.rowsRejected), read: String(c.rowsRead) }
      }
    ]);
  if (issues.length > 0) throw new IssuesError(issues);
}

/** A set-aside cell in the words of an issue. */
export function rejectIssue({ file, row, column, value, reason, detail }: Reject): Issue {
  return { code: reason, file, row, column: column || undefined, got: value, detail };
}

/** What the wording of a reject needs to know: the values a word may have, the days of the data. */
function rejectDetail(source: SourceFile, id: string, days: Record<string, string>): Record<string, string> {
  const column = TABLES[source.table].columns.find((c) => c.id === id);
  const values =
    column?.kind === "flag" ? ["yes", "no"] : column?.kind === "number" ? ["1–5"] : Object.keys(column?.words ?? {});
  return { values: values.join(", "), ...days };
}

/** One table of all files of a kind, null where a file lacks a column; an empty one where no file is. */
async function unite(engine: Engine, table: TableName, imported: readonly Imported[]): Promise<void> {
  const columns = TABLES[table].columns;
  const none = (column: Column) => `CAST(NULL AS ${sqlType(column)}) AS ${column.id}`;
  const parts = imported
    .filter(({ source }) => source.table === table)
    .map(
      (one) => `SELECT ${columns.map((c) => (has(one.source, c.id) ? c.id : none(c))).join(", ")} FROM ${one.table}`
    );
  const empty = `SELECT ${columns.map(none).join(", ")} WHERE 1 = 0`;
  await engine.run(`CREATE VIEW ${table} AS ${parts.length > 0 ? parts.join(" UNION ALL ") : empty}`);
}

/** Whether an import has a column: read, or made from price and quantity. */
function has(source: SourceFile, id: string): boolean {
  return source.columns[id] !== undefined || (source.table === "orders" && id === "amount");
}
