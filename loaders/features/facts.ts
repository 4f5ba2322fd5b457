import type { Measure } from "../definitions/feature.js";
import type { Settings } from "../definitions/settings.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import type { Tables } from "../tables/compute.js";
import { daysBefore } from "./calendar.js";

/**
 * What one customer did on one day, as amounts that add up over any span of days. Everything the study
 * knows about time is made from these: no later step goes back to order lines.
 */
export const ORDER_MEASURES = [
  "orders",
  "main_orders",
  "bait_orders",
  "order_days",
  "discount_orders",
  "early_orders",
  "new_categories",
  "revenue",
  "sales",
  "returns",
  "discount",
  "profit"
] as const;

/** Event measures: kinds of events counted, or a value added up. */
const EVENT_MEASURES: Record<string, string> = {
  touches: count(
    "reach",
    "visit",
    "view",
    "message",
    "call",
    "signup",
    "trial",
    "workshop",
    "gift",
    "group-join",
    "care",
    "support"
  ),
  connections: count("visit", "view", "message", "call", "signup", "trial", "workshop", "group-join"),
  visits: count("visit", "view"),
  trials: count("trial"),
  group_joins: count("group-join"),
  follow_ups: count("care"),
  complaints: count("complaint"),
  ratings: "CASE WHEN kind = 'rating' AND value IS NOT NULL THEN 1 ELSE 0 END",
  rating_points: "CASE WHEN kind = 'rating' THEN COALESCE(value, 0) ELSE 0 END",
  low_ratings: "CASE WHEN kind = 'rating' AND value <= 2 THEN 1 ELSE 0 END",
  reviews: count("review"),
  shares: count("share"),
  referrals: count("referral"),
  supports: count("support")
};

export const MEASURES = [...ORDER_MEASURES, ...Object.keys(EVENT_MEASURES), "serve_cost", "referred_buyers"] as const;

/** Money, and ratings, which may be halves; all else is counted in whole numbers. */
const EXACT: ReadonlySet<string> = new Set([
  "revenue",
  "sales",
  "returns",
  "discount",
  "profit",
  "serve_cost",
  "rating_points"
]);
/** A product is new for this many days after its first sale. */
export const EARLY_DAYS = 30;
/** Products first sold in the first days of the data may be old ones. */
const KNOWN_FROM_DAYS = 60;
const SERVE_CHANNELS = ["care", "service", "support", "chamsoc"];

export function measureType(measure: Measure): string {
  return EXACT.has(measure) ? "DECIMAL(18,4)" : "INTEGER";
}

function count(...kinds: string[]): string {
  return `CASE WHEN kind IN (${kinds.map(literal).join(", ")}) THEN 1 ELSE 0 END`;
}

/** From when on a regular is a fan: order days, over at least so many days. */
export interface Fan {
  orders: number;
  spanDays: number;
}

/** SQL that is true for a bait line: a marked column, else a list of products, else a price limit. Undefined: can't be told. */
export function baitCondition(tables: Tables, bait: Settings["bait"]): string | undefined {
  if (tables.columns.has("orders.offer")) return "COALESCE(offer, 'main') = 'bait'";
  if (bait?.products?.length) {
    const list = bait.products.map(literal).join(", ");
    return `(COALESCE(product, '') IN (${list}) OR COALESCE(product_id, '') IN (${list}))`;
  }
  if (bait?.maximumPrice !== undefined) return `amount <= ${bait.maximumPrice} * COALESCE(NULLIF(quantity, 0), 1)`;
  return undefined;
}

/**
 * Makes `people` (one row per customer, with a whole-number key), `order_heads` (one row per order of a
 * known customer), `customer_categories`, `facts` (one row per customer and day) and `milestones`.
 */
export async function computeFacts(
  engine: Engine,
  tables: Tables,
  settings: Settings,
  fan: Fan,
  live: ReadonlySet<Measure>
): Promise<void> {
  await makePeople(engine);
  await makeLines(engine, tables, settings);
  await makeOrders(engine, tables, settings);
  await makeCategories(engine);
  const measures = MEASURES.filter((m) => live.has(m));
  const parts = [
    ordersOfDay(measures),
    live.has("new_categories") ? categoriesOfDay(measures) : undefined,
    live.has("early_orders") ? earlyOfDay(engine, tables, measures) : undefined,
    await eventsOfDay(engine, tables, measures),
    referredOfDay(tables, measures)
  ];
  const sums = measures.map((m) =>
    m === "order_days"
      ? "CASE WHEN sum(orders) > 0 THEN 1 ELSE 0 END AS order_days"
      : `CAST(sum(${m}) AS ${measureType(m)}) AS ${m}`
  );
  const all = parts.filter((p) => p !== undefined).join(" UNION ALL ");
  await engine.run(
    `CREATE TABLE facts AS SELECT person, day, ${sums.join(", ")} FROM (${all}) AS parts GROUP BY person, day`
  );
  await makeMilestones(engine, fan);
}

