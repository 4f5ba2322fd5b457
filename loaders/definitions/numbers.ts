import type { Bilingual, Pair } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import { bilingual } from "../../src/terms/words.js";
import type { Dialect } from "../engine/dialect.js";

/** A number that describes a group: what pages plot and playbooks quote. */
export interface GroupNumber {
  id: string;
  label: Bilingual;
  unit: Unit;
  meaning: Bilingual;
  /** Features it reads; if one is lacking the number is null. */
  needs: readonly string[];
  /** True where the number doesn't grow with the group, so that it can be held against everybody's. */
  comparable: boolean;
  /** Aggregate over the rows of the group, on features. Leave out for numbers made from other numbers. */
  sql?: (d: Dialect) => string;
  /** From the group's own numbers and those of everybody. */
  from?: (group: Numbers, all: Numbers) => number | null;
}

export type Numbers = Record<string, number | null>;

/** Past this many own gaps a customer counts as overdue. */
const OVERDUE = 1.5;
const NEW_DAYS = 90;
const MOSTLY = 0.5;

function number(
  id: string,
  unit: Unit,
  label: Pair,
  meaning: Pair,
  needs: readonly string[],
  how: Pick<GroupNumber, "sql" | "from"> & { comparable?: boolean }
): GroupNumber {
  return { id, unit, label: bilingual(label), meaning: bilingual(meaning), needs, comparable: false, ...how };
}

const sum = (x: string) => ({ sql: () => `sum(${x})` });
const people = (when: string) => ({ sql: () => `sum(CASE WHEN ${when} THEN 1 ELSE 0 END)` });
const median = (x: string) => ({ comparable: true, sql: (d: Dialect) => d.quantile(d.double(x), 0.5) });
const over = (a: string, b: string) => ({
  comparable: true,
  from: (g: Numbers) => divide(g[a], g[b])
});

export function divide(a: number | null | undefined, b: number | null | undefined): number | null {
  return a === null || a === undefined || !b ? null : a / b;
}

const mean = (
  id: string,
  unit: Unit,
  label: Pair,
  meaning: Pair,
  top: string,
  bottom: string,
  needs: readonly string[]
) => number(id, unit, label, meaning, needs, over(top, bottom));

/** The numbers of a group by their id, in the order of published tables. */
export type NumberSet = ReadonlyMap<string, GroupNumber>;

