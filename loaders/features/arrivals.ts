import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import { joinMeaning } from "./meanings.js";
import { monthOf } from "./rows.js";

/**
 * Makes `arrivals`: the first day somebody is known of (null for those of whom no day is known), the source they
 * came by, and what it cost to win them: what the source cost in the month they came, shared by all who came that
 * way that month.
 */
export async function makeArrivals(engine: Engine): Promise<void> {
  const d = engine.dialect;
  await createTable(engine, {
    name: "arrivals",
    grain: "one row per customer",
    from: sql`
      WITH known_days AS (
        SELECT person, min(day) AS day
        FROM facts
        GROUP BY person
        UNION ALL
        SELECT p.person, c.created AS day
        FROM customers AS c
        INNER JOIN people AS p ON c.customer_id = p.customer_id
        WHERE c.created IS NOT NULL
      ),
      first_days AS (
        SELECT person, min(day) AS day
        FROM known_days
        GROUP BY person
      ),
      who AS (
        SELECT
          p.person,
          f.day AS first_seen,
          m.meaning AS source
        FROM people AS p
        LEFT JOIN first_days AS f ON p.person = f.person
        LEFT JOIN customers AS c ON p.customer_id = c.customer_id
        ${joinMeaning("m", "source", "c.source")}
      ),
      came AS (
        SELECT source, ${monthOf("first_seen")} AS period, count(*) AS people
        FROM who
        WHERE source IS NOT NULL AND first_seen IS NOT NULL
        GROUP BY 1, 2
      ),
      spent AS (
        SELECT m.meaning AS source, c.period, sum(c.amount) AS amount
        FROM costs AS c
        ${joinMeaning("m", "source", "c.channel")}
        GROUP BY 1, 2
      ),
      rates AS (
        SELECT
          came.source,
          came.period,
          CAST(round(${d.double("spent.amount")} / came.people, 4) AS DECIMAL(18,4)) AS rate
        FROM came
        INNER JOIN spent ON came.source = spent.source AND came.period = spent.period
      )
      SELECT w.person, w.first_seen, w.source, r.rate AS cost_to_win
      FROM who AS w
      LEFT JOIN rates AS r ON w.source = r.source AND ${monthOf("w.first_seen")} = r.period
    `
  });
}
