import type { Engine } from "../engine/engine.js";
import { any, sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import type { Tables } from "../tables/compute.js";

/** Columns that say where somebody lives. */
const PLACE = ["province", "district", "ward", "address"] as const;

/**
 * Makes `written_places`: where somebody lives as a customers file writes it; where none does, as the latest of their
 * orders that names a place.
 */
export async function makeWrittenPlaces(engine: Engine, tables: Tables): Promise<void> {
  const ordered = PLACE.filter((column) => tables.columns.has(`orders.${column}`));
  const known = any(PLACE.map((column) => `c.${column} IS NOT NULL`));
  const either = PLACE.map((column) =>
    ordered.includes(column) ? `CASE WHEN ${known} THEN c.${column} ELSE o.${column} END AS ${column}` : `c.${column}`
  );
  const latest = sql`
    SELECT
      customer_id,
      ${ordered},
      row_number() OVER (
        PARTITION BY customer_id
        ORDER BY ordered_at DESC, ${ordered}
      ) AS place
    FROM orders
    WHERE customer_id IS NOT NULL AND (${any(ordered.map((column) => `${column} IS NOT NULL`))})
  `;
  await createTable(engine, {
    name: "written_places",
    grain: "one row per customer: where they live, as files write it",
    from: sql`
      SELECT
        p.customer_id,
        ${either},
        c.urbanity,
        c.country
      FROM people AS p
      LEFT JOIN customers AS c ON p.customer_id = c.customer_id
      ${ordered.length > 0 && `LEFT JOIN (${latest}) AS o ON p.customer_id = o.customer_id AND o.place = 1`}
    `
  });
}