/** Every id that any table names, in the order of the ids. */
async function makePeople(engine: Engine): Promise<void> {
  await engine.run(
    `CREATE TABLE people AS SELECT customer_id, CAST(row_number() OVER (ORDER BY customer_id) AS INTEGER) AS person FROM (SELECT customer_id FROM customers UNION SELECT customer_id FROM orders WHERE customer_id IS NOT NULL UNION SELECT customer_id FROM events) AS ids`
  );
}

/**
 * Order lines as the study counts them: sold, less what was paid back on them; given back; cancelled ones bring
 * nothing. A line given back that has a `refund` is the sale itself, undone: it comes to nothing, too.
 */
async function makeLines(engine: Engine, tables: Tables, settings: Settings): Promise<void> {
  const bait = baitCondition(tables, settings.bait);
  const has = (id: string) => tables.columns.has(`orders.${id}`);
  const refund = has("refund") ? "COALESCE(refund, 0)" : "0";
  const gain = has("profit")
    ? `CASE WHEN sold THEN profit - ${refund} WHEN ${refund} > 0 THEN 0 ELSE -abs(profit) END`
    : has("cost")
      ? "net - sign(net) * abs(COALESCE(cost, 0))"
      : "NULL";
  await engine.run(
    `CREATE VIEW lines AS SELECT *, CASE WHEN cancelled THEN 0 ELSE ${gain} END AS gain FROM (SELECT *, CASE WHEN cancelled THEN 0 WHEN sold OR ${refund} > 0 THEN amount - ${refund} ELSE -abs(amount) END AS net, CASE WHEN sold THEN amount ELSE 0 END AS sale, CASE WHEN cancelled THEN 0 WHEN sold THEN ${refund} ELSE abs(amount) END AS given_back, CASE WHEN sold THEN COALESCE(discount, 0) ELSE 0 END AS off, ${bait ?? "FALSE"} AS bait FROM (SELECT *, COALESCE(status, 'completed') = 'cancelled' AS cancelled, COALESCE(status, 'completed') = 'completed' AND amount >= 0 AND COALESCE(quantity, 1) > 0 AS sold FROM orders) AS kinds) AS priced`
  );
}

/**
 * One row per order and day it has lines on. An order is counted on the first day it sold something; lines
 * given back later count on their own day.
 */
async function makeOrders(engine: Engine, tables: Tables, settings: Settings): Promise<void> {
  const byRow =
    !tables.columns.has("orders.order_id") &&
    !tables.columns.has("orders.product") &&
    !tables.columns.has("orders.product_id");
  const word = (id: string, value: string) =>
    tables.columns.has(`orders.${id}`) ? `max(${value}) AS ${id}` : `CAST(NULL AS VARCHAR) AS ${id}`;
  const words = [
    word("channel", "channel"),
    word("branch", "branch"),
    word("campaign", "CASE WHEN sold THEN campaign END")
  ];
  const total = (id: string, column: string, value: string) =>
    `${tables.columns.has(column) || column === "" ? `CAST(sum(${value}) AS DECIMAL(18,4))` : "CAST(0 AS DECIMAL(18,4))"} AS ${id}`;
  const profit = tables.columns.has("orders.profit") ? "orders.profit" : "orders.cost";
  const totals = [
    total("revenue", "", "net"),
    total("sales", "", "sale"),
    total("returns", "", "given_back"),
    total("discount", "orders.discount", "off"),
    total("profit", profit, "gain")
  ];
  const baits = baitCondition(tables, settings.bait)
    ? "max(CASE WHEN sold AND NOT bait THEN 1 ELSE 0 END) AS main, max(CASE WHEN sold AND bait THEN 1 ELSE 0 END) AS bait"
    : "max(CASE WHEN sold THEN 1 ELSE 0 END) AS main, 0 AS bait";
  const sums = (lines: string, group: string, extra: string) =>
    `SELECT person, ${extra}, min(CASE WHEN sold THEN ordered_at END) AS sold_day, CAST(sum(CASE WHEN sold THEN 1 ELSE 0 END) AS INTEGER) AS sold_lines, ${baits}, ${totals.join(", ")}, ${words.join(", ")} FROM ${lines} GROUP BY ${group}`;
  const known = "(SELECT p.person, l.* FROM lines AS l INNER JOIN people AS p ON l.customer_id = p.customer_id) AS l";
  if (!tables.columns.has("orders.order_id")) {
    const count = byRow ? "sold_lines" : "1";
    await engine.run(
      `CREATE TABLE order_heads AS SELECT *, CASE WHEN sold_lines > 0 THEN ${count} ELSE 0 END AS order_count FROM (${sums(known, "person, ordered_at", "0 AS order_key, ordered_at AS day")}) AS o`
    );
    return;
  }
  const key = engine.dialect.rowHash(["COALESCE(order_id, '')"]);
  const count = "CASE WHEN sold_lines > 0 THEN 1 ELSE 0 END AS order_count";
  await engine.run(
    `CREATE TABLE order_heads AS SELECT *, ${count} FROM (${sums(known, "1, 2", `${key} AS order_key, min(ordered_at) AS day, max(ordered_at) AS last_day`)}) AS o`
  );
  await engine.run(
    "CREATE TABLE long_orders AS SELECT person, order_key, sold_day AS first_sold FROM order_heads WHERE day < last_day"
  );
  const longLines = `(SELECT g.person, g.order_key, l.* FROM lines AS l INNER JOIN people AS p ON l.customer_id = p.customer_id INNER JOIN long_orders AS g ON p.person = g.person AND ${key.replace("order_id", "l.order_id")} = g.order_key) AS l`;
  const byDay = sums(
    longLines,
    "person, order_key, ordered_at",
    "order_key, ordered_at AS day, ordered_at AS last_day"
  );
  await engine.run("DELETE FROM order_heads WHERE day < last_day");
  await engine.run(
    `INSERT INTO order_heads SELECT o.*, CASE WHEN o.sold_lines > 0 AND o.day = g.first_sold THEN 1 ELSE 0 END FROM (${byDay}) AS o INNER JOIN long_orders AS g ON o.person = g.person AND o.order_key = g.order_key`
  );
  await engine.run("DROP TABLE long_orders");
}

