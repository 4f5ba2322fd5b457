import type { Bilingual } from "../../src/terms/lang.js";

/** One of the seven customer states, in order; each has a feature `<id>_date`. */
export interface State {
  id: string;
  label: Bilingual;
  means: Bilingual;
  work: Bilingual;
  /** Days within which a move into this state is judged, when cohorts are compared. */
  windowDays: number;
}

const state = (
  id: string,
  label: [string, string],
  means: [string, string],
  work: [string, string],
  windowDays: number
): State => ({
  id,
  label: { vi: label[0], en: label[1] },
  means: { vi: means[0], en: means[1] },
  work: { vi: work[0], en: work[1] },
  windowDays
});

export const STATES: readonly State[] = [
  state(
    "niche",
    ["Thị trường", "Niche"],
    ["đã ở trong tầm với, chưa kết nối", "in the market, not yet connected"],
    [
      "quảng cáo, trang cá nhân, livestream, SEO: để người ta biết mình có mặt",
      "ads, personal profiles, livestreams, SEO: let people know we exist"
    ],
    0
  ),
  state(
    "lead",
    ["Tiềm năng", "Lead"],
    ["đã tự tìm đến ít nhất một lần", "has come to us at least once"],
    ["xuất hiện đều, remarketing, gom khách về một chỗ", "be seen often, remarket, gather people in one place"],
    90
  ),
  state(
    "buyer",
    ["Người mua", "Buyer"],
    ["đã mua món mồi", "has taken the bait product"],
    ["khuyến mãi, dùng thử, workshop, món mồi giá nhẹ", "offers, trials, workshops, an easy first product"],
    90
  ),
  state(
    "customer",
    ["Khách hàng", "Customer"],
    ["đã mua sản phẩm chính", "has bought a main product"],
    ["tư vấn, gọi lại người dùng thử, đưa bằng chứng", "advise, call triallists back, show proof"],
    90
  ),
  state(
    "member",
    ["Thành viên", "Member"],
    ["mua sản phẩm chính lần thứ hai trở đi", "has bought main products on a second day or more"],
    [
      "củng cố niềm tin sau bán: hỏi thăm, nhóm hỗ trợ, hạng thẻ",
      "reinforce trust after the sale: ask, support group, tiers"
    ],
    180
  ),
  state(
    "fan",
    ["Khách trung thành", "Fan"],
    ["quay lại bền bỉ qua nhiều tháng", "keeps coming back over many months"],
    ["giữ cho khách hài lòng đến mức muốn kể", "delight them until they want to tell others"],
    365
  ),
  state(
    "referral",
    ["Người giới thiệu", "Referral"],
    ["đã giới thiệu người khác", "has referred somebody"],
    [
      "trao sân khấu, cảm ơn, để ý cả lời khen lẫn lời chê",
      "give them a stage, thank them, watch praise and blame alike"
    ],
    365
  )
];
