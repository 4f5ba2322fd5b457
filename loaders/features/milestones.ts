import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";

/** From when on a regular is a fan: order days, over at least so many days. */
export interface Fan {
  orders: number;
  spanDays: number;
}

/**
 * Makes `milestones`: the day somebody became a member (second day with a main order) and a fan; null for neither.
 */
export async function makeMilestones(engine: Engine, fan: Fan): Promise<void> {
  const soFar = "OVER (PARTITION BY person ORDER BY day ROWS UNBOUNDED PRECEDING)";
  await createTable(engine, {
    name: "milestones",
    grain: "one row per customer with an order",
    from: sql`
      WITH days AS (
        SELECT person, day, CASE WHEN main_orders > 0 THEN 1 ELSE 0 END AS main
        FROM facts
        WHERE orders > 0
      ),
      counted AS (
        SELECT
          person,
          day,
          main,
          sum(main) ${soFar} AS mains,
          count(*) ${soFar} AS nth,
          min(day) ${soFar} AS first_day
        FROM days
      )
      SELECT
        person,
        min(CASE WHEN main = 1 AND mains = 2 THEN day END) AS member_day,
        min(
          CASE
            WHEN nth >= ${fan.orders} AND ${engine.dialect.days("first_day", "day")} >= ${fan.spanDays} THEN day
          END
        ) AS fan_day
      FROM counted
      GROUP BY person
    `
  });
}
