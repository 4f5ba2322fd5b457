import { beforeAll, describe, expect, test } from "vitest";
import type { Row } from "../../loaders/engine/engine.js";
import { csv, readFeatures } from "../support/stages.js";

/**
 * As of 2025-03-02. Dung bought on 1, 11 (twice) and 31 January: 30 days between three days, a gap of 15.
 * Em bought once, 20 days ago. Phuc bought on 20 and 25 February: a gap of 5. The firm's median gap is 10.
 */
const FILES = {
  "orders.csv": csv(
    "order_id,customer_id,date,amount",
    "d1,dung,2025-01-01,10",
    "d2,dung,2025-01-11,10",
    "d3,dung,2025-01-11,10",
    "d4,dung,2025-01-31,10",
    "e1,em,2025-02-10,10",
    "f1,phuc,2025-02-20,10",
    "f2,phuc,2025-02-25,10"
  ),
  "events.csv": csv(
    "customer_id,date,kind",
    "dung,2025-02-15,message",
    "em,2025-02-10,visit",
    "phuc,2025-02-26,care",
    "giang,2025-02-01,visit",
    "giang,2025-02-20,reach"
  ),
  "segbook.yml": "asOf: 2025-03-02\n"
};

let rows: Record<string, Row>;
beforeAll(async () => {
  rows = await readFeatures(FILES);
});

describe("the own rhythm", () => {
  test.each<[string, string, number | null, string]>([
    ["dung", "usual_gap_days", 15, "30 days, three days with orders"],
    ["dung", "overdue_ratio", 2, "30 days since ÷ 15"],
    ["dung", "buying_span_days", 30, "1 to 31 January"],
    ["em", "usual_gap_days", null, "one day with orders"],
    ["em", "overdue_ratio", 2, "20 days since ÷ the median gap 10"],
    ["em", "buying_span_days", 0, "one day"],
    ["phuc", "usual_gap_days", 5, "5 days, two days with orders"],
    ["phuc", "overdue_ratio", 1, "5 days since ÷ 5"],
    ["giang", "overdue_ratio", null, "never bought"]
  ])("%s: %s is %s (%s)", (who, id, expected) => {
    expect(rows[who]?.[id]).toBe(expected);
  });
});

describe("the last dealing", () => {
  test.each<[string, number | null, string]>([
    ["dung", 15, "the message came after the last order"],
    ["em", 20, "order and visit on one day"],
    ["phuc", 5, "being cared for is not the customer's own doing"],
    ["giang", 29, "visit on 1 February; being reached doesn't count"]
  ])("of %s was %s days ago: %s", (who, expected) => {
    expect(rows[who]?.contact_recency_days).toBe(expected);
  });
});

describe("lost after the sale", () => {
  test.each<[string, number | null, string]>([
    ["dung", 0, "overdue, but in touch since"],
    ["em", 1, "overdue, and no touch after the day of sale"],
    ["phuc", 0, "not overdue"],
    ["giang", null, "never bought"]
  ])("%s: %s, %s", (who, expected) => {
    expect(rows[who]?.lost_after_sale).toBe(expected);
  });
});

describe("scores", () => {
  /** Recencies 0, 10, 20, 30, 40: the quintile boundaries between are 8, 16, 24, 32. Amounts 1 to 5: 1.8, 2.6, 3.4, 4.2. */
  const five = csv(
    "order_id,customer_id,date,amount",
    "1,a,2025-02-10,1",
    "2,b,2025-01-31,2",
    "3,c,2025-01-21,3",
    "4,d,2025-01-11,4",
    "5,e,2025-01-01,5"
  );

  test("are one for every boundary passed, the freshest and the biggest best", async () => {
    const found = await readFeatures({ "o.csv": five });
    expect(Object.values(found).map((r) => [r.r_score, r.f_score, r.m_score, r.rfm_code])).toEqual([
      [5, 3, 1, 531],
      [4, 3, 2, 432],
      [3, 3, 3, 333],
      [2, 3, 4, 234],
      [1, 3, 5, 135]
    ]);
  });

  test("are equal for equal values, however many there are", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},c${i},2025-01-${i < 15 ? "01" : "31"},${i < 15 ? 5 : 9}`);
    const found = Object.values(await readFeatures({ "o.csv": csv("order_id,customer_id,date,amount", ...rows) }));
    const codes = (date: string) => new Set(found.filter((r) => r.last_order_date === date).map((r) => r.rfm_code));
    expect([codes("2025-01-01").size, codes("2025-01-31").size]).toEqual([1, 1]);
  });

  test("of a tie at the best end are 5, at the worst 1, and 3 where all are equal", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => `${i},c${i},2025-01-${i < 5 ? "01" : "31"},${i < 5 ? 9 : 5}`);
    const found = await readFeatures({ "o.csv": csv("order_id,customer_id,date,amount", ...rows) });
    expect([found.c0, found.c19].map((row) => row?.rfm_code)).toEqual([135, 531]);
  });
});
