import { beforeAll, describe, expect, test } from "vitest";
import type { Row } from "../../loaders/engine/engine.js";
import { csv, readFeatures } from "../support/stages.js";

/**
 * An, as of 2025-12-31:
 *   o1 2024-12-31  table 900, 100 off, cost 500           (a year and a day before the window of 12 months)
 *   o2 2025-03-01  chair 300, cost 200; lamp 100, cost 60; the chair given back on 03-20
 *   o3 2025-07-01  500, cancelled
 *   o4 2025-12-21  hook (bait) 50, 50 off, cost 30
 * Binh has never bought. Chi has only given back. Dung's order sold one day and was added to on another.
 */
const FILES = {
  "customers.csv": csv("customer_id,created", "an,2024-12-01", "binh,2025-01-01"),
  "orders.csv": csv(
    "order_id,customer_id,date,product,category,quantity,amount,discount,cost,status,offer",
    "o1,an,2024-12-31,table,home,1,900,100,500,completed,main",
    "o2,an,2025-03-01,chair,home,1,300,0,200,completed,main",
    "o2,an,2025-03-01,lamp,light,1,100,0,60,completed,main",
    "o2,an,2025-03-20,chair,home,-1,-300,0,200,returned,main",
    "o3,an,2025-07-01,chair,home,1,500,0,200,cancelled,main",
    "o4,an,2025-12-21,hook,light,1,50,50,30,completed,bait",
    "o5,chi,2025-05-01,table,home,-1,-40,0,20,completed,main",
    "o6,dung,2025-06-01,table,home,2,80,,,completed,",
    "o6,dung,2025-06-03,lamp,light,1,20,,,completed,",
    "o7,,2025-06-04,table,home,1,1000,0,500,completed,main"
  ),
  "segbook.yml": "asOf: 2025-12-31\n"
};

let rows: Record<string, Row>;
beforeAll(async () => {
  rows = await readFeatures(FILES);
});

describe("An", () => {
  test.each<[string, unknown, string]>([
    ["first_order_date", "2024-12-31", "o1"],
    ["last_order_date", "2025-12-21", "o4"],
    ["recency_days", 10, "21 to 31 December"],
    ["tenure_days", 365, "2024-12-31 to 2025-12-31"],
    ["orders_count", 3, "o1, o2, o4; o3 was cancelled"],
    ["main_orders_count", 2, "o1, o2"],
    ["bait_orders_count", 1, "o4"],
    ["orders_12m_count", 2, "o2, o4; o1 lies on the day before the 12 months"],
    ["revenue_value", 1050, "900 + 300 + 100 − 300 + 50"],
    ["revenue_12m_value", 150, "1050 − 900"],
    ["profit_value", 460, "(900 − 500) + (300 − 200) + (100 − 60) − (300 − 200) + (50 − 30)"],
    ["profit_12m_value", 60, "460 − 400"],
    ["contribution_12m_value", 60, "profit is known"],
    ["average_order_value", 450, "(900 + 400 + 50) ÷ 3"],
    ["discount_share", 0.1, "150 ÷ (1350 + 150)"],
    ["discount_orders_share", 2 / 3, "o1 and o4 of three"],
    ["returned_value", 300, "the chair"],
    ["return_share", 300 / 1350, "300 ÷ 1350"],
    ["revenue_trend_ratio", 0.5, "50 since July ÷ (150 − 50) in the half-year before"],
    ["categories_count", 2, "home, light"],
    ["early_orders_count", 3, "chair, lamp, hook on their first day; the table may be older than the data"],
    ["buying_span_days", 355, "2024-12-31 to 2025-12-21"]
  ])("%s is %s: %s", (id, expected) => {
    const value = rows.an?.[id];
    if (typeof expected === "number") expect(value).toBeCloseTo(expected, 8);
    else expect(value).toBe(expected);
  });
});

describe("nothing is null where nothing is known, nought where nothing happened", () => {
  test.each<[string, Record<string, unknown>]>([
    [
      "binh",
      {
        orders_count: 0,
        revenue_value: 0,
        profit_value: 0,
        returned_value: 0,
        first_order_date: null,
        recency_days: null,
        average_order_value: null,
        discount_share: null,
        return_share: null,
        revenue_trend_ratio: null,
        usual_gap_days: null,
        overdue_ratio: null,
        r_score: null
      }
    ],
    [
      "chi",
      {
        orders_count: 0,
        revenue_value: -40,
        profit_value: -20,
        returned_value: 40,
        first_order_date: null,
        return_share: null,
        average_order_value: null
      }
    ]
  ])("%s", (who, expected) => {
    expect(rows[who]).toMatchObject(expected);
  });
});

