import { type Feature, ratio } from "../feature.js";
import { define, EVENT, NEVER, NO_COLUMN } from "./define.js";

const UNKNOWN_SOURCE = ["chưa ghi nguồn hoặc nguồn không có chi phí", "source unknown or without cost"] as const;

const counts = (
  id: string,
  measure: string,
  label: readonly [string, string],
  meaning: readonly [string, string],
  months?: number
): Feature => define(id, "count", label, meaning, NO_COLUMN, EVENT, (p) => p.sum(measure, months));

/** How a customer and the firm have been in touch, and what the customer says. */
export const CONTACT: readonly Feature[] = [
  define(
    "first_touch_date",
    "date",
    ["lần chạm đầu", "first touch"],
    ["ngày tiếp xúc đầu tiên", "day of the first contact of any kind"],
    NEVER,
    EVENT,
    (p) => p.first("touches")
  ),
  define(
    "last_touch_date",
    "date",
    ["lần chạm gần nhất", "last touch"],
    ["ngày tiếp xúc gần nhất", "day of the latest contact of any kind"],
    NEVER,
    EVENT,
    (p) => p.last("touches")
  ),
  counts(
    "touches_count",
    "touches",
    ["số lần chạm", "touches"],
    [
      "mọi lần tiếp xúc: quảng cáo, ghé thăm, nhắn tin, gọi, chăm sóc …; khiếu nại, chấm sao, nhận xét, chia sẻ, giới thiệu đếm riêng",
      "contacts: ads, visits, messages, calls, care …; complaints, ratings, reviews, shares and referrals are counted apart"
    ]
  ),
  counts(
    "touches_recent_count",
    "touches",
    ["số lần chạm 3 tháng", "touches in 3 months"],
    ["số lần tiếp xúc trong 3 tháng gần nhất", "contacts of the last 3 months"],
    3
  ),
  counts(
    "connections_count",
    "connections",
    ["số lần khách chủ động", "contacts by the person"],
    [
      "ghé thăm, xem, nhắn, gọi, đăng ký, dùng thử, dự workshop, vào nhóm",
      "visits, views, messages, calls, sign-ups, trials, workshops, group joins"
    ]
  ),
  counts(
    "visits_count",
    "visits",
    ["số lần ghé xem", "visits"],
    ["số lần ghé thăm hoặc xem hàng", "visits and product views"]
  ),
  counts(
    "visits_12m_count",
    "visits",
    ["số lần ghé xem 12 tháng", "visits in 12 months"],
    ["số lần ghé thăm hoặc xem hàng trong 12 tháng", "visits and product views of the last 12 months"],
    12
  ),
  define(
    "visits_per_order",
    "ratio",
    ["lượt xem trên mỗi đơn", "visits per order"],
    ["số lần ghé xem ÷ số đơn (chưa mua tính như một đơn)", "visits ÷ orders (none counts as one)"],
    NO_COLUMN,
    EVENT,
    (p) => ratio(p.dialect, p.sum("visits"), `CASE WHEN ${p.sum("orders")} > 1 THEN ${p.sum("orders")} ELSE 1 END`)
  ),
  counts("trials_count", "trials", ["số lần dùng thử", "trials"], ["số lần dùng thử", "trials taken"]),
  counts(
    "group_joins_count",
    "group_joins",
    ["vào nhóm", "group membership"],
    ["số lần vào nhóm của hãng", "times the person joined one of the firm's groups"]
  ),
  counts(
    "follow_ups_count",
    "follow_ups",
    ["số lần chăm sóc sau bán", "follow-ups"],
    ["số lần được chăm sóc sau bán", "follow-up contacts after a sale"]
  ),
  counts(
    "complaints_count",
    "complaints",
    ["số lần khiếu nại", "complaints"],
    ["số lần khiếu nại từ trước đến nay", "complaints so far"]
  ),
  counts(
    "complaints_12m_count",
    "complaints",
    ["khiếu nại 12 tháng", "complaints in 12 months"],
    ["số lần khiếu nại trong 12 tháng gần nhất", "complaints of the last 12 months"],
    12
  ),
  counts("ratings_count", "ratings", ["số lần chấm sao", "ratings"], ["số lần chấm điểm", "ratings given"]),
  define(
    "rating_average",
    "score",
    ["điểm đánh giá trung bình", "average rating"],
    ["trung bình điểm 1–5 đã chấm", "average of the ratings given, 1–5"],
    ["chưa chấm lần nào", "no rating given"],
    ["events.value"],
    (p) => ratio(p.dialect, p.sum("rating_points"), p.sum("ratings"))
  ),
  counts(
    "low_ratings_count",
    "low_ratings",
    ["số lần chấm thấp", "low ratings"],
    ["số lần chấm 1 hoặc 2 sao", "ratings of 1 or 2"]
  ),
  counts("reviews_count", "reviews", ["số bài nhận xét", "reviews"], ["số bài nhận xét", "reviews written"]),
  counts(
    "shares_count",
    "shares",
    ["số lần chia sẻ", "shares"],
    ["số lần chia sẻ, đăng bài về hãng", "posts and shares about the firm"]
  ),
  counts(
    "referrals_count",
    "referrals",
    ["số lần giới thiệu", "referrals"],
    ["số lần giới thiệu người khác", "times another person was referred"]
  ),
  define(
    "referred_buyers_count",
    "count",
    ["số người mua đã giới thiệu", "referred buyers"],
    ["số người được giới thiệu đã mua", "people referred who went on to buy"],
    NO_COLUMN,
    ["customers.referred_by|events.other_customer_id"],
    (p) => p.sum("referred_buyers")
  ),
  define(
    "advocacy_count",
    "count",
    ["số lần lan truyền", "advocacy"],
    ["chia sẻ + nhận xét + giới thiệu + người mua đã giới thiệu", "shares + reviews + referrals + referred buyers"],
    NO_COLUMN,
    EVENT,
    (p) => `${p.sum("shares")} + ${p.sum("reviews")} + ${p.sum("referrals")} + ${p.sum("referred_buyers")}`
  ),
  define(
    "feedback_count",
    "count",
    ["số lần góp ý", "feedback given"],
    ["chấm điểm + nhận xét + dùng thử", "ratings + reviews + trials"],
    NO_COLUMN,
    EVENT,
    (p) => `${p.sum("ratings")} + ${p.sum("reviews")} + ${p.sum("trials")}`
  ),
  define(
    "cost_to_serve_value",
    "money",
    ["chi phí chăm sóc", "cost to serve"],
    [
      "chi phí chăm sóc từng tháng chia đều cho các lần tiếp xúc của tháng đó",
      "each month's cost of care shared evenly over that month's contacts"
    ],
    NO_COLUMN,
    ["costs.amount", "events.kind"],
    (p) => p.sum("serve_cost")
  ),
  define(
    "cost_to_win_value",
    "money",
    ["chi phí có được khách", "cost to win"],
    [
      "chi phí của kênh nguồn trong tháng khách đến ÷ số khách đến từ kênh đó trong tháng",
      "cost of the source channel in the month the person came ÷ people it brought that month"
    ],
    UNKNOWN_SOURCE,
    ["costs.amount", "customers.source"],
    (p) => p.attribute("cost_to_win")
  ),
  define(
    "cost_share",
    "share",
    ["chi phí trên lợi nhuận", "cost as a share of profit"],
    ["(chi phí có được + chăm sóc) ÷ lợi nhuận gộp", "(cost to win + to serve) ÷ gross profit"],
    ["chưa có lợi nhuận", "no profit yet"],
    ["costs.amount", "orders.cost|orders.profit"],
    (p) =>
      `CASE WHEN ${p.sum("profit")} > 0 THEN ${ratio(p.dialect, `(COALESCE(${p.feature("cost_to_serve_value")}, 0) + COALESCE(${p.feature("cost_to_win_value")}, 0))`, p.sum("profit"))} END`
  )
];