async function makeCategories(engine: Engine): Promise<void> {
  await engine.run(
    "CREATE TABLE customer_categories AS SELECT p.person, c.category, c.first_day, c.revenue FROM (SELECT customer_id, category, min(CASE WHEN sold THEN ordered_at END) AS first_day, CAST(sum(net) AS DECIMAL(18,4)) AS revenue FROM lines WHERE customer_id IS NOT NULL AND category IS NOT NULL GROUP BY customer_id, category) AS c INNER JOIN people AS p ON c.customer_id = p.customer_id WHERE c.first_day IS NOT NULL"
  );
}

/** A part of the facts: the measures it has, zero for all others. */
function part(
  measures: readonly Measure[],
  from: string,
  person: string,
  day: string,
  has: Record<string, string>
): string {
  const columns = measures.map((m) => `${has[m] ?? "0"} AS ${m}`);
  return `SELECT ${person} AS person, ${day} AS day, ${columns.join(", ")} FROM ${from}`;
}

function ordersOfDay(measures: readonly Measure[]): string {
  const columns = measures.map((m) => `${ORDER_PARTS[m] ?? "0"} AS ${m}`);
  return `SELECT person, day, ${columns.join(", ")} FROM order_heads`;
}

const ORDER_PARTS: Record<string, string> = {
  orders: "order_count",
  main_orders: "CASE WHEN order_count > 0 AND main = 1 THEN order_count ELSE 0 END",
  bait_orders: "CASE WHEN order_count > 0 AND bait = 1 AND main = 0 THEN order_count ELSE 0 END",
  discount_orders: "CASE WHEN order_count > 0 AND discount > 0.05 * (sales + discount) THEN order_count ELSE 0 END",
  revenue: "revenue",
  sales: "sales",
  returns: "returns",
  discount: "discount",
  profit: "COALESCE(profit, 0)"
};

function categoriesOfDay(measures: readonly Measure[]): string {
  return part(measures, "customer_categories", "person", "first_day", { new_categories: "1" });
}

/** Makes `milestones`: the day somebody became a member (second day with a main order) and a fan; null for neither. */
async function makeMilestones(engine: Engine, fan: Fan): Promise<void> {
  const over = "OVER (PARTITION BY person ORDER BY day ROWS UNBOUNDED PRECEDING)";
  const ranked = `SELECT person, day, main, sum(main) ${over} AS mains, count(*) ${over} AS nth, min(day) ${over} AS first_day FROM (SELECT person, day, CASE WHEN main_orders > 0 THEN 1 ELSE 0 END AS main FROM facts WHERE orders > 0) AS days`;
  const isFan = `nth >= ${fan.orders} AND ${engine.dialect.days("first_day", "day")} >= ${fan.spanDays}`;
  await engine.run(
    `CREATE TABLE milestones AS SELECT person, min(CASE WHEN main = 1 AND mains = 2 THEN day END) AS member_day, min(CASE WHEN ${isFan} THEN day END) AS fan_day FROM (${ranked}) AS r GROUP BY person`
  );
}

