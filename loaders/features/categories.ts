import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";

/** Makes `customer_categories`: the first day somebody bought of a category and what it brought in all. */
export async function makeCategories(engine: Engine): Promise<void> {
  await createTable(engine, {
    name: "customer_categories",
    grain: "one row per customer and category bought",
    from: sql`
      WITH bought AS (
        SELECT
          customer_id,
          category,
          min(CASE WHEN sold THEN ordered_at END) AS first_day,
          CAST(sum(net) AS DECIMAL(18,4)) AS revenue
        FROM lines
        WHERE customer_id IS NOT NULL AND category IS NOT NULL
        GROUP BY customer_id, category
      )
      SELECT p.person, b.category, b.first_day, b.revenue
      FROM bought AS b
      INNER JOIN people AS p ON b.customer_id = p.customer_id
      WHERE b.first_day IS NOT NULL
    `
  });
}
