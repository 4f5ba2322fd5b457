import type { Settings } from "../definitions/settings.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import type { Tables } from "../tables/compute.js";
import { baitCondition } from "./bait.js";

/**
 * Makes `lines`: order lines as the study counts them. Sold, less what was paid back on them; given back; cancelled
 * ones bring nothing. What costs nothing (a sample, a replacement) is not sold, unless it is marked as bait. A voucher's
 * line lowers what was sold. A line given back that has a `refund` is the sale itself, undone: it comes to nothing, too.
 */
export async function makeLines(engine: Engine, tables: Tables, settings: Settings): Promise<void> {
  const has = (id: string) => tables.columns.has(`orders.${id}`);
  const priced = has("offer") ? "(amount > 0 OR (amount = 0 AND offer = 'bait'))" : "amount > 0";
  const refund = has("refund") ? "COALESCE(refund, 0)" : "0";
  const gain = has("profit")
    ? `CASE WHEN sold OR deducted THEN profit - ${refund} WHEN ${refund} > 0 THEN 0 ELSE -abs(profit) END`
    : has("cost")
      ? "net - sign(net) * abs(COALESCE(cost, 0))"
      : "NULL";
  await createTable(engine, {
    name: "lines",
    grain: "one row per order line",
    kind: "view",
    from: sql`
      WITH kinds AS (
        SELECT
          *,
          COALESCE(status, 'completed') = 'cancelled' AS cancelled,
          COALESCE(status, 'completed') = 'deduction' AS deducted,
          COALESCE(status, 'completed') = 'completed' AND ${priced} AND COALESCE(quantity, 1) > 0 AS sold
        FROM orders
      ),
      priced AS (
        SELECT
          *,
          CASE
            WHEN cancelled THEN 0
            WHEN deducted THEN amount
            WHEN sold OR ${refund} > 0 THEN amount - ${refund}
            ELSE -abs(amount)
          END AS net,
          CASE WHEN sold OR deducted THEN amount ELSE 0 END AS sale,
          CASE WHEN cancelled OR deducted THEN 0 WHEN sold THEN ${refund} ELSE abs(amount) END AS given_back,
          CASE WHEN sold THEN COALESCE(discount, 0) WHEN deducted THEN abs(amount) ELSE 0 END AS off,
          ${baitCondition(tables, settings.bait) ?? "FALSE"} AS bait
        FROM kinds
      )
      SELECT
        *,
        CASE WHEN cancelled THEN 0 ELSE ${gain} END AS gain
      FROM priced
    `
  });
}
