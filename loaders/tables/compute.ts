import type { Dataset } from "../dataset/read.js";
import type { SourceFile } from "../dataset/source.js";
import { type Engine, FileError } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { FileFault } from "../files/sheet.js";
import { type Issue, IssuesError, makeIssue } from "../issues/issue.js";
import { checkCurrency } from "./check-currency.js";
import { chooseZone } from "./choose-zone.js";
import { countFile, countHeld, countRejected, type FileCount, type Held, type Reject, type Rejected } from "./count.js";
import { markCurrencies } from "./currency.js";
import { findDates } from "./dates.js";
import { markDeductions } from "./deductions.js";
import { type Duplicates, dropDuplicates } from "./duplicates.js";
import { findHome, type Home } from "./home.js";
import { importSheet, rowNumber } from "./import.js";
import type { Imported } from "./imported.js";
import { type Loaded, loadSheet } from "./load.js";
import { markRefunds } from "./refunds.js";
import { findSpan, markOutside } from "./span.js";
import { createFileUnions } from "./union.js";

export type { FileCount, Reject };

const MAXIMUM_REJECTED = 0.25;
/** Share of a file's money that may go as copies of its own rows without asking. */
const MANY_COPIES = 0.03;
const LISTED = 20;
/** Rejects of one column for one reason that are listed: twenty times the same tells no more. */
const ALIKE = 3;

/** The tables `customers_read`, `orders_read`, `events_read` and `costs` exist in the engine; this says what is in them. */
export interface Tables {
  files: FileCount[];
  rejects: Reject[];
  /** Money of set-aside rows, by file and reason. */
  rejectedMoney: Record<string, number>;
  /** `table.column` that some file carries. */
  columns: ReadonlySet<string>;
  asOf: string;
  from: string;
  home: Home;
  /** Time zone by whose calendar days are counted. */
  zone: string;
  /** ISO code of the currency that the orders are in; undefined when nothing says. */
  currency: string | undefined;
}

/**
 * Reads every sheet into canonical tables. Rows with a cell that can't be read, and second copies of a row,
 * are taken out and counted; the rest of the study sees only what is sound.
 */
export async function computeTables(engine: Engine, { files, settings, definitions }: Dataset): Promise<Tables> {
  const keep = settings.duplicates === "keep";
  const home = findHome(files, settings);
  const zone = chooseZone(files, settings, home);
  const imported = await importAll(engine, files, { zone, keepCopies: keep });
  const named = await markCurrencies(engine, imported, settings.currency, home.country);
  const span = await findSpan(engine, imported, settings.asOf);
  for (const one of imported) await markOutside(engine, one, span);

  const held = new Map(await each(imported, (one) => countHeld(engine, one)));
  const rejected = new Map(
    await each(imported, (one) => countRejected(engine, one, { from: span.from, to: span.asOf, currency: named ?? "" }))
  );
  const duplicates = await dropDuplicates(engine, imported, keep);
  checkCopies(held, duplicates, settings.duplicates !== undefined);
  const counts: FileCount[] = [];
  for (const one of imported) {
    const [h, r, d] = [held.get(one), rejected.get(one), duplicates.get(one)];
    if (h && r && d) counts.push(await countFile(engine, one, h, r, d));
  }
  const rejects = [...rejected.values()].flatMap((r) => r.rejects);
  checkRejected(counts, rejects, settings.maximumRejected ?? MAXIMUM_REJECTED);

  const deducted = await markDeductions(engine, imported);
  const marked = imported.map((one) => (deducted.includes(one) ? withColumn(one, "status") : one));
  const refunded = await markRefunds(engine, marked);
  const final = marked.map((one) => (refunded.includes(one) ? withColumn(one, "refund") : one));
  await createFileUnions(engine, final, definitions.tables);
  await checkPeople(engine, files);
  const columns = new Set(final.flatMap((one) => one.columns.map((id) => `${one.source.table}.${id}`)));
  return {
    files: counts,
    rejects,
    rejectedMoney: moneyByReason(rejected),
    columns,
    asOf: span.asOf,
    from: span.from,
    home,
    zone,
    currency: await checkCurrency(engine, files, named, settings, home)
  };
}

async function each<T>(imported: readonly Imported[], make: (one: Imported) => Promise<T>): Promise<[Imported, T][]> {
  const made: [Imported, T][] = [];
  for (const one of imported) made.push([one, await make(one)]);
  return made;
}

function withColumn(one: Imported, id: string): Imported {
  return one.columns.includes(id) ? one : { ...one, columns: [...one.columns, id] };
}

function moneyByReason(rejected: ReadonlyMap<Imported, Rejected>): Record<string, number> {
  const entries = [...rejected].flatMap(([{ source }, { byReason }]) =>
    [...byReason].map(([reason, money]): [string, number] => [`${source.file}\t${reason}`, money])
  );
  return Object.fromEntries(entries);
}

