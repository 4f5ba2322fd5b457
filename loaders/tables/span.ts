import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import type { IssueCode } from "../issues/issue.js";
import { plausibleSpan } from "./dates.js";
import { dayColumn, type Imported, SOUND } from "./imported.js";
import { problemText } from "./problems.js";

export interface Span {
  from: string;
  to: string;
  asOf: string;
}

/** First and last plausible day of all orders and events; the as-of date is the last unless the firm sets another. */
export async function findSpan(engine: Engine, imported: readonly Imported[], asOf: string | undefined): Promise<Span> {
  const parts = imported.flatMap((one) => {
    const day = dayColumn(one);
    if (!day) return [];
    const rows = sql`
      SELECT ${day} AS day, count(*) AS n
      FROM ${one.table}
      WHERE ${SOUND} AND ${day} IS NOT NULL
      GROUP BY ${day}
    `;
    return [rows];
  });
  const rows = await engine.rows(sql`
    WITH days AS (
      ${union(parts)}
    )
    SELECT day, sum(n) AS n
    FROM days
    GROUP BY day
  `);
  const span = plausibleSpan(rows.map((r) => ({ day: String(r.day), rows: Number(r.n) })));
  return { ...span, asOf: asOf ?? span.to };
}

/** Rows dated outside the span get a problem, so that they are set aside like any unreadable cell. */
export async function markOutside(engine: Engine, one: Imported, { from, to, asOf }: Span): Promise<void> {
  const day = dayColumn(one) ?? (one.columns.includes("created") ? "created" : undefined);
  if (!day || !asOf) return;
  const early = day === "created" ? "FALSE" : `${day} < DATE ${literal(from)}`;
  const late = asOf < to ? `${day} > DATE ${literal(asOf)} AND ${day} <= DATE ${literal(to)}` : "FALSE";
  const mark = (reason: IssueCode) => problemText(day, reason, engine.dialect.text(day));
  await engine.run(sql`
    UPDATE ${one.table}
    SET problems = CASE WHEN ${late} THEN ${mark("after-as-of")} ELSE ${mark("implausible-date")} END
    WHERE ${SOUND} AND (${early} OR ${day} > DATE ${literal(asOf)})
  `);
}
