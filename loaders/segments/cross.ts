import { type Scheme, schemeColumn } from "../definitions/scheme.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";

export interface CrossRow {
  schemeA: string;
  groupA: string;
  schemeB: string;
  groupB: string;
  customers: number;
}

/**
 * Every pair of schemes once, in the order of the schemes: how many customers are in both groups. Customers are counted
 * by the combination of groups they are in, and pairs are made of the few combinations that occur.
 */
export async function readCross(engine: Engine, schemes: readonly Scheme[]): Promise<CrossRow[]> {
  if (schemes.length < 2) return [];
  const columns = schemes.map(({ id }) => schemeColumn(id));
  const rows = await engine.rows(sql`
    WITH combinations AS (
      SELECT
        ${columns},
        count(*) AS customers
      FROM membership
      GROUP BY ${columns.join(", ")}
    ),
    numbered AS (
      SELECT *, row_number() OVER (ORDER BY ${columns.join(", ")}) AS combination
      FROM combinations
    ),
    places AS (
      ${union(
        schemes.map(
          ({ id }, i) => sql`
            SELECT combination, customers, ${i} AS place, ${literal(id)} AS scheme, ${schemeColumn(id)} AS in_group
            FROM numbered
          `
        )
      )}
    )
    SELECT
      a.scheme AS scheme_a,
      a.in_group AS group_a,
      b.scheme AS scheme_b,
      b.in_group AS group_b,
      sum(a.customers) AS customers
    FROM places AS a
    INNER JOIN places AS b ON a.combination = b.combination AND a.place < b.place
    GROUP BY a.place, a.scheme, a.in_group, b.scheme, b.in_group
    ORDER BY a.place, b.scheme, a.in_group, b.in_group
  `);
  return rows.map((r) => ({
    schemeA: String(r.scheme_a),
    groupA: String(r.group_a),
    schemeB: String(r.scheme_b),
    groupB: String(r.group_b),
    customers: Number(r.customers)
  }));
}
