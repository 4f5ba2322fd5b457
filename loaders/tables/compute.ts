import { TABLES, type TableName } from "../dataset/columns.js";
import { type Issue, type IssueCode, IssuesError } from "../dataset/issue.js";
import type { Dataset, SourceFile } from "../dataset/read.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
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
}

/** Conservation of one file: read = accepted + rejected + duplicate, in rows and in money. */
export interface FileCount {
  source: SourceFile;
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
  const { from, asOf } = await findSpan(engine, imported, dataset);
  const counts: FileCount[] = [];
  const rejectedMoney: Record<string, number> = {};
  for (const one of imported) {
    await markOutside(engine, one, from, asOf);
    if (one.source.table === "customers") await markRepeated(engine, one);
    counts.push(await setAside(engine, one, dataset.settings.duplicates !== "keep", rejectedMoney));
  }
  const rejects = imported.flatMap((one) => one.rejects);
  checkRejected(counts, rejects, dataset.settings.maximumRejected ?? MAXIMUM_REJECTED);
  for (const table of Object.keys(TABLES) as TableName[]) await unite(engine, table, imported);
  const columns = new Set(imported.flatMap(({ source }) => Object.keys(source.columns).map((id) => `${source.table}.${id}`)));
  if (columns.has("orders.unit_price") && columns.has("orders.quantity")) columns.add("orders.amount");
  return { files: counts, rejects, rejectedMoney, columns, asOf, from, home: await findHome(engine, columns) };
}

async function findHome(engine: Engine, columns: ReadonlySet<string>): Promise<string | undefined> {
  const tables = ["customers", "orders"].filter((t) => columns.has(`${t}.country`));
  if (tables.length === 0) return undefined;
  const parts = tables.map((t) => `SELECT country FROM ${t} WHERE country IS NOT NULL`);
  const [row] = await engine.rows(`SELECT country FROM (${parts.join(" UNION ALL ")}) AS c GROUP BY country ORDER BY count(*) DESC, country LIMIT 1`);
  return row ? resolveCountry(String(row.country)) : undefined;
}

async function importAll(engine: Engine, dataset: Dataset): Promise<Imported[]> {
  const zone = dataset.settings.zone ?? DEFAULT_ZONE;
  const issues: Issue[] = [];
  const imported: Imported[] = [];
  for (const [i, source] of dataset.files.entries()) {
    const dates = source.dates ?? (await findDates(engine, source, zone));
    if (typeof dates !== "string") {
      issues.push(dates);
      continue;
    }
    const table = `import_${i}`;
    await engine.run(importFile(engine.dialect, source, table, { zone, dates }));
    const ragged = source.format.kind === "csv" ? await readRagged(engine, source, `${table}_ragged`) : [];
    imported.push({ source, table, rejects: ragged, ragged: ragged.length });
  }
  if (issues.length > 0) throw new IssuesError(issues);
  return imported;
}

/** Rows that the file reader could not split into the heading's cells. */
async function readRagged(engine: Engine, source: SourceFile, table: string): Promise<Reject[]> {
  const rows = await engine.rows(`SELECT line, min(csv_line) AS text FROM ${table} GROUP BY line ORDER BY line`);
  return rows.map((r) => ({ file: source.file, row: Number(r.line), column: "", value: String(r.text ?? ""), reason: "ragged-row" }));
}

function dayColumn(source: SourceFile): string | undefined {
  return { orders: "ordered_at", events: "occurred_at", customers: undefined, costs: undefined }[source.table];
}

async function findSpan(engine: Engine, imported: readonly Imported[], dataset: Dataset): Promise<{ from: string; asOf: string }> {
  const parts = imported.flatMap(({ source, table }) => {
    const day = dayColumn(source);
    return day ? [`SELECT ${day} AS day, count(*) AS n FROM ${table} WHERE problems IS NULL AND ${day} IS NOT NULL GROUP BY ${day}`] : [];
  });
  const rows = await engine.rows(`SELECT day, sum(n) AS n FROM (${parts.join(" UNION ALL ")}) AS days GROUP BY day`);
  const span = plausibleSpan(rows.map((r) => ({ day: String(r.day), rows: Number(r.n) })));
  return { from: span.from, asOf: dataset.settings.asOf ?? span.to };
}

/** Rows dated outside the span get a problem, so that they are set aside like any unreadable cell. */
async function markOutside(engine: Engine, { source, table }: Imported, from: string, asOf: string): Promise<void> {
  const day = dayColumn(source) ?? (source.table === "customers" && source.columns.created ? "created" : undefined);
  if (!day || !asOf) return;
  const early = day === "created" ? "FALSE" : `${day} < DATE ${literal(from)}`;
  const mark = `${literal(`${day}${UNIT_MARK}implausible-date${UNIT_MARK}`)} || ${engine.dialect.text(day)}`;
  await engine.run(`UPDATE ${table} SET problems = ${mark} WHERE problems IS NULL AND (${early} OR ${day} > DATE ${literal(asOf)})`);
}

