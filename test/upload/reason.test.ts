import { expect, test } from "vitest";
import type { PublishedFeature } from "../../loaders/publish/published.js";
import { formats } from "../../src/terms/format.js";
import type { Unit } from "../../src/terms/unit.js";
import { describeReason } from "../../src/upload/reason.js";

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
  feature("overdue_ratio", "ratio", "độ trễ nhịp", "overdue ratio"),
  feature("rfm_code", "score", "mã RFM", "RFM code"),
  feature("discount_share", "share", "tỷ lệ giảm giá", "discount share"),
  feature("source", "text", "nguồn", "source"),
  feature("fan_date", "date", "ngày thành khách trung thành", "became a fan"),
  feature("reseller_flag", "flag", "bán lại", "reseller")
];

test.each([
  ["orders_count 23.0 >= 4.0", "từ 4 đơn trở lên (khách này: 23)", "orders 4 or more (this customer: 23)"],
  [
    "orders_count 1.0 >= 1.0; orders_count 1.0 < 4.0",
    "từ 1 đơn trở lên và dưới 4 (khách này: 1)",
    "orders 1 or more and under 4 (this customer: 1)"
  ],
  [
    "orders_count 2.0 >= 2.0; orders_count 2.0 >= 1.0",
    "từ 2 đơn trở lên (khách này: 2)",
    "orders 2 or more (this customer: 2)"
  ],
  ["orders_count 0.0; orders_count 0.0 < 4.0", "số đơn: 0", "orders: 0"],
  ["orders_count 5.0 > 0.0; rfm_code 133.0", "số đơn: 5; mã RFM: 133", "orders: 5; RFM code: 133"],
  ["not orders_count 2.0 > 5.0", "không quá 5 đơn (khách này: 2)", "orders at most 5 (this customer: 2)"],
  [
    "overdue_ratio 0.4529 <= 1.5",
    "thời gian chưa mua lại không quá 1,5\u00a0lần nhịp mua quen (khách này: 0,5\u00a0lần nhịp mua quen)",
    "time since the last order at most 1.5× the usual gap (this customer: 0.5× the usual gap)"
  ],
  [
    "discount_share 0.62 > 0.6",
    "tỷ lệ giảm giá trên 60% (khách này: 62%)",
    "discount share over 60% (this customer: 62%)"
  ],
  ["recency_days 3.0 is known", "ngày từ lần mua cuối: 3\u00a0ngày", "days since last order: 3\u00a0days"],
  ["recency_days is unknown", "ngày từ lần mua cuối: chưa có", "days since last order: not known"],
  ["not recency_days is unknown", "ngày từ lần mua cuối: đã có", "days since last order: known"],
  [
    "recency_days 3.0 is known; recency_days 3.0 <= 365.0",
    "ngày từ lần mua cuối không quá 365\u00a0ngày (khách này: 3\u00a0ngày)",
    "days since last order at most 365\u00a0days (this customer: 3\u00a0days)"
  ],
  ["source email", "nguồn: E-mail", "source: E-mail"],
  [
    "not source store = email",
    "nguồn khác E-mail (khách này: Cửa hàng)",
    "source other than E-mail (this customer: Store)"
  ],
  ["not source store in email, zalo", "nguồn: Cửa hàng", "source: Store"],
  ["source <b>zalo</b>", "nguồn: <b>zalo</b>", "source: <b>zalo</b>"],
  ["fan_date 2025-05-10 is known", "ngày thành khách trung thành: 10/05/2025", "became a fan: 10\u00a0May\u00a02025"],
  ["reseller_flag 1.0", "bán lại: có", "reseller: yes"],
  ["no rule holds", "Có dữ liệu, nhưng không khớp nhóm nào.", "The data are there, but no group fits."],
  [
    "missing column: customers.source",
    "Thiếu giá trị ở cột mà quy tắc cần.",
    "A value is missing in a column that the rules need."
  ],
  ["something else 5", "something else 5", "something else 5"]
])("%s reads “%s” and “%s”", (reason, vi, en) => {
  expect(describeReason(reason, FEATURES, formats("vi", "VND"))).toBe(vi);
  expect(describeReason(reason, FEATURES, formats("en", "VND"))).toBe(en);
});
