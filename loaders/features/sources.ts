import { fold } from "../../src/terms/fold-heading.js";

/** Where customers come from, and the words that exports use for it. Anything else keeps its own name. */
const SOURCES: Record<string, readonly string[]> = {
  website: [
    "web",
    "site",
    "landing page",
    "form",
    "online form",
    "website form",
    "direct",
    "organic",
    "trang web",
    "inbound"
  ],
  facebook: ["fb", "facebook ads", "fanpage", "messenger", "meta", "instagram", "ig"],
  zalo: ["zalo oa", "zalo ads", "oa"],
  tiktok: ["tik tok", "tiktok ads", "tiktok shop", "douyin"],
  google: ["google ads", "adwords", "seo", "search", "sem", "youtube"],
  marketplace: ["shopee", "lazada", "tiki", "sendo", "sàn", "sàn tmđt", "sàn thương mại điện tử", "amazon", "ebay"],
  email: ["e-mail", "newsletter", "mail", "sms", "mailchimp", "klaviyo"],
  referral: ["referred", "friend", "word of mouth", "giới thiệu", "bạn bè", "khách giới thiệu", "affiliate", "kol"],
  store: ["shop", "walk-in", "walk in", "offline", "showroom", "pos", "cửa hàng", "tại quầy", "vãng lai"],
  event: ["workshop", "fair", "expo", "exhibition", "hội chợ", "sự kiện", "hội thảo", "triển lãm"]
};

const byWord = new Map(
  Object.entries(SOURCES).flatMap(([id, words]) => [id, ...words].map((word) => [fold(word), id] as const))
);

/** The source group that a cell means, or the cell itself where no group fits. */
export function resolveSource(source: string): string {
  return byWord.get(fold(source)) ?? source;
}
