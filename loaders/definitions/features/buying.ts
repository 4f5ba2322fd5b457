import { type Feature, ratio } from "../feature.js";
import { define, NO_COLUMN, NO_ORDER, ORDER } from "./define.js";

/** What a customer has bought, how much it brought and how it was priced. */
export const BUYING: readonly Feature[] = [
  define(
    "first_order_date",
    "date",
    ["ngày mua đầu", "first order"],
    ["ngày của đơn đầu tiên", "day of the first order"],
    NO_ORDER,
    ORDER,
    (p) => p.first("orders")
  ),
  define(
    "last_order_date",
    "date",
    ["ngày mua gần nhất", "last order"],
    ["ngày của đơn gần nhất", "day of the latest order"],
    NO_ORDER,
    ORDER,
    (p) => p.last("orders")
  ),
  define(
    "recency_days",
    "days",
    ["số ngày từ lần mua cuối", "recency"],
    ["số ngày từ đơn gần nhất đến ngày chốt số liệu", "days from the latest order to the as-of date"],
    NO_ORDER,
    ORDER,
    (p) => p.dialect.days(p.last("orders"), p.asOf)
  ),
  define(
    "tenure_days",
    "days",
    ["thâm niên mua", "tenure"],
    ["số ngày từ đơn đầu tiên đến ngày chốt số liệu", "days from the first order to the as-of date"],
    NO_ORDER,
    ORDER,
    (p) => p.dialect.days(p.first("orders"), p.asOf)
  ),
  define(
    "orders_count",
    "count",
    ["số đơn", "orders"],
    [
      "số đơn có ít nhất một món bán được; đơn huỷ không tính",
      "orders with at least one line sold; cancelled orders don't count"
    ],
    ["không bao giờ trống: 0 là chưa mua", "never null: 0 means none"],
    ORDER,
    (p) => p.sum("orders")
  ),
  define(
    "main_orders_count",
    "count",
    ["số đơn sản phẩm chính", "main orders"],
    ["số đơn có món không phải hàng mồi", "orders with a line that is not bait"],
    NO_COLUMN,
    ORDER,
    (p) => p.sum("main_orders")
  ),
  define(
    "bait_orders_count",
    "count",
    ["số đơn chỉ có hàng mồi", "bait orders"],
    ["số đơn chỉ gồm hàng mồi", "orders of bait only"],
    ["không phân biệt được hàng mồi", "bait can't be told apart"],
    ["orders.offer"],
    (p) => p.sum("bait_orders")
  ),
  define(
    "orders_12m_count",
    "count",
    ["số đơn 12 tháng", "orders in 12 months"],
    ["số đơn trong 12 tháng gần nhất", "orders of the last 12 months"],
    ["không bao giờ trống", "never null"],
    ORDER,
    (p) => p.sum("orders", 12)
  ),
  define(
    "revenue_value",
    "money",
    ["doanh thu", "revenue"],
    ["tiền thu về từ khách, đã trừ hàng trả", "money from the customer, net of returns"],
    ["không bao giờ trống: 0 là chưa có", "never null: 0 means none"],
    ["orders.amount"],
    (p) => p.sum("revenue")
  ),
  define(
    "revenue_12m_value",
    "money",
    ["doanh thu 12 tháng", "revenue in 12 months"],
    ["doanh thu thuần trong 12 tháng gần nhất", "net revenue of the last 12 months"],
    ["không bao giờ trống", "never null"],
    ["orders.amount"],
    (p) => p.sum("revenue", 12)
  ),
  define(
    "profit_value",
    "money",
    ["lợi nhuận gộp", "gross profit"],
    ["doanh thu thuần trừ giá vốn", "net revenue less cost of goods"],
    NO_COLUMN,
    ["orders.cost|orders.profit"],
    (p) => p.sum("profit")
  ),
  define(
    "profit_12m_value",
    "money",
    ["lợi nhuận 12 tháng", "profit in 12 months"],
    ["lợi nhuận gộp trong 12 tháng gần nhất", "gross profit of the last 12 months"],
    NO_COLUMN,
    ["orders.cost|orders.profit"],
    (p) => p.sum("profit", 12)
  ),
  define(
    "contribution_12m_value",
    "money",
    ["giá trị mang lại 12 tháng", "contribution in 12 months"],
    [
      "lợi nhuận 12 tháng; khi không có giá vốn thì lấy doanh thu thuần",
      "profit of 12 months; net revenue where cost is not known"
    ],
    ["không bao giờ trống", "never null"],
    ["orders.amount"],
    (p) => `COALESCE(${p.feature("profit_12m_value")}, ${p.feature("revenue_12m_value")})`
  ),
  define(
    "average_order_value",
    "money",
    ["giá trị đơn trung bình", "average order value"],
    ["doanh số bán chia số đơn", "sales divided by orders"],
    NO_ORDER,
    ["orders.amount"],
    (p) => ratio(p.dialect, p.sum("sales"), p.sum("orders"))
  ),
  define(
    "discount_share",
    "share",
    ["tỷ lệ giảm giá", "discount share"],
    ["tiền giảm giá ÷ giá niêm yết của hàng đã mua", "discount ÷ list value of what was bought"],
    NO_ORDER,
    ["orders.discount"],
    (p) => ratio(p.dialect, p.sum("discount"), `(${p.sum("sales")} + ${p.sum("discount")})`)
  ),
  define(
    "discount_orders_share",
    "share",
    ["tỷ lệ đơn mua khi giảm giá", "share of orders on discount"],
    ["số đơn được giảm trên 5% ÷ số đơn", "orders with more than 5% off ÷ orders"],
    NO_ORDER,
    ["orders.discount"],
    (p) => ratio(p.dialect, p.sum("discount_orders"), p.sum("orders"))
  ),
  define(
    "returned_value",
    "money",
    ["tiền hàng trả", "value given back"],
    ["giá trị hàng khách đã trả", "value of goods given back"],
    ["không bao giờ trống", "never null"],
    ["orders.amount"],
    (p) => p.sum("returns")
  ),
  define(
    "return_share",
    "share",
    ["tỷ lệ trả hàng", "return share"],
    ["tiền hàng trả ÷ doanh số bán", "value given back ÷ sales"],
    NO_ORDER,
    ["orders.amount"],
    (p) => ratio(p.dialect, p.sum("returns"), p.sum("sales"))
  ),
  define(
    "revenue_trend_ratio",
    "ratio",
    ["đà doanh thu", "revenue trend"],
    ["doanh thu 6 tháng gần nhất ÷ 6 tháng trước đó", "revenue of the last 6 months ÷ the 6 before"],
    ["không có doanh thu ở 6 tháng trước", "no revenue in the 6 months before"],
    ["orders.amount"],
    (p) =>
      `CASE WHEN ${p.sum("revenue", 12)} - ${p.sum("revenue", 6)} > 0 THEN ${ratio(p.dialect, p.sum("revenue", 6), `(${p.sum("revenue", 12)} - ${p.sum("revenue", 6)})`)} END`
  ),
  define(
    "categories_count",
    "count",
    ["số ngành hàng đã mua", "breadth of categories"],
    ["số ngành hàng khác nhau đã mua", "different categories bought"],
    NO_COLUMN,
    ["orders.category"],
    (p) => p.sum("new_categories")
  ),
  define(
    "early_orders_count",
    "count",
    ["số lần mua hàng mới ra", "early adoption"],
    ["số lần mua một sản phẩm trong 30 ngày đầu bán", "times a product was bought in its first 30 days on sale"],
    NO_COLUMN,
    ["orders.product_id|orders.product"],
    (p) => p.sum("early_orders")
  )
];
