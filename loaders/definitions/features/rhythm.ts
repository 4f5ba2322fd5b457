import { type Feature, ratio } from "../feature.js";
import { define, NEVER, NO_ORDER, ORDER } from "./define.js";

const SCORE_NULL = NO_ORDER;

/** How regularly a customer comes back, and where they stand among all who bought. */
export const RHYTHM: readonly Feature[] = [
  define(
    "usual_gap_days",
    "days",
    ["nhịp mua quen", "usual gap between orders"],
    ["số ngày trung bình giữa hai ngày mua liền nhau", "average days between two days with orders"],
    ["mua dưới hai ngày khác nhau", "orders on fewer than two days"],
    ORDER,
    (p) =>
      `CASE WHEN ${p.sum("order_days")} >= 2 THEN ${ratio(p.dialect, p.dialect.days(p.first("orders"), p.last("orders")), `(${p.sum("order_days")} - 1)`)} END`
  ),
  define(
    "overdue_ratio",
    "ratio",
    ["độ trễ nhịp", "overdue ratio"],
    [
      "số ngày từ lần mua cuối ÷ nhịp mua quen; khách mới mua một lần dùng nhịp giữa của cả tệp",
      "recency ÷ own usual gap; one-time customers use the firm's median gap"
    ],
    NO_ORDER,
    ORDER,
    (p) =>
      ratio(
        p.dialect,
        p.feature("recency_days"),
        `COALESCE(NULLIF(${p.feature("usual_gap_days")}, 0), ${p.quantile("usual_gap_days", 0.5, "usual_gap_days > 0")})`
      )
  ),
  define(
    "contact_recency_days",
    "days",
    ["số ngày từ lần giao dịch cuối", "days since last dealing"],
    [
      "số ngày từ lần mua hoặc lần khách tự liên hệ gần nhất",
      "days since the latest order or the latest contact the person made"
    ],
    NEVER,
    ORDER,
    (p) => {
      const order = p.last("orders");
      const contact = p.last("connections");
      return p.dialect.days(
        `CASE WHEN ${order} IS NULL OR ${contact} > ${order} THEN ${contact} ELSE ${order} END`,
        p.asOf
      );
    }
  ),
  define(
    "buying_span_days",
    "days",
    ["khoảng thời gian gắn bó", "buying span"],
    ["số ngày từ đơn đầu đến đơn gần nhất", "days from the first to the latest order"],
    NO_ORDER,
    ORDER,
    (p) => p.dialect.days(p.first("orders"), p.last("orders"))
  ),
  define(
    "lost_after_sale",
    "flag",
    ["lạc lõng sau mua", "lost after purchase"],
    [
      "1 khi đã quá nhịp mua quen mà từ lần mua cuối chưa có liên hệ nào",
      "1 when past the usual gap with no touch since the sale"
    ],
    NO_ORDER,
    ["orders.ordered_at", "events.kind"],
    (p) => {
      const touch = p.last("touches");
      return `CASE WHEN ${p.feature("overdue_ratio")} > 1 AND (${touch} IS NULL OR ${touch} <= ${p.last("orders")}) THEN 1 WHEN ${p.feature("overdue_ratio")} IS NOT NULL THEN 0 END`;
    }
  ),
  score("r_score", ["điểm R", "recency score"], "recency_days", true),
  score("f_score", ["điểm F", "frequency score"], "orders_count", false),
  score("m_score", ["điểm M", "monetary score"], "revenue_value", false),
  define(
    "rfm_code",
    "score",
    ["mã RFM", "RFM code"],
    ["ba chữ số R, F, M", "the three digits R, F, M"],
    NO_ORDER,
    ["orders.amount"],
    (p) => `${p.feature("r_score")} * 100 + ${p.feature("f_score")} * 10 + ${p.feature("m_score")}`
  )
];

/**
 * 1–5 by the firm's own quintiles, 5 best. A value scores one for every quintile boundary it is beyond, so
 * equal values always get equal scores, whatever the row order.
 */
function score(id: string, label: readonly [string, string], feature: string, lowIsBest: boolean): Feature {
  const meaning = [
    "1–5 theo ngũ phân vị của chính tệp khách đã mua, 5 là tốt nhất; giá trị bằng nhau thì điểm bằng nhau",
    "1–5 by quintile of the firm's own buyers, 5 best; equal values get equal scores"
  ] as const;
  return define(id, "score", label, meaning, SCORE_NULL, ["orders.amount"], (p) => {
    const value = p.feature(feature);
    const steps = [0.2, 0.4, 0.6, 0.8].map((q) => {
      const edge = p.quantile(feature, q, "orders_count > 0");
      return `CASE WHEN ${value} ${lowIsBest ? "<" : ">"} ${edge} THEN 1 ELSE 0 END`;
    });
    return `CASE WHEN ${p.feature("orders_count")} > 0 THEN 1 + ${steps.join(" + ")} END`;
  });
}
