import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import type { IssueCode } from "../issues/issue.js";
import { plausibleSpan } from "./dates.js";
import { dayColumn, dayColumns, type Imported, SOUND } from "./imported.js";
import { problemText } from "./problems.js";

/** Days of a customers row that can't lie after the as-of date. */
const TOLD = ["created"];

export interface Span {
  from: string;
  to: string;
  asOf: string;
}

/**
 * First and last plausible day of all orders and events, and where there are no orders of what customers files tell,
 * too; the as-of date is the last unless the firm sets another. All empty where there is no day.
 */
export async function findSpan(engine: Engine, imported: readonly Imported[], asOf: string | undefined): Promise<Span> {
  const days = daysOf(imported);
  const parts = imported.flatMap((one) =>
    days(one).map(
      (day) => sql`
        SELECT ${day} AS day, count(*) AS n
        FROM ${one.table}
        WHERE ${SOUND} AND ${day} IS NOT NULL
        GROUP BY ${day}
      `
    )
  );
  if (parts.length === 0) return { from: asOf ?? "", to: asOf ?? "", asOf: asOf ?? "" };
  const rows = await engine.rows(sql`
    WITH days AS (
      ${union(parts)}
    )
    SELECT day, sum(n) AS n
    FROM days
    GROUP BY day
  `);
  const span = plausibleSpan(rows.map((r) => ({ day: String(r.day), rows: Number(r.n) })));
  if (span.to === "") return { from: asOf ?? "", to: asOf ?? "", asOf: asOf ?? "" };
  return { ...span, asOf: asOf ?? span.to };
}

/** The days by which a sheet tells how far the data go: those of customers only where there are no orders. */
function daysOf(imported: readonly Imported[]): (one: Imported) => string[] {
  const orders = imported.some(({ source }) => source.table === "orders");
  return (one) => {
    const day = dayColumn(one);
    if (day) return [day];
    return one.source.table === "customers" && !orders ? dayColumns(one) : [];
  };
}

/** Rows dated outside the span get a problem, so that they are set aside like any unreadable cell. */
export async function markOutside(engine: Engine, one: Imported, { from, to, asOf }: Span): Promise<void> {
  if (!asOf) return;
  const dealt = dayColumn(one);
  for (const day of dealt ? [dealt] : TOLD.filter((id) => one.columns.includes(id))) {
    const early = dealt ? `${day} < DATE ${literal(from)}` : "FALSE";
    const late = asOf < to ? `${day} > DATE ${literal(asOf)} AND ${day} <= DATE ${literal(to)}` : "FALSE";
    const mark = (reason: IssueCode) => problemText(day, reason, engine.dialect.text(day));
    await engine.run(sql`
      UPDATE ${one.table}
      SET problems = CASE WHEN ${late} THEN ${mark("after-as-of")} ELSE ${mark("implausible-date")} END
      WHERE ${SOUND} AND (${early} OR ${day} > DATE ${literal(asOf)})
    `);
  }
}
