import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";

/**
 * Makes `habits`: channel and campaign of the first order, and the channel, branch and category that brought most
 * revenue, the first by name of several. Null where none is named.
 */
export async function makeHabits(engine: Engine): Promise<void> {
  const d = engine.dialect;
  await createTable(engine, {
    name: "habits",
    grain: "one row per customer",
    from: sql`
      WITH ranked AS (
        SELECT
          person,
          channel,
          COALESCE(campaign, '') AS campaign,
          row_number() OVER (PARTITION BY person ORDER BY day, order_key) AS nth
        FROM order_heads
        WHERE order_count > 0
      ),
      first_orders AS (
        SELECT
          person,
          ${d.argMin("channel", "nth")} AS channel,
          NULLIF(${d.argMin("campaign", "nth")}, '') AS campaign
        FROM ranked
        GROUP BY person
      ),
      channels AS (
        ${favourite("order_heads", "channel")}
      ),
      branches AS (
        ${favourite("order_heads", "branch")}
      ),
      categories AS (
        ${favourite("customer_categories", "category")}
      )
      SELECT
        p.person,
        f.channel AS first_channel,
        f.campaign AS first_campaign,
        ch.favourite AS main_channel,
        b.favourite AS main_branch,
        ca.favourite AS main_category
      FROM people AS p
      LEFT JOIN first_orders AS f ON p.person = f.person
      LEFT JOIN channels AS ch ON p.person = ch.person
      LEFT JOIN branches AS b ON p.person = b.person
      LEFT JOIN categories AS ca ON p.person = ca.person
    `
  });
}

function favourite(table: string, column: string): string {
  return sql`
    SELECT person, favourite
    FROM (
      SELECT
        person,
        ${column} AS favourite,
        row_number() OVER (PARTITION BY person ORDER BY sum(revenue) DESC, ${column}) AS place
      FROM ${table}
      WHERE ${column} IS NOT NULL
      GROUP BY person, ${column}
    ) AS ranked
    WHERE place = 1
  `;
}
