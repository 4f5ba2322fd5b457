import { type Scheme, schemeColumn } from "../definitions/scheme.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";

export interface TrendRow {
  scheme: string;
  group: string;
  date: string;
  customers: number;
}

/** Sizes of all groups at every month end, and at the as-of date. */
export async function readTrend(engine: Engine, schemes: readonly Scheme[]): Promise<TrendRow[]> {
  const counts = schemes.flatMap(({ id }) =>
    ["membership_past", "membership"].map(
      (table) => sql`
        SELECT ${literal(id)} AS scheme, ${schemeColumn(id)} AS in_group, snapshot, count(*) AS customers
        FROM ${table}
        GROUP BY ${schemeColumn(id)}, snapshot
      `
    )
  );
  const rows = await engine.rows(sql`
    ${union(counts)}
    ORDER BY scheme, snapshot, in_group
  `);
  return rows.map((r) => ({
    scheme: String(r.scheme),
    group: String(r.in_group),
    date: String(r.snapshot),
    customers: Number(r.customers)
  }));
}
