import type { Settings } from "../definitions/settings.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import type { Tables } from "../tables/compute.js";
import { baitCondition } from "./bait.js";

/**
 * Makes `order_heads` from the lines of known customers. An order is counted (`order_count`) on the first day it sold
 * something, unless all of it came back; lines given back later stand on their own day. Where numbers begin again, each
 * day has its own. Without an order id a customer's lines of one day are one order; where no file has ids, each of them
 * is one if no product is named either.
 */
export async function makeOrders(engine: Engine, tables: Tables, settings: Settings): Promise<void> {
  const sums = sumsOf(tables, settings);
  await createTable(engine, {
    name: "order_heads",
    grain: "one row per order and day it has lines on",
    from: tables.columns.has("orders.order_id")
      ? ordersById(engine.dialect.rowHash(await keyOf(engine, tables)), sums)
      : ordersByDay(tables, sums)
  });
}

/** One order number in so many belongs to several customers where numbers begin again. */
const SHARED = 50;

/** What tells an order among those of its customer: its number and, where numbers begin again, its day and branch. */
async function keyOf(engine: Engine, { columns }: Tables): Promise<string[]> {
  const number = `COALESCE(l.order_id, ${engine.dialect.text("l.ordered_at")})`;
  const [found] = await engine.rows(sql`
    WITH numbers AS (
      SELECT order_id, min(customer_id) AS one, max(customer_id) AS other
      FROM lines
      WHERE order_id IS NOT NULL AND sold
      GROUP BY order_id
    )
    SELECT count(*) AS n, COALESCE(sum(CASE WHEN one <> other THEN 1 ELSE 0 END), 0) AS shared
    FROM numbers
  `);
  const shared = Number(found?.shared ?? 0);
  if (shared === 0 || shared * SHARED < Number(found?.n ?? 0)) return [number];
  return [number, "l.ordered_at", ...(columns.has("orders.branch") ? ["COALESCE(l.branch, '')"] : [])];
}

const KNOWN_LINES = "lines AS l INNER JOIN people AS p ON l.customer_id = p.customer_id";

/** That something of an order was bought and not all of it given back; what is sold for nothing is bait. */
const BOUGHT = "sold_lines > 0 AND (sales > returns OR (sales = 0 AND bait = 1))";

/** What the lines of an order come to: column → SQL on lines. */
function sumsOf(tables: Tables, { bait }: Settings): Record<string, string> {
  const has = (id: string) => tables.columns.has(`orders.${id}`);
  const total = (value: string, known = true) => `CAST(${known ? `sum(l.${value})` : "0"} AS DECIMAL(18,4))`;
  const word = (id: string, value: string) => (has(id) ? `max(${value})` : "CAST(NULL AS VARCHAR)");
  const baits = baitCondition(tables, bait) !== undefined;
  return {
    sold_day: "min(CASE WHEN l.sold THEN l.ordered_at END)",
    sold_lines: "CAST(sum(CASE WHEN l.sold THEN 1 ELSE 0 END) AS INTEGER)",
    main: baits ? "max(CASE WHEN l.sold AND NOT l.bait THEN 1 ELSE 0 END)" : "max(CASE WHEN l.sold THEN 1 ELSE 0 END)",
    bait: baits ? "max(CASE WHEN l.sold AND l.bait THEN 1 ELSE 0 END)" : "0",
    revenue: total("net"),
    sales: total("sale"),
    returns: total("given_back"),
    discount: total("off", has("discount")),
    profit: total("gain", has("profit") || has("cost")),
    channel: word("channel", "l.channel"),
    branch: word("branch", "l.branch"),
    campaign: word("campaign", "CASE WHEN l.sold THEN l.campaign END")
  };
}

const named = (sums: Record<string, string>) => Object.entries(sums).map(([id, sum]) => `${sum} AS ${id}`);

/**
 * Most orders are over within a day, so all are added up whole first, and only those with lines on several days once
 * more, by day.
 */
function ordersById(key: string, sums: Record<string, string>): string {
  const columns = ["person", "order_key", "day", ...Object.keys(sums)];
  return sql`
    WITH whole AS (
      SELECT
        p.person,
        ${key} AS order_key,
        min(l.ordered_at) AS day,
        max(l.ordered_at) AS last_day,
        ${named(sums)}
      FROM ${KNOWN_LINES}
      GROUP BY 1, 2
    ),
    long_orders AS (
      SELECT person, order_key, CASE WHEN ${BOUGHT} THEN sold_day END AS first_sold
      FROM whole
      WHERE day < last_day
    ),
    by_day AS (
      SELECT
        p.person,
        g.order_key,
        l.ordered_at AS day,
        g.first_sold,
        ${named(sums)}
      FROM ${KNOWN_LINES}
      INNER JOIN long_orders AS g ON p.person = g.person AND ${key} = g.order_key
      GROUP BY p.person, g.order_key, l.ordered_at, g.first_sold
    )
    SELECT
      ${columns},
      CASE WHEN ${BOUGHT} THEN 1 ELSE 0 END AS order_count
    FROM whole
    WHERE day = last_day
    UNION ALL
    SELECT
      ${columns},
      CASE WHEN sold_lines > 0 AND day = first_sold THEN 1 ELSE 0 END AS order_count
    FROM by_day
  `;
}

function ordersByDay({ columns }: Tables, sums: Record<string, string>): string {
  const eachLine = !columns.has("orders.product") && !columns.has("orders.product_id");
  return sql`
    WITH whole AS (
      SELECT
        p.person,
        0 AS order_key,
        l.ordered_at AS day,
        ${named(sums)}
      FROM ${KNOWN_LINES}
      GROUP BY p.person, l.ordered_at
    )
    SELECT
      *,
      CASE WHEN ${eachLine ? "sold_lines > 0" : BOUGHT} THEN ${eachLine ? "sold_lines" : "1"} ELSE 0 END AS order_count
    FROM whole
  `;
}