const ALL: readonly GroupNumber[] = [
  number("customers", "count", ["số khách", "customers"], ["số khách trong nhóm", "customers in the group"], [], {
    sql: () => "count(*)"
  }),
  number(
    "customer_share",
    "share",
    ["phần số khách", "share of customers"],
    ["số khách ÷ tất cả khách", "customers ÷ all customers"],
    [],
    { from: (g, all) => divide(g.customers, all.customers) }
  ),
  number(
    "buyers",
    "count",
    ["số khách đã mua", "buyers"],
    ["khách có ít nhất một đơn", "customers with at least one order"],
    ["orders_count"],
    people("orders_count > 0")
  ),
  number(
    "revenue",
    "money",
    ["doanh thu", "revenue"],
    ["doanh thu thuần cả kỳ", "net revenue of the whole period"],
    ["revenue_value"],
    sum("revenue_value")
  ),
  number(
    "revenue_share",
    "share",
    ["phần doanh thu", "share of revenue"],
    ["doanh thu ÷ doanh thu của mọi khách có tên", "revenue ÷ revenue of all known customers"],
    ["revenue_value"],
    { from: (g, all) => divide(g.revenue, all.revenue) }
  ),
  number(
    "profit",
    "money",
    ["lợi nhuận gộp", "gross profit"],
    ["lợi nhuận gộp cả kỳ", "gross profit of the whole period"],
    ["profit_value"],
    sum("profit_value")
  ),
  number(
    "profit_share",
    "share",
    ["phần lợi nhuận", "share of profit"],
    ["lợi nhuận ÷ lợi nhuận của mọi khách có tên", "profit ÷ profit of all known customers"],
    ["profit_value"],
    { from: (g, all) => divide(g.profit, all.profit) }
  ),
  number(
    "orders",
    "count",
    ["số đơn", "orders"],
    ["số đơn cả kỳ", "orders of the whole period"],
    ["orders_count"],
    sum("orders_count")
  ),
  mean(
    "revenue_per_customer",
    "money",
    ["doanh thu mỗi khách", "revenue per customer"],
    ["doanh thu ÷ số khách", "revenue ÷ customers"],
    "revenue",
    "customers",
    ["revenue_value"]
  ),
  mean(
    "profit_per_customer",
    "money",
    ["lợi nhuận mỗi khách", "profit per customer"],
    ["lợi nhuận gộp ÷ số khách", "gross profit ÷ customers"],
    "profit",
    "customers",
    ["profit_value"]
  ),
  mean(
    "average_order_value",
    "money",
    ["giá trị đơn trung bình", "average order value"],
    ["doanh thu thuần ÷ số đơn", "net revenue ÷ orders"],
    "revenue",
    "orders",
    ["revenue_value"]
  ),
  mean(
    "average_order_profit",
    "money",
    ["lợi nhuận mỗi đơn", "profit per order"],
    ["lợi nhuận gộp ÷ số đơn", "gross profit ÷ orders"],
    "profit",
    "orders",
    ["profit_value"]
  ),
  mean(
    "orders_per_customer",
    "ratio",
    ["số đơn mỗi khách", "orders per customer"],
    ["số đơn ÷ số khách", "orders ÷ customers"],
    "orders",
    "customers",
    ["orders_count"]
  ),
  number(
    "recency_days",
    "days",
    ["số ngày từ lần mua cuối", "recency"],
    ["trung vị", "median"],
    ["recency_days"],
    median("recency_days")
  ),
  number(
    "tenure_days",
    "days",
    ["thâm niên mua", "tenure"],
    ["trung vị số ngày từ đơn đầu", "median days since the first order"],
    ["tenure_days"],
    median("tenure_days")
  ),
  number(
    "usual_gap_days",
    "days",
    ["nhịp mua quen", "usual gap"],
    ["trung vị nhịp mua của từng khách", "median of the customers' own usual gaps"],
    ["usual_gap_days"],
    median("usual_gap_days")
  ),
  number(
    "overdue_customers",
    "count",
    ["khách trễ nhịp", "overdue customers"],
    ["quá 1,5 lần nhịp mua quen", "past 1.5 times the usual gap"],
    ["overdue_ratio"],
    people(`overdue_ratio > ${OVERDUE}`)
  ),
  mean(
    "overdue_share",
    "share",
    ["tỷ lệ trễ nhịp", "overdue share"],
    ["khách trễ nhịp ÷ khách đã mua", "overdue ÷ buyers"],
    "overdue_customers",
    "buyers",
    ["overdue_ratio"]
  ),
  number(
    "lost_customers",
    "count",
    ["khách bị bỏ quên", "forgotten after the sale"],
    ["quá nhịp mua mà chưa ai liên hệ từ lần mua cuối", "past the usual gap and not touched since the sale"],
    ["lost_after_sale"],
    people("lost_after_sale = 1")
  ),
  mean(
    "lost_share",
    "share",
    ["tỷ lệ bị bỏ quên", "forgotten share"],
    ["khách bị bỏ quên ÷ khách đã mua", "forgotten ÷ buyers"],
    "lost_customers",
    "buyers",
    ["lost_after_sale"]
  ),
  number(
    "untouched_customers",
    "count",
    ["khách không ai chạm 3 tháng", "untouched customers"],
    ["không có liên hệ nào trong 3 tháng gần nhất", "no contact of any kind in the last 3 months"],
    ["touches_recent_count"],
    people("touches_recent_count = 0")
  ),
  mean(
    "untouched_share",
    "share",
    ["tỷ lệ không ai chạm", "untouched share"],
    ["khách không ai chạm ÷ số khách", "untouched ÷ customers"],
    "untouched_customers",
    "customers",
    ["touches_recent_count"]
  ),
  number(
    "one_time_customers",
    "count",
    ["khách mua một lần", "one-time customers"],
    ["đúng một đơn", "exactly one order"],
    ["orders_count"],
    people("orders_count = 1")
  ),
  mean(
    "one_time_share",
    "share",
    ["tỷ lệ mua một lần", "one-time share"],
    ["mua một lần ÷ khách đã mua", "one-time ÷ buyers"],
    "one_time_customers",
    "buyers",
    ["orders_count"]
  ),
  number(
    "repeat_customers",
    "count",
    ["khách mua lại", "repeat customers"],
    ["từ hai đơn", "two orders or more"],
    ["orders_count"],
    people("orders_count >= 2")
  ),
  mean(
    "repeat_share",
    "share",
    ["tỷ lệ mua lại", "repeat rate"],
    ["khách mua lại ÷ khách đã mua", "repeat ÷ buyers"],
    "repeat_customers",
    "buyers",
    ["orders_count"]
  ),
  number(
    "unbought_customers",
    "count",
    ["khách chưa mua", "not yet buyers"],
    ["chưa có đơn", "no order"],
    ["orders_count"],
    people("orders_count = 0")
  ),
  mean(
    "unbought_share",
    "share",
    ["tỷ lệ chưa mua", "share not yet buyers"],
    ["chưa mua ÷ số khách", "no order ÷ customers"],
    "unbought_customers",
    "customers",
    ["orders_count"]
  ),
  number(
    "new_customers",
    "count",
    ["khách mới", "new customers"],
    ["biết đến trong 90 ngày gần nhất", "first known in the last 90 days"],
    ["known_days"],
    people(`known_days <= ${NEW_DAYS}`)
  ),
  mean(
    "new_share",
    "share",
    ["tỷ lệ khách mới", "share of new customers"],
    ["khách mới ÷ số khách", "new ÷ customers"],
    "new_customers",
    "customers",
    ["known_days"]
  ),
  number(
    "discount_customers",
    "count",
    ["khách chuộng giảm giá", "discount customers"],
    ["từ một nửa số đơn mua khi giảm giá", "half or more of the orders on discount"],
    ["discount_orders_share"],
    people(`discount_orders_share >= ${MOSTLY}`)
  ),
  mean(
    "discount_customer_share",
    "share",
    ["tỷ lệ khách chuộng giảm giá", "share of discount customers"],
    ["khách chuộng giảm giá ÷ khách đã mua", "discount customers ÷ buyers"],
    "discount_customers",
    "buyers",
    ["discount_orders_share"]
  ),
  number(
    "discount_share",
    "share",
    ["tỷ lệ giảm giá", "discount share"],
    ["trung vị tỷ lệ giảm giá của từng khách", "median of the customers' discount shares"],
    ["discount_share"],
    median("discount_share")
  ),
  number(
    "return_share",
    "share",
    ["tỷ lệ trả hàng", "return share"],
    ["tiền hàng trả ÷ (doanh thu thuần + tiền hàng trả)", "value given back ÷ (net revenue + value given back)"],
    ["return_share"],
    {
      comparable: true,
      sql: (d) =>
        `CASE WHEN sum(revenue_value + returned_value) > 0 THEN ${d.double("sum(returned_value)")} / ${d.double("sum(revenue_value + returned_value)")} END`
    }
  ),
  number(
    "complaint_customers",
    "count",
    ["khách có khiếu nại", "customers who complained"],
    ["khiếu nại trong 12 tháng", "complained in the last 12 months"],
    ["complaints_12m_count"],
    people("complaints_12m_count > 0")
  ),
  mean(
    "complaint_share",
    "share",
    ["tỷ lệ khiếu nại", "complaint share"],
    ["khách có khiếu nại ÷ số khách", "complained ÷ customers"],
    "complaint_customers",
    "customers",
    ["complaints_12m_count"]
  ),
  number(
    "complaints",
    "count",
    ["số khiếu nại 12 tháng", "complaints in 12 months"],
    ["số lần khiếu nại trong 12 tháng", "complaints of the last 12 months"],
    ["complaints_12m_count"],
    sum("complaints_12m_count")
  ),
  number(
    "ratings",
    "count",
    ["số lượt chấm sao", "ratings"],
    ["số lượt chấm điểm", "ratings given"],
    ["ratings_count"],
    sum("ratings_count")
  ),
  number(
    "rating_average",
    "score",
    ["điểm đánh giá", "average rating"],
    ["trung bình mọi lượt chấm 1–5", "mean of all ratings, 1–5"],
    ["rating_average"],
    {
      comparable: true,
      sql: (d) =>
        `${d.double("sum(CAST(round(rating_average * ratings_count, 0) AS BIGINT))")} / NULLIF(sum(ratings_count), 0)`
    }
  ),
  number(
    "low_ratings",
    "count",
    ["số lượt chấm thấp", "low ratings"],
    ["lượt chấm 1–2 sao", "ratings of 1 or 2"],
    ["low_ratings_count"],
    sum("low_ratings_count")
  ),
  number(
    "reviews",
    "count",
    ["số bài nhận xét", "reviews"],
    ["số bài nhận xét", "reviews written"],
    ["reviews_count"],
    sum("reviews_count")
  ),
  number(
    "shares",
    "count",
    ["số lượt chia sẻ", "shares"],
    ["số lượt chia sẻ", "shares and posts"],
    ["shares_count"],
    sum("shares_count")
  ),
  number(
    "referral_customers",
    "count",
    ["khách có giới thiệu", "customers who refer"],
    ["đã giới thiệu ít nhất một người", "have referred somebody"],
    ["referrals_count"],
    people("referral_date IS NOT NULL")
  ),
  mean(
    "referral_share",
    "share",
    ["tỷ lệ giới thiệu", "share who refer"],
    ["khách có giới thiệu ÷ số khách", "who refer ÷ customers"],
    "referral_customers",
    "customers",
    ["referrals_count"]
  ),
  number(
    "referred_buyers",
    "count",
    ["người mua do giới thiệu", "referred buyers"],
    ["người được giới thiệu đã mua", "people referred who bought"],
    ["referred_buyers_count"],
    sum("referred_buyers_count")
  ),
  number(
    "silent_customers",
    "count",
    ["khách im lặng", "silent customers"],
    ["đã mua mà chưa chấm điểm, nhận xét hay khiếu nại", "bought and never rated, reviewed or complained"],
    ["ratings_count"],
    people("orders_count > 0 AND ratings_count = 0 AND reviews_count = 0 AND complaints_count = 0")
  ),
  mean(
    "silent_share",
    "share",
    ["tỷ lệ im lặng", "silent share"],
    ["khách im lặng ÷ khách đã mua", "silent ÷ buyers"],
    "silent_customers",
    "buyers",
    ["ratings_count"]
  ),
  number(
    "group_customers",
    "count",
    ["khách đã vào nhóm", "group members"],
    ["đã vào nhóm của hãng", "joined one of the firm's groups"],
    ["group_joins_count"],
    people("group_joins_count > 0")
  ),
  mean(
    "group_share",
    "share",
    ["tỷ lệ vào nhóm", "share in a group"],
    ["đã vào nhóm ÷ số khách", "joined ÷ customers"],
    "group_customers",
    "customers",
    ["group_joins_count"]
  ),
  number(
    "trial_customers",
    "count",
    ["khách đã dùng thử", "customers who tried"],
    ["đã dùng thử ít nhất một lần", "took at least one trial"],
    ["trials_count"],
    people("trials_count > 0")
  ),
  mean(
    "trial_share",
    "share",
    ["tỷ lệ dùng thử", "trial share"],
    ["đã dùng thử ÷ số khách", "tried ÷ customers"],
    "trial_customers",
    "customers",
    ["trials_count"]
  ),
  number(
    "consenting_customers",
    "count",
    ["khách cho phép liên hệ", "customers with consent"],
    ["đồng ý nhận tin ở ít nhất một kênh", "agreed to at least one channel"],
    ["consent"],
    people("consent = 1")
  ),
  mean(
    "consent_share",
    "share",
    ["tỷ lệ cho phép liên hệ", "consent share"],
    ["cho phép ÷ số khách", "agreed ÷ customers"],
    "consenting_customers",
    "customers",
    ["consent"]
  ),
  number(
    "touches",
    "count",
    ["số lần chạm 3 tháng", "touches in 3 months"],
    ["tổng liên hệ trong 3 tháng gần nhất", "contacts of the last 3 months"],
    ["touches_recent_count"],
    sum("touches_recent_count")
  ),
  mean(
    "touches_recent",
    "ratio",
    ["số lần chạm mỗi khách", "touches per customer"],
    ["liên hệ trong 3 tháng ÷ số khách", "contacts of 3 months ÷ customers"],
    "touches",
    "customers",
    ["touches_recent_count"]
  ),
  number(
    "categories",
    "count",
    ["tổng số ngành", "categories in total"],
    ["tổng số ngành hàng của từng khách", "sum over customers of categories bought"],
    ["categories_count"],
    sum("categories_count")
  ),
  mean(
    "categories_per_customer",
    "ratio",
    ["số ngành mỗi khách đã mua", "categories per buyer"],
    ["số ngành hàng ÷ khách đã mua", "categories ÷ buyers"],
    "categories",
    "buyers",
    ["categories_count"]
  ),
  number(
    "win_cost",
    "money",
    ["chi phí có được", "cost to win in total"],
    ["tổng chi phí có được khách", "sum of cost to win"],
    ["cost_to_win_value"],
    sum("cost_to_win_value")
  ),
  mean(
    "cost_to_win",
    "money",
    ["chi phí có một khách", "cost to win a customer"],
    ["tổng chi phí có được ÷ số khách", "cost to win ÷ customers"],
    "win_cost",
    "customers",
    ["cost_to_win_value"]
  ),
  number(
    "serve_cost",
    "money",
    ["chi phí chăm sóc", "cost to serve in total"],
    ["tổng chi phí chăm sóc", "sum of cost to serve"],
    ["cost_to_serve_value"],
    sum("cost_to_serve_value")
  ),
  mean(
    "cost_to_serve",
    "money",
    ["chi phí chăm một khách", "cost to serve a customer"],
    ["tổng chi phí chăm sóc ÷ số khách", "cost to serve ÷ customers"],
    "serve_cost",
    "customers",
    ["cost_to_serve_value"]
  ),
  number(
    "customers_before",
    "count",
    ["số khách 12 tháng trước", "customers 12 months ago"],
    ["số khách trong nhóm 12 tháng trước", "customers in the group 12 months ago"],
    [],
    {}
  ),
  number(
    "customer_growth",
    "share",
    ["tăng giảm 12 tháng", "growth over 12 months"],
    ["số khách nay ÷ 12 tháng trước − 1", "customers now ÷ 12 months ago − 1"],
    [],
    { from: (g) => (g.customers_before ? (divide(g.customers, g.customers_before) ?? 0) - 1 : null) }
  )
];

/** Sums first: everything else is made from them. */
export const NUMBERS: NumberSet = new Map(ALL.map((n) => [n.id, n]));
