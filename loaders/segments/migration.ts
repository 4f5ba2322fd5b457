import { type Scheme, schemeColumn } from "../definitions/scheme.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import type { Features } from "../features/compute.js";

/** Where somebody comes from who was not known yet; no group may have this id. */
export const NOT_KNOWN = "not-known";

/** How many months back migration looks. */
const SPANS = [3, 12] as const;

export interface MigrationRow {
  scheme: string;
  span: number;
  from: string;
  to: string;
  customers: number;
}

/** How many moved from which group to which, or stayed, over each span that the data reach back. */
export async function readMigration(
  engine: Engine,
  schemes: readonly Scheme[],
  { snapshots }: Features
): Promise<MigrationRow[]> {
  const spans = SPANS.flatMap((span) => {
    const then = snapshots.at(-span);
    return then ? [{ span, then }] : [];
  });
  if (spans.length === 0 || schemes.length === 0) return [];
  const before = spans.map(
    ({ span, then }) => sql`
      before_${span} AS (
        SELECT *
        FROM membership_past
        WHERE snapshot = DATE ${literal(then)}
      )
    `
  );
  const moves = spans.flatMap(({ span }) => schemes.map(({ id }) => movesOf(schemeColumn(id), id, span)));
  const rows = await engine.rows(sql`
    WITH
      ${before}
    ${union(moves)}
    ORDER BY scheme, span, from_group, to_group
  `);
  return rows.map((r) => ({
    scheme: String(r.scheme),
    span: Number(r.span),
    from: String(r.from_group),
    to: String(r.to_group),
    customers: Number(r.customers)
  }));
}

function movesOf(column: string, scheme: string, span: number): string {
  return sql`
    SELECT
      ${literal(scheme)} AS scheme,
      ${span} AS span,
      COALESCE(b.${column}, ${literal(NOT_KNOWN)}) AS from_group,
      m.${column} AS to_group,
      count(*) AS customers
    FROM membership AS m
    LEFT JOIN before_${span} AS b ON m.person = b.person
    GROUP BY 3, 4
  `;
}
