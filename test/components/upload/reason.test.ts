import { expect, test } from "vitest";
import type { PublishedFeature, Unit } from "../../../loaders/publish/published.js";
import { formats } from "../../../src/components/format.js";
import { describeReason } from "../../../src/components/upload/reason.js";

const feature = (id: string, unit: Unit, vi: string, en: string): PublishedFeature => ({
  id,
  unit,
  label: { vi, en },
  meaning: { vi: "", en: "" },
  whenNull: { vi: "", en: "" },
  needs: [],
  available: true
});

const FEATURES = [
  feature("orders_count", "count", "số đơn", "orders"),
  feature("recency_days", "days", "ngày từ lần mua cuối", "days since last order"),
  feature("discount_share", "share", "tỷ lệ giảm giá", "discount share"),
  feature("source", "text", "nguồn", "source"),
  feature("fan_date", "date", "ngày thành khách trung thành", "became a fan"),
  feature("reseller_flag", "flag", "bán lại", "reseller")
];

test.each([
  ["orders_count 23.0 >= 4.0", "orders: 23 (needs ≥ 4)"],
  ["orders_count 1.0 >= 1.0; discount_share 0.62 > 0.6", "orders: 1 (needs ≥ 1); discount share: 62% (needs > 60%)"],
  ["recency_days 3.0 is known", "days since last order: 3\u00a0days"],
  ["recency_days is unknown", "days since last order: not known"],
  ["not orders_count 2.0 > 5.0", "orders: 2 (must not be > 5)"],
  [
    "recency_days 3.0 is known; recency_days 3.0 <= 365.0",
    "days since last order: 3\u00a0days (needs ≤ 365\u00a0days)"
  ],
  ["source email", "source: E-mail"],
  ["source <b>zalo</b>", "source: <b>zalo</b>"],
  ["fan_date 2025-05-10 is known", "became a fan: 10\u00a0May\u00a02025"],
  ["reseller_flag 1.0", "reseller: yes"],
  ["no rule holds", "The data are there, but no group fits."],
  ["missing column: customers.source", "A value is missing in a column that the rules need."],
  ["something else 5", "something else 5"]
])("%s reads “%s”", (reason, text) => {
  expect(describeReason(reason, FEATURES, formats("en", "VND"))).toBe(text);
});
