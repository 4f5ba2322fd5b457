import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Row } from "../../loaders/engine/engine.js";
import { DEFINITIONS } from "../support/definitions.js";
import { day, type sampleShop, shopFiles, shops } from "../support/shop.js";
import { withFeatures, withPast } from "../support/stages.js";

type Shop = ReturnType<typeof sampleShop>;

/** Today's values of these stand for all dates (said in their definitions), and what is made from them. */
const ATTRIBUTES = new Set([
  "customer_type",
  "trade_role",
  "firm_size",
  "sector",
  "distance",
  "province",
  "country",
  "urbanity",
  "source",
  "branch",
  "main_channel",
  "first_channel",
  "main_category",
  "first_campaign",
  "consent",
  "cost_to_win_value",
  "cost_share"
]);
const COLUMNS = [...DEFINITIONS.features.keys()].filter((id) => !ATTRIBUTES.has(id));

const query = (from: string, where: string) =>
  `SELECT p.customer_id, ${COLUMNS.map((c) => `f.${c}`).join(", ")} FROM ${from} AS f INNER JOIN people AS p ON f.person = p.person WHERE ${where} ORDER BY p.customer_id`;

/**
 * With a customer and an order on the first day, so that the files have rows at every month end, and without
 * `referred_by`, which has no day of its own: like all attributes it stands for all dates.
 */
function inBothTimes(shop: Shop): Shop {
  const customer = {
    customer_id: "C999",
    source: "zalo",
    branch: "Hà Nội",
    province: "Hà Nội",
    customer_type: "individual",
    created: day(0),
    referred_by: "",
    consent_zalo: ""
  };
  const order = {
    order_id: "D999",
    customer_id: "C999",
    ordered_at: day(0),
    product: "Ghế",
    category: "Nội thất",
    quantity: 1,
    amount: 50_000,
    discount: 0,
    cost: 30_000,
    status: "completed",
    channel: "store",
    branch: "Hà Nội",
    offer: "main",
    campaign: ""
  };
  return {
    customers: [customer, ...shop.customers.map((c) => ({ ...c, referred_by: "" }))],
    orders: [order, ...shop.orders],
    events: shop.events
  };
}

/** Rows of every month end as seen from the last day. */
function readPast(shop: Shop): Promise<Map<string, Row[]>> {
  return withPast(shopFiles(shop), async ({ engine, features }) => {
    const rows = new Map<string, Row[]>();
    for (const end of features.snapshots)
      rows.set(end, await engine.rows(query("features_past", `f.snapshot = DATE '${end}'`)));
    return rows;
  });
}

/** Rows of those known at a day, as seen from that day: nothing later was in the files. */
function readThen(shop: Shop, asOf: string): Promise<Row[]> {
  const until = (column: string) => (row: Shop["orders"][number]) => String(row[column]) <= asOf;
  const then = {
    customers: shop.customers.filter((c) => c.created !== "" && until("created")(c)),
    orders: shop.orders.filter(until("ordered_at")),
    events: shop.events.filter(until("occurred_at"))
  };
  const files = Object.fromEntries(
    Object.entries(shopFiles(then, { "segbook.yml": `asOf: ${asOf}\n` })).filter(([, text]) => text !== "")
  );
  return withFeatures(files, ({ engine }) => engine.rows(query("features", "1 = 1")));
}

describe("a month end looked back on", () => {
  test("is what the study of that day would have been, for everyone known then", async () => {
    await fc.assert(
      fc.asyncProperty(shops({ people: [3, 12], orders: 60, events: 60 }), fc.nat({ max: 99 }), async (made, place) => {
        const shop = inBothTimes(made);
        const past = await readPast(shop);
        const ends = [...past.keys()];
        const end = ends[place % ends.length] ?? "";
        expect(past.get(end)).toEqual(await readThen(shop, end));
      }),
      { numRuns: 10 }
    );
  });
});

test("month ends reach back to the beginning of the data, at most 24, and not to the as-of date itself", async () => {
  const orders = (...days: string[]) => ({
    "o.csv": `order_id,customer_id,date,amount\n${days.map((day, i) => `o${i},c1,${day},5`).join("\n")}\n`
  });
  const ends = (...days: string[]) => withFeatures(orders(...days), async ({ features }) => features.snapshots);
  expect(await ends("2025-01-31", "2025-02-01", "2025-03-31")).toEqual(["2025-01-31", "2025-02-28"]);
  expect(await ends("2025-01-10", "2025-01-20")).toEqual([]);
  const long = await ends("2021-06-15", "2022-06-15", "2023-06-15", "2024-06-15", "2025-06-15");
  expect([long.length, long[0], long.at(-1)]).toEqual([24, "2023-06-30", "2025-05-31"]);
});