test("an order with lines on two days counts once, on the first", () => {
  expect(rows.dung).toMatchObject({
    orders_count: 1,
    revenue_value: 100,
    first_order_date: "2025-06-01",
    last_order_date: "2025-06-01",
    usual_gap_days: null
  });
});

test("lines that name nobody make no customer", () => {
  expect(Object.keys(rows)).toEqual(["an", "binh", "chi", "dung"]);
});

describe("bait is told", () => {
  const orders = csv(
    "order_id,customer_id,date,product,quantity,amount",
    "o1,c1,2025-01-01,hook,2,40",
    "o2,c1,2025-01-02,hook,1,20",
    "o2,c1,2025-01-02,table,1,500"
  );
  const bait = async (yaml: string) => {
    const { c1 } = await readFeatures({ "o.csv": orders, "segbook.yml": yaml });
    return [c1?.bait_orders_count, c1?.main_orders_count];
  };

  test.each([
    ["by a list of products", "bait: {products: [hook]}\n", [1, 1]],
    ["by the price of one piece", "bait: {maximumPrice: 20}\n", [1, 1]],
    ["by the price of one piece, too dear", "bait: {maximumPrice: 19}\n", [0, 2]],
    ["by nothing: then it can't be told, and all is main", "", [null, 2]]
  ])("%s", async (_, yaml, expected) => {
    expect(await bait(yaml)).toEqual(expected);
  });
});

describe("what is missing is null for everyone", () => {
  test("three columns are enough, and what needs more is null", async () => {
    const { c1 } = await readFeatures({
      "o.csv": csv("customer_id,date,amount", "c1,2025-01-01,10", "c1,2025-01-11,20")
    });
    expect(c1).toMatchObject({ orders_count: 2, revenue_value: 30, usual_gap_days: 10, contribution_12m_value: 30 });
    for (const id of [
      "profit_value",
      "discount_share",
      "categories_count",
      "early_orders_count",
      "touches_count",
      "lead_date",
      "cost_to_serve_value"
    ])
      expect(c1?.[id], id).toBeNull();
  });

  test("rows without order ids are orders by themselves, with products lines of the day's order", async () => {
    const plain = await readFeatures({
      "o.csv": csv("customer_id,date,amount", "c1,2025-01-01,10", "c1,2025-01-01,20")
    });
    const lines = await readFeatures({
      "o.csv": csv("customer_id,date,product,amount", "c1,2025-01-01,a,10", "c1,2025-01-01,b,20")
    });
    expect([plain.c1?.orders_count, lines.c1?.orders_count]).toEqual([2, 1]);
  });
});

/**
 * As of 2025-12-31: an's o1 of 100 (cost 60) had 30 paid back; her o2 of 50 was taken back as a whole, and so was all
 * that binh bought, by a word of the status alone.
 */
test("money paid back lowers revenue on the day of the sale, and what came back whole was never bought", async () => {
  const found = await readFeatures({
    "orders.csv": csv(
      "order_id,customer_id,date,product,amount,cost,refund,status",
      "o1,an,2025-03-01,a,100,60,30,completed",
      "o2,an,2025-04-01,a,50,20,50,completed",
      "o3,binh,2025-05-01,a,40,10,,trả hàng",
      "o4,chi,2025-05-01,a,40,10,,completed"
    ),
    "segbook.yml": "asOf: 2025-12-31\nfiles: {orders.csv: {grain: line, dates: iso, numbers: dot}}\n"
  });
  expect(found.an).toMatchObject({
    orders_count: 1,
    last_order_date: "2025-03-01",
    revenue_value: 70,
    profit_value: 10,
    returned_value: 80,
    average_order_value: 100
  });
  expect(found.binh).toMatchObject({ orders_count: 0, revenue_value: 0, profit_value: 0, returned_value: 40 });
  expect(found.chi).toMatchObject({ orders_count: 1, revenue_value: 40, profit_value: 30, returned_value: 0 });
});
