import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";

/** Makes `people`: every id that any table names, with a whole-number key in the order of the ids. */
export async function makePeople(engine: Engine): Promise<void> {
  await createTable(engine, {
    name: "people",
    grain: "one row per customer",
    from: sql`
      WITH ids AS (
        SELECT customer_id FROM customers
        UNION
        SELECT customer_id FROM orders WHERE customer_id IS NOT NULL
        UNION
        SELECT customer_id FROM events
      )
      SELECT
        customer_id,
        CAST(row_number() OVER (ORDER BY customer_id) AS INTEGER) AS person
      FROM ids
    `
  });
}
