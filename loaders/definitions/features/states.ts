import type { Feature, Parts } from "../feature.js";
import { define, NEVER } from "./define.js";

/**
 * The day somebody reached each of the seven states, from the earliest evidence. The states themselves are the
 * groups of the scheme `seven-states`; a state that was skipped is counted as passed by the funnel.
 */
export const STATES: readonly Feature[] = [
  define(
    "niche_date",
    "date",
    ["ngày biết đến", "niche since"],
    ["ngày đầu tiên hãng biết khách", "first day the firm knows of the person"],
    NEVER,
    ["orders.ordered_at"],
    (p) => p.attribute("first_seen")
  ),
  define(
    "lead_date",
    "date",
    ["ngày kết nối", "lead since"],
    [
      "ngày đầu tiên khách tự tiếp xúc: ghé, xem, nhắn, gọi, đăng ký, dùng thử, dự workshop, vào nhóm",
      "first contact that the person made: visit, view, message, call, sign-up, trial, workshop, group join"
    ],
    NEVER,
    ["events.kind"],
    (p) => p.first("connections")
  ),
  define(
    "buyer_date",
    "date",
    ["ngày mua mồi", "buyer since"],
    ["ngày của đơn hàng mồi đầu tiên", "day of the first bait order"],
    NEVER,
    ["orders.offer"],
    (p) => p.first("bait_orders")
  ),
  define(
    "customer_date",
    "date",
    ["ngày mua sản phẩm chính", "customer since"],
    ["ngày của đơn đầu tiên có sản phẩm chính", "day of the first order with a main product"],
    NEVER,
    ["orders.ordered_at"],
    (p) => p.first("main_orders")
  ),
  define(
    "member_date",
    "date",
    ["ngày mua lần hai", "member since"],
    ["ngày mua thứ hai có sản phẩm chính", "second day with a main order"],
    NEVER,
    ["orders.ordered_at"],
    (p) => reachedBy(p, "member_day")
  ),
  define(
    "fan_date",
    "date",
    ["ngày thành khách trung thành", "fan since"],
    [
      "ngày đầu tiên đủ số ngày mua và khoảng gắn bó của khách trung thành",
      "first day with the order days and the span of buying of a fan"
    ],
    NEVER,
    ["orders.ordered_at"],
    (p) => reachedBy(p, "fan_day")
  ),
  define(
    "referral_date",
    "date",
    ["ngày giới thiệu", "referral since"],
    ["ngày giới thiệu người khác lần đầu", "first day another person was referred"],
    NEVER,
    ["events.kind|customers.referred_by"],
    (p) => {
      const [said, bought] = [p.first("referrals"), p.first("referred_buyers")];
      return `CASE WHEN ${said} IS NULL OR ${bought} < ${said} THEN ${bought} ELSE ${said} END`;
    }
  )
];

/** A day that lies fixed once it has come; before it, it is not known. */
function reachedBy(p: Parts, day: string): string {
  return `CASE WHEN ${p.attribute(day)} <= ${p.asOf} THEN ${p.attribute(day)} END`;
}
