import { sql } from "../engine/sql.js";
import type { Study } from "../study.js";

/**
 * All revenue, and the part of it on lines that name nobody; without orders what customers files say was spent, null
 * where they don't.
 */
export async function readRevenue({
  engine,
  features,
  tables
}: Pick<Study, "engine" | "features" | "tables">): Promise<{ revenue: number | null; unnamed: number | null }> {
  if (!tables.columns.has("orders.ordered_at")) {
    if (features.lacking.has("revenue_value")) return { revenue: null, unnamed: null };
    const [spent] = await engine.rows("SELECT sum(revenue_value) AS revenue FROM features");
    return {
      revenue: typeof spent?.revenue === "undefined" || spent.revenue === null ? null : Number(spent.revenue),
      unnamed: 0
    };
  }
  const [row] = await engine.rows(sql`
    SELECT
      COALESCE(sum(net), 0) AS revenue,
      COALESCE(sum(CASE WHEN customer_id IS NULL THEN net ELSE 0 END), 0) AS unnamed
    FROM lines
  `);
  return { revenue: Number(row?.revenue ?? 0), unnamed: Number(row?.unnamed ?? 0) };
}