/** Of several rows with one customer id the one created first stays; which file row came first plays no part. */
async function markRepeated(engine: Engine, { table }: Imported): Promise<void> {
  const p = engine.dialect.rowPosition;
  await engine.run(
    `UPDATE ${table} SET problems = ${literal(`customer_id${UNIT_MARK}repeated-id${UNIT_MARK}`)} || customer_id WHERE ${p} IN (SELECT position FROM (SELECT ${p} AS position, row_number() OVER (PARTITION BY customer_id ORDER BY created NULLS LAST, row_hash, ${p}) AS n, min(row_hash) OVER (PARTITION BY customer_id) AS low, max(row_hash) OVER (PARTITION BY customer_id) AS high FROM ${table} WHERE problems IS NULL) AS ranked WHERE n > 1 AND low <> high)`
  );
}

/** Takes rejected rows and second copies out of an import and counts rows and money of each kind. */
async function setAside(engine: Engine, one: Imported, dropDuplicates: boolean, rejectedMoney: Record<string, number>): Promise<FileCount> {
  const { source, table } = one;
  const d = engine.dialect;
  const p = d.rowPosition;
  const money = source.table === "orders" || source.table === "costs" ? "amount" : undefined;
  const total = async (from: string) => {
    const [row] = await engine.rows(`SELECT count(*) AS n, ${money ? `COALESCE(sum(${money}), 0)` : "NULL"} AS money FROM ${from}`);
    return { rows: Number(row?.n ?? 0), money: money ? Number(row?.money ?? 0) : null };
  };
  const read = await total(table);
  const bad = await engine.rows(`SELECT ${p} AS position, problems, ${money ?? "NULL"} AS money FROM ${table} WHERE problems IS NOT NULL ORDER BY ${p}`);
  const raggedRows = one.rejects.map((r) => r.row);
  for (const row of bad) {
    const cells = String(row.problems).split(RECORD_MARK);
    for (const [i, cell] of cells.entries()) {
      const [column = "", reason = "", value = ""] = cell.split(UNIT_MARK);
      one.rejects.push({ file: source.file, row: fileRow(Number(row.position), raggedRows), column: source.columns[column] ?? column, value, reason: reason as IssueCode });
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
    await engine.run(`CREATE TABLE ${table}_twice AS SELECT row_hash FROM ${table} GROUP BY row_hash HAVING count(*) > 1`);
    await engine.run(
      `CREATE TABLE ${table}_copies AS SELECT position FROM (SELECT i.${p} AS position, row_number() OVER (PARTITION BY i.row_hash, ${columns.join(", ")} ORDER BY i.${p}) AS n FROM ${table} AS i INNER JOIN ${table}_twice AS t ON i.row_hash = t.row_hash) AS ranked WHERE n > 1`
    );
    duplicate = await total(`${table} WHERE ${p} IN (SELECT position FROM ${table}_copies)`);
    if (duplicate.rows > 0) await engine.run(`DELETE FROM ${table} WHERE ${p} IN (SELECT position FROM ${table}_copies)`);
  }
  const accepted = await total(table);
  const ids = Object.keys(source.columns);
  const [filled] = await engine.rows(`SELECT ${ids.map((id) => `count(${id}) AS ${id}`).join(", ")} FROM ${table}`);
  return {
    source,
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
      ...rejects.filter((r) => r.file === c.source.file).slice(0, LISTED).map(rejectIssue),
      {
        code: "too-many-rejected",
        file: c.source.file,
        detail: { limit: percent(limit), rejected: String(c.rowsRejected), read: String(c.rowsRead) }
      }
    ]);
  if (issues.length > 0) throw new IssuesError(issues);
}

/** A set-aside cell in the words of an issue. */
export function rejectIssue(reject: Reject): Issue {
  const words = Object.values(TABLES)
    .flatMap((t) => t.columns)
    .find((c) => c.words && (c.id === reject.column || c.headings.includes(reject.column.toLowerCase())))?.words;
  return {
    code: reject.reason,
    file: reject.file,
    row: reject.row,
    column: reject.column || undefined,
    got: reject.value,
    detail: { values: reject.column === "value" ? "1–5" : Object.keys(words ?? {}).join(", "), expected: "" }
  };
}

/** One table of all files of a kind; an empty one where no file is. */
async function unite(engine: Engine, table: TableName, imported: readonly Imported[]): Promise<void> {
  const columns = TABLES[table].columns;
  const parts = imported.filter(({ source }) => source.table === table).map((one) => `SELECT ${columns.map((c) => c.id).join(", ")} FROM ${one.table}`);
  const none = `SELECT ${columns.map((c) => `CAST(NULL AS ${sqlType(c)}) AS ${c.id}`).join(", ")} WHERE 1 = 0`;
  await engine.run(`CREATE VIEW ${table} AS ${parts.length > 0 ? parts.join(" UNION ALL ") : none}`);
}
