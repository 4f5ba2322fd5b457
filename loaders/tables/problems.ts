import type { SourceFile } from "../dataset/source.js";
import type { Column } from "../definitions/columns.js";
import { type Dialect, literal } from "../engine/dialect.js";
import { any, sql } from "../engine/sql.js";
import type { IssueCode } from "../issues/issue.js";

/** Separates column, reason and value inside the `problems` text of an imported row. */
const UNIT_MARK = "\u001f";
const RECORD_MARK = "\u001e";

/** When a row has a problem, and what is to be said of it: column, reason and value as written. */
export interface Problem {
  when: string;
  text: string;
}

/** SQL text of one problem; `value` is SQL. */
export function problemText(column: string, reason: IssueCode, value: string): string {
  return `${literal(`${column}${UNIT_MARK}${reason}${UNIT_MARK}`)} || ${value}`;
}

/** The problems of a row as column, reason and value. */
export function parseProblems(text: string): { column: string; reason: IssueCode; value: string }[] {
  return text.split(RECORD_MARK).map((cell) => {
    const [column = "", reason = "", value = ""] = cell.split(UNIT_MARK);
    return { column, reason: reason as IssueCode, value };
  });
}

/** All problems of a row as one text, null where there is none. */
export function joinProblems(d: Dialect, problems: readonly Problem[]): string {
  if (problems.length === 0) return "CAST(NULL AS VARCHAR)";
  // The texts are only put together for rows that have a problem: joining nothing ten million times costs seconds.
  const texts = problems.map(({ when, text }) => `CASE WHEN ${when} THEN ${text} END`);
  return sql`
    CASE
      WHEN ${any(problems.map(({ when }) => `(${when})`))}
      THEN ${d.join(RECORD_MARK, texts)}
    END
  `;
}

const REASONS: Partial<Record<Column["kind"], IssueCode>> = {
  day: "unreadable-date",
  month: "unreadable-date",
  money: "unreadable-number",
  number: "unreadable-number",
  word: "unknown-value",
  flag: "unknown-value",
  id: "lost-digits"
};

/** What may be wrong with the cells of one column. */
export function columnProblems(source: SourceFile, column: Column): Problem[] {
  const { id } = column;
  const found: Problem[] = [];
  const problem = (when: string, reason: IssueCode, value: string) =>
    found.push({ when, text: problemText(id, reason, value) });
  if (column.required) problem(ifNull(id, blank(id)), "missing-value", "''");
  const reason = REASONS[column.kind];
  // A word that only helps to work out others may be anything, unless it says whether a sale is one.
  if (reason && !(column.working && column.kind === "word" && !column.doubt))
    problem(ifNull(id, `NOT ${blank(id)}`), reason, `raw_${id}`);
  if (source.table === "events" && id === "value" && source.columns.kind)
    problem("kind = 'rating' AND (value < 1 OR value > 5)", "unknown-value", "raw_value");
  return found;
}

/** A customer or an event without id, phone and e-mail is nobody's. */
export function nobody(source: SourceFile, has: (id: string) => boolean): Problem[] {
  if (source.table !== "customers" && source.table !== "events") return [];
  const ids = ["customer_id", "phone", "email"].filter(has);
  const [first] = ids;
  if (!first) return [];
  return [{ when: ids.map(blank).join(" AND "), text: problemText(first, "missing-value", "''") }];
}

/** An order line needs its money, be it written, or a price times a quantity that an amount can hold. */
export function moneyless(source: SourceFile, needed: readonly string[], amount: string): Problem[] {
  const [first] = needed;
  if (source.table !== "orders" || !first) return [];
  const empty = needed.map((id) => ({
    when: ifNull(amount, `${id} IS NULL AND ${blank(id)}`),
    text: problemText(id, "missing-value", "''")
  }));
  if (needed.length === 1) return empty;
  const large = ifNull(amount, `${needed.map((id) => `${id} IS NOT NULL`).join(" AND ")}`);
  return [...empty, { when: large, text: problemText(first, "unreadable-number", `raw_${first}`) }];
}

/** Both sides of an AND are worked out for every row; what a CASE comes to, only for the rows that come to it. */
function ifNull(value: string, then: string): string {
  return `CASE WHEN (${value}) IS NULL THEN ${then} ELSE FALSE END`;
}

function blank(id: string): string {
  return `(raw_${id} IS NULL OR trim(raw_${id}) = '')`;
}
