import type { SourceFile } from "../dataset/source.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import type { IssueCode } from "../issues/issue.js";
import { lostDigits } from "./cell.js";
import type { DuplicateOf, Duplicates } from "./duplicates.js";
import { hasMoney, type Imported } from "./imported.js";
import type { LeftCount } from "./load.js";
import { parseProblems } from "./problems.js";

/** A cell, and with it a row, that was set rejected. */
export interface Reject {
  file: string;
  row: number;
  column: string;
  value: string;
  reason: IssueCode;
  /** Words to fill into the wording of the reason. */
  detail: Readonly<Record<string, string>>;
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
  /** Null for tables without money. Amounts in another currency count nowhere. */
  moneyRead: number | null;
  moneyAccepted: number | null;
  moneyRejected: number | null;
  moneyDuplicate: number | null;
  /** Which files have the duplicate rows too, the file itself among them. */
  duplicateOf: DuplicateOf[];
  /** Rows that are no data: titles, totals, footers. They count in none of the numbers above. */
  left: LeftCount[];
  /** Column id → share of accepted rows that have a value. */
  filled: Record<string, number>;
  /** Column id → share of the cells with something in them that could be read, of all rows; 1 where none has. */
  valid: Record<string, number>;
}

/** What a file held before anything was set rejected. */
export interface Held {
  rows: number;
  money: number | null;
  /** Column id → cells that could be read. */
  cells: Map<string, number>;
  /** Phones and e-mails whose digits are lost: they set no row rejected. */
  lost: Map<string, number>;
}

export async function countHeld(engine: Engine, one: Imported): Promise<Held> {
  const contacts = one.source.definition.columns
    .filter((c) => (c.kind === "phone" || c.kind === "email") && one.columns.includes(c.id))
    .map((c) => c.id);
  const lost = (id: string) => `sum(CASE WHEN ${lostDigits(engine.dialect, id)} THEN 1 ELSE 0 END) AS lost_${id}`;
  const [row] = await engine.rows(sql`
    SELECT
      count(*) AS n,
      ${hasMoney(one) ? "COALESCE(sum(amount), 0)" : "NULL"} AS money,
      ${one.columns.map((id) => `count(${id}) AS cells_${id}`)},
      ${contacts.map(lost)}
    FROM ${one.table}
  `);
  return {
    rows: Number(row?.n ?? 0),
    money: hasMoney(one) ? Number(row?.money ?? 0) : null,
    cells: new Map(one.columns.map((id) => [id, Number(row?.[`cells_${id}`] ?? 0)])),
    lost: new Map(contacts.map((id) => [id, Number(row?.[`lost_${id}`] ?? 0)]))
  };
}

export interface Rejected {
  rejects: Reject[];
  rows: number;
  money: number | null;
  /** Money by the first reason of each row. */
  byReason: Map<IssueCode, number>;
}

/** Takes the rows with a problem out of an import; ragged ones never came in. `words` are what their wording may need. */
export async function countRejected(
  engine: Engine,
  one: Imported,
  words: Readonly<Record<string, string>>
): Promise<Rejected> {
  const { source, table } = one;
  const bad = await engine.rows(sql`
    SELECT ${one.row} AS place, problems, ${hasMoney(one) ? "amount" : "NULL"} AS money
    FROM ${table}
    WHERE problems IS NOT NULL
    ORDER BY 1
  `);
  const rejects = one.ragged.map(({ row, text }): Reject => {
    const detail = { expected: String(source.sheet.headings.length) };
    return { file: source.file, row, column: "", value: text.trim(), reason: "ragged-row", detail };
  });
  const byReason = new Map<IssueCode, number>();
  for (const row of bad)
    for (const [i, { column, reason, value }] of parseProblems(String(row.problems)).entries()) {
      const heading = source.columns[column] ?? column;
      const detail = rejectDetail(source, column, words);
      rejects.push({ file: source.file, row: Number(row.place), column: heading, value, reason, detail });
      if (i === 0) byReason.set(reason, (byReason.get(reason) ?? 0) + Number(row.money ?? 0));
    }
  rejects.sort((a, b) => a.row - b.row);
  const [sum] =
    hasMoney(one) && bad.length > 0
      ? await engine.rows(sql`
          SELECT COALESCE(sum(amount), 0) AS money
          FROM ${table}
          WHERE problems IS NOT NULL
        `)
      : [];
  if (bad.length > 0) await engine.run(`DELETE FROM ${table} WHERE problems IS NOT NULL`);
  return {
    rejects,
    rows: bad.length + one.ragged.length,
    money: hasMoney(one) ? Number(sum?.money ?? 0) : null,
    byReason
  };
}

/** What the wording of a reject needs to know: the values a word may have, the days of the data. */
function rejectDetail(source: SourceFile, id: string, words: Readonly<Record<string, string>>): Record<string, string> {
  const column = source.definition.columns.find((c) => c.id === id);
  const values =
    column?.kind === "flag" ? ["yes", "no"] : column?.kind === "number" ? ["1–5"] : Object.keys(column?.words ?? {});
  return { values: values.join(", "), ...words };
}

/** The law of one file, from what it held, what was set aside and what it has twice. */
export async function countFile(
  engine: Engine,
  one: Imported,
  held: Held,
  rejected: Rejected,
  duplicates: Duplicates
): Promise<FileCount> {
  const { source, table, columns } = one;
  const [row] = await engine.rows(sql`
    SELECT
      count(*) AS n,
      ${hasMoney(one) ? "COALESCE(sum(amount), 0)" : "NULL"} AS money,
      ${columns.map((id) => `count(${id}) AS ${id}`)}
    FROM ${table}
  `);
  const accepted = Number(row?.n ?? 0);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 0);
  const bad = (id: string) =>
    rejected.rejects.filter((r) => r.column === source.columns[id] && r.reason !== "missing-value").length;
  const valid = (id: string): number => {
    const [good, wrong] = [held.cells.get(id) ?? 0, bad(id)];
    return good + wrong === 0 ? 1 : share(good - (held.lost.get(id) ?? 0), good + wrong);
  };
  return {
    source,
    table,
    rowsRead: held.rows + one.ragged.length,
    rowsAccepted: accepted,
    rowsRejected: rejected.rows,
    rowsDuplicate: duplicates.rows,
    moneyRead: held.money,
    moneyAccepted: hasMoney(one) ? Number(row?.money ?? 0) : null,
    moneyRejected: rejected.money,
    moneyDuplicate: hasMoney(one) ? duplicates.money : null,
    duplicateOf: duplicates.of,
    left: one.left,
    filled: Object.fromEntries(columns.map((id) => [id, share(Number(row?.[id] ?? 0), accepted)])),
    valid: Object.fromEntries(columns.map((id) => [id, valid(id)]))
  };
}