/** Orders of a product within its first days on sale; products as old as the data can't be judged. */
function earlyOfDay(engine: Engine, tables: Tables, measures: readonly Measure[]): string | undefined {
  const product = tables.columns.has("orders.product_id")
    ? "product_id"
    : tables.columns.has("orders.product")
      ? "product"
      : undefined;
  if (!product) return undefined;
  const since = literal(daysBefore(tables.from, -KNOWN_FROM_DAYS));
  const launched = `SELECT ${product} AS item, min(ordered_at) AS launch FROM lines WHERE sold AND ${product} IS NOT NULL GROUP BY ${product} HAVING min(ordered_at) >= DATE ${since}`;
  const bought = `SELECT DISTINCT l.customer_id, l.ordered_at, l.${product} AS item FROM lines AS l INNER JOIN (${launched}) AS n ON l.${product} = n.item WHERE l.sold AND l.customer_id IS NOT NULL AND ${engine.dialect.days("n.launch", "l.ordered_at")} <= ${EARLY_DAYS}`;
  return part(
    measures,
    `(${bought}) AS b INNER JOIN people AS p ON b.customer_id = p.customer_id`,
    "p.person",
    "b.ordered_at",
    { early_orders: "1" }
  );
}

async function eventsOfDay(engine: Engine, tables: Tables, measures: readonly Measure[]): Promise<string | undefined> {
  if (!tables.files.some((f) => f.source.table === "events")) return undefined;
  await makeServeRates(engine);
  const contacts =
    "CASE WHEN e.kind IN ('message', 'call', 'gift', 'workshop', 'care', 'support', 'complaint') THEN r.rate ELSE 0 END";
  const month = "substr(CAST(e.occurred_at AS VARCHAR), 1, 7)";
  return part(
    measures,
    `events AS e INNER JOIN people AS p ON e.customer_id = p.customer_id LEFT JOIN serve_rates AS r ON r.period = ${month}`,
    "p.person",
    "e.occurred_at",
    {
      ...EVENT_MEASURES,
      serve_cost: `COALESCE(${contacts}, 0)`
    }
  );
}

/** What one contact cost in a month: the month's cost of care, shared evenly over its contacts. */
async function makeServeRates(engine: Engine): Promise<void> {
  const channels = SERVE_CHANNELS.map(literal).join(", ");
  const d = engine.dialect;
  await engine.run(
    `CREATE TABLE serve_rates AS SELECT c.period, CAST(round(${d.double("c.amount")} / n.contacts, 4) AS DECIMAL(18,4)) AS rate FROM (SELECT period, sum(amount) AS amount FROM costs WHERE ${d.replaceAll(d.fold("channel"), "[^a-z0-9]", "")} IN (${channels}) GROUP BY period) AS c INNER JOIN (SELECT substr(CAST(occurred_at AS VARCHAR), 1, 7) AS period, count(*) AS contacts FROM events WHERE kind IN ('message', 'call', 'gift', 'workshop', 'care', 'support', 'complaint') GROUP BY 1) AS n ON c.period = n.period`
  );
}

/** A buyer that somebody brought counts for that somebody on the day of the buyer's first order; who had bought before the referral was not brought. */
function referredOfDay(tables: Tables, measures: readonly Measure[]): string | undefined {
  if (!tables.columns.has("customers.referred_by") && !tables.columns.has("events.other_customer_id")) return undefined;
  const pairs =
    "SELECT referred_by AS giver, customer_id AS taker, CAST(NULL AS DATE) AS since FROM customers WHERE referred_by IS NOT NULL UNION ALL SELECT customer_id, other_customer_id, min(occurred_at) FROM events WHERE kind = 'referral' AND other_customer_id IS NOT NULL GROUP BY customer_id, other_customer_id";
  const first = `SELECT r.giver, r.taker, r.since, min(o.day) AS day FROM (${pairs}) AS r INNER JOIN people AS b ON r.taker = b.customer_id INNER JOIN order_heads AS o ON o.person = b.person AND o.order_count > 0 WHERE r.giver <> r.taker GROUP BY r.giver, r.taker, r.since`;
  const bought = `SELECT giver, min(day) AS day FROM (${first}) AS f WHERE since IS NULL OR day >= since GROUP BY giver, taker`;
  return part(measures, `(${bought}) AS r INNER JOIN people AS p ON r.giver = p.customer_id`, "p.person", "r.day", {
    referred_buyers: "1"
  });
}
