import { expect, test } from "vitest";
import { describeReason } from "../../loaders/segments/describe-reason.js";
import type { ReasonCondition } from "../../loaders/segments/reason.js";
import { formats } from "../../src/terms/format.js";
import { DEFINITIONS } from "../support/definitions.js";

type Told = [
  feature: string,
  operator: ReasonCondition["operator"],
  bar: ReasonCondition["bar"],
  actual: ReasonCondition["actual"],
  holds?: boolean
];

const describe = (group: string, told: readonly Told[], missing: string[] = []) => {
  const conditions = told.map(([feature, operator, bar, actual, holds = true]) => ({
    feature,
    operator,
    bar,
    actual,
    holds
  }));
  const words = (lang: "vi" | "en") =>
    describeReason({ group, conditions, missing }, DEFINITIONS, formats(lang, "VND"));
  return [words("vi"), words("en")];
};

test.each<[Told[], string, string]>([
  [[["orders_count", ">=", 4, 23]], "số đơn từ 4 trở lên (khách này: 23)", "orders 4 or more (this customer: 23)"],
  [
    [
      ["orders_count", ">=", 1, 1],
      ["orders_count", "<", 4, 1]
    ],
    "số đơn từ 1 trở lên và dưới 4 (khách này: 1)",
    "orders 1 or more and under 4 (this customer: 1)"
  ],
  [
    [
      ["orders_count", ">=", 2, 2],
      ["orders_count", ">=", 1, 2]
    ],
    "số đơn từ 2 trở lên (khách này: 2)",
    "orders 2 or more (this customer: 2)"
  ],
  [
    [
      ["orders_count", "=", 0, 0],
      ["orders_count", "<", 4, 0]
    ],
    "số đơn: 0",
    "orders: 0"
  ],
  [
    [
      ["orders_count", ">", 0, 5],
      ["rfm_code", "in", [133, 134], 133]
    ],
    "số đơn: 5; mã RFM: 133",
    "orders: 5; RFM code: 133"
  ],
  [
    [
      ["orders_count", ">=", 9, 5, false],
      ["discount_share", ">", 0.6, 0.62]
    ],
    "tỷ lệ giảm giá trên 60% (khách này: 62%)",
    "discount share over 60% (this customer: 62%)"
  ],
  [
    [["overdue_ratio", "<=", 1.5, 0.4529]],
    "thời gian chưa mua lại không quá 1,5\u00a0lần nhịp mua quen (khách này: 0,5\u00a0lần nhịp mua quen)",
    "time since the last order at most 1.5× the usual gap (this customer: 0.5× the usual gap)"
  ],
  [
    [
      ["recency_days", "known", null, 3],
      ["recency_days", "<=", 365, 3]
    ],
    "số ngày từ lần mua cuối không quá 365\u00a0ngày (khách này: 3\u00a0ngày)",
    "recency at most 365\u00a0days (this customer: 3\u00a0days)"
  ],
  [[["recency_days", "unknown", null, null]], "số ngày từ lần mua cuối: chưa có", "recency: not known"],
  [[["source", "=", "facebook", "facebook"]], "nguồn: Facebook", "source: Facebook"],
  [
    [["source", "!=", "facebook", "store"]],
    "nguồn khác Facebook (khách này: Cửa hàng)",
    "source other than Facebook (this customer: Store)"
  ],
  [[["source", "not in", ["email", "zalo"], "store"]], "nguồn: Cửa hàng", "source: Store"],
  [[["source", "=", "<b>zalo</b>", "<b>zalo</b>"]], "nguồn: <b>zalo</b>", "source: <b>zalo</b>"],
  [[["customer_type", "=", "business", "business"]], "loại khách: Doanh nghiệp", "customer type: Business"],
  [[["lost_after_sale", "=", 1, 1]], "lạc lõng sau mua: có", "lost after purchase: yes"]
])("%j reads “%s” and “%s”", (told, vi, en) => {
  expect(describe("loyal", told)).toEqual([vi, en]);
});

test("the rests say what is missing, or that no rule holds", () => {
  expect(describe("others", [])).toEqual([
    "Có dữ liệu, nhưng không khớp nhóm nào.",
    "The data are there, but no group fits."
  ]);
  expect(describe("not-enough-data", [])[1]).toBe("A value is missing in a column that the rules need.");
  expect(describe("not-enough-data", [], ["events.kind"])).toEqual([
    expect.stringMatching(/^Các tệp chưa có cột mà quy tắc cần: .+ \(events\.kind\)\.$/),
    expect.stringMatching(/^The files lack a column that the rules need: .+ \(events\.kind\)\.$/)
  ]);
});
