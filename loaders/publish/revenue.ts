import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";

/** All revenue, and the part of it on lines that name nobody. */
export async function readRevenue(engine: Engine): Promise<{ revenue: number; unnamed: number }> {
  const [row] = await engine.rows(sql`
    SELECT
      COALESCE(sum(net), 0) AS revenue,
      COALESCE(sum(CASE WHEN customer_id IS NULL THEN net ELSE 0 END), 0) AS unnamed
    FROM lines
  `);
  return { revenue: Number(row?.revenue ?? 0), unnamed: Number(row?.unnamed ?? 0) };
}