/** Some row must name a customer: without anyone there is nothing to divide. */
async function checkPeople(engine: Engine, files: readonly SourceFile[]): Promise<void> {
  const named = ["orders", "customers", "events"].map(
    (table) =>
      `SELECT count(COALESCE(customer_id, phone, email, ${table === "customers" ? "name" : "customer_name"})) AS n FROM ${table}_read`
  );
  const [row] = await engine.rows(sql`
    WITH named AS (
      ${union(named)}
    )
    SELECT sum(n) AS n
    FROM named
  `);
  if (Number(row?.n ?? 0) > 0) return;
  throw new IssuesError(
    files
      .filter((f) => f.table !== "costs")
      .map((f) => ({ code: "no-customers", file: f.file, column: f.columns.customer_id }))
  );
}

interface Reading {
  zone: string;
  keepCopies: boolean;
}

async function importAll(engine: Engine, files: readonly SourceFile[], reading: Reading): Promise<Imported[]> {
  const issues: Issue[] = [];
  const imported: Imported[] = [];
  for (const [i, source] of files.entries()) {
    const one = await importOne(engine, source, `import_${i}`, reading).catch((error) => [unreadIssue(source, error)]);
    if (Array.isArray(one)) issues.push(...one);
    else imported.push(one);
  }
  if (issues.length > 0) throw new IssuesError(issues);
  return imported;
}

function unreadIssue({ file }: SourceFile, error: unknown): Issue {
  if (error instanceof FileError) return { code: "unknown-format", file };
  if (!(error instanceof FileFault)) throw error;
  return error.issueOf(file);
}

/** A file that looked plain and has a row that the database can't split is read once more, row by row. */
async function importOne(
  engine: Engine,
  source: SourceFile,
  table: string,
  reading: Reading
): Promise<Imported | Issue[]> {
  const loaded = await loadSheet(engine, source.sheet);
  try {
    return await importLoaded(engine, source, loaded, table, reading);
  } catch (error) {
    if (!loaded.direct || !(error instanceof FileError)) throw error;
    await engine.run(`DROP TABLE IF EXISTS ${table}_texts`);
    return importLoaded(engine, source, await loadSheet(engine, source.sheet, { direct: false }), table, reading);
  }
}

async function importLoaded(
  engine: Engine,
  source: SourceFile,
  loaded: Loaded,
  table: string,
  { zone, keepCopies }: Reading
): Promise<Imported | Issue[]> {
  const { left, ragged, rows } = loaded;
  const open = ragged.filter((row) => row.open);
  if (open.length > 0)
    return open.map(({ row, text }) => ({ code: "open-quote", file: source.file, row, got: text.trim() }));
  const dates = source.dates ?? (await findDates(engine, source, loaded.from, zone));
  if (typeof dates !== "string") return [dates];
  const { columns, numbered } = await importSheet(engine, source, loaded, table, { zone, dates, keepCopies });
  const [held] = await engine.rows(`SELECT count(*) AS n FROM ${table}`);
  const found = Number(held?.n);
  if (found < rows.least || found > rows.most)
    return [{ code: "rows-differ", file: source.file, got: String(found), detail: { rows: String(rows.most) } }];
  return { source, table, columns, row: rowNumber(engine.dialect, numbered), left, ragged };
}

/** Where a file would lose much of its money as copies of its own rows, a person says whether they are. */
function checkCopies(
  held: ReadonlyMap<Imported, Held>,
  duplicates: ReadonlyMap<Imported, Duplicates>,
  told: boolean
): void {
  const issues = [...duplicates].flatMap(([{ source }, { of }]): Issue[] => {
    const within = of.filter(({ file, rule }) => file === source.file && rule === "equal-row");
    const [lost, rows] = [sumOf(within.map(({ money }) => money)), sumOf(within.map((d) => d.rows))];
    const all = [...held].find(([one]) => one.source === source)?.[1].money ?? 0;
    if (told || source.table !== "orders" || source.duplicates || Math.abs(lost) <= Math.abs(all) * MANY_COPIES)
      return [];
    const share = `${Math.round((100 * lost) / all)} %`;
    return [{ code: "many-duplicates", file: source.file, detail: { file: source.file, rows: String(rows), share } }];
  });
  if (issues.length > 0) throw new IssuesError(issues);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0);
}

/** A file of which too much is set aside was understood wrongly: better no study than a wrong one. */
function checkRejected(counts: readonly FileCount[], rejects: readonly Reject[], limit: number): void {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const issues = counts
    .filter((c) => c.rowsRejected > c.rowsRead * limit)
    .flatMap((c): Issue[] => [
      ...listExamples(rejects.filter((r) => r.file === c.source.file)).map(rejectIssue),
      {
        code: "too-many-rejected",
        file: c.source.file,
        detail: { limit: percent(limit), rejected: String(c.rowsRejected), read: String(c.rowsRead) }
      }
    ]);
  if (issues.length > 0) throw new IssuesError(issues);
}

function listExamples(rejects: readonly Reject[]): Reject[] {
  const seen = new Map<string, number>();
  const few = rejects.filter(({ column, reason }) => {
    const count = (seen.get(`${reason} ${column}`) ?? 0) + 1;
    seen.set(`${reason} ${column}`, count);
    return count <= ALIKE;
  });
  return few.slice(0, LISTED);
}

/** A set-aside cell in the words of an issue. */
export function rejectIssue({ file, row, column, value, reason, detail }: Reject): Issue {
  return makeIssue(reason, { file, row, column: column || undefined, got: value }, detail);
}
