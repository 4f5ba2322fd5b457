import type { Feature } from "../feature.js";
import { define, EVENT, NO_COLUMN, ORDER, UNKNOWN } from "./define.js";

const plain = (
  id: string,
  label: readonly [string, string],
  meaning: readonly [string, string],
  needs: string
): Feature => define(id, "text", label, meaning, UNKNOWN, [needs], (p) => p.attribute(id));

/** Who a customer is: what doesn't follow from behaviour. Today's values stand for all dates. */
export const IDENTITY: readonly Feature[] = [
  define(
    "known_days",
    "days",
    ["số ngày quen biết", "days known"],
    [
      "số ngày từ khi biết khách: ngày tạo, lần chạm hoặc đơn đầu tiên",
      "days since first known: created, first touch or first order"
    ],
    ["không bao giờ trống", "never null"],
    ORDER,
    (p) => p.dialect.days(p.attribute("first_seen"), p.asOf)
  ),
  plain(
    "customer_type",
    ["loại khách", "customer type"],
    ["cá nhân hay doanh nghiệp", "individual or business"],
    "customers.customer_type"
  ),
  plain(
    "trade_role",
    ["vai trò mua", "trade role"],
    ["bán buôn, bán lẻ hay tiêu dùng cuối", "wholesale, retail or end consumer"],
    "customers.trade_role"
  ),
  plain(
    "firm_size",
    ["quy mô doanh nghiệp", "firm size"],
    ["lớn, vừa, nhỏ", "large, medium, small"],
    "customers.firm_size"
  ),
  plain(
    "sector",
    ["lĩnh vực", "sector"],
    ["sản xuất, thương mại dịch vụ, cơ quan nhà nước", "manufacturing, trade and services, government"],
    "customers.sector"
  ),
  define(
    "distance",
    "text",
    ["xa gần", "distance"],
    [
      "địa phương khi tỉnh là tỉnh nhà của hãng, tỉnh khác, hoặc quốc tế",
      "local when in the firm's home provinces, another province, or abroad"
    ],
    UNKNOWN,
    ["customers.province|customers.country|orders.country|customers.district|customers.address"],
    (p) => p.attribute("distance")
  ),
  plain(
    "province",
    ["tỉnh, thành", "province"],
    [
      "tên tỉnh sau sáp nhập 01/07/2025; tên cũ được quy về tên mới",
      "province after the merger of 1 July 2025; old names resolve to new ones"
    ],
    "customers.province|customers.district|customers.address"
  ),
  plain(
    "country",
    ["nước", "country"],
    ["nước của khách", "the customer's country"],
    "customers.country|orders.country"
  ),
  plain(
    "urbanity",
    ["khu vực sống", "urbanity"],
    ["thành phố, thị xã – thị trấn hay nông thôn", "city, town or countryside"],
    "customers.urbanity|customers.ward|customers.district|customers.address"
  ),
  plain(
    "source",
    ["nguồn", "source"],
    ["kênh đưa khách đến, quy về các nhóm nguồn", "the channel that brought the customer, as one of the source groups"],
    "customers.source"
  ),
  plain(
    "branch",
    ["chi nhánh", "branch"],
    ["chi nhánh phụ trách, hoặc nơi khách mua nhiều nhất", "branch in charge, or where most was bought"],
    "customers.branch|orders.branch"
  ),
  plain(
    "main_channel",
    ["kênh mua chính", "main channel"],
    ["kênh mang nhiều doanh thu nhất từ khách", "the channel with most of the customer's revenue"],
    "orders.channel"
  ),
  plain(
    "first_channel",
    ["kênh mua đầu", "first channel"],
    ["kênh của đơn đầu tiên", "the channel of the first order"],
    "orders.channel"
  ),
  plain(
    "main_category",
    ["ngành hàng chính", "main category"],
    ["ngành hàng mang nhiều doanh thu nhất từ khách", "the category with most of the customer's revenue"],
    "orders.category"
  ),
  plain(
    "first_campaign",
    ["chiến dịch của đơn đầu", "campaign of the first order"],
    ["mã khuyến mãi của đơn đầu tiên", "promotion code of the first order"],
    "orders.campaign"
  ),
  define(
    "consent",
    "flag",
    ["cho phép liên hệ", "consent"],
    [
      "1 khi khách đồng ý nhận tin ở ít nhất một kênh; im lặng không phải đồng ý",
      "1 when the person agreed to at least one channel; silence is not consent"
    ],
    NO_COLUMN,
    ["customers.consent_zalo|customers.consent_email|customers.consent_sms"],
    (p) => p.attribute("consent")
  ),
  define(
    "connected",
    "flag",
    ["đã kết nối", "connected"],
    ["1 khi khách đã chủ động tiếp xúc hoặc mua", "1 when the person has made contact or bought"],
    NO_COLUMN,
    EVENT,
    (p) =>
      `CASE WHEN ${p.sum("connections")} + ${p.sum("orders")} + ${p.sum("complaints")} + ${p.sum("ratings")} + ${p.sum("reviews")} + ${p.sum("shares")} + ${p.sum("referrals")} + ${p.sum("supports")} > 0 THEN 1 ELSE 0 END`
  )
];
