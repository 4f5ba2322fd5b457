import type { Lang } from "../terms/lang.js";

/** Words that the input format fixes for channels, sources and kinds of customers; any other value is shown as it was given. */
const VALUES: Record<string, [vi: string, en: string]> = {
  facebook: ["Facebook", "Facebook"],
  zalo: ["Zalo", "Zalo"],
  website: ["Website", "Website"],
  google: ["Google", "Google"],
  tiktok: ["TikTok", "TikTok"],
  marketplace: ["Sàn thương mại điện tử", "Marketplace"],
  referral: ["Người quen giới thiệu", "Referral"],
  store: ["Cửa hàng", "Store"],
  event: ["Sự kiện", "Event"],
  email: ["E-mail", "E-mail"],
  sms: ["SMS", "SMS"],
  phone: ["Điện thoại", "Phone"],
  city: ["Thành phố", "City"],
  town: ["Thị trấn", "Town"],
  countryside: ["Nông thôn", "Countryside"],
  individual: ["Cá nhân", "Individual"],
  business: ["Doanh nghiệp", "Business"],
  wholesale: ["Bán sỉ", "Wholesale"],
  retail: ["Bán lẻ", "Retail"],
  consumer: ["Người tiêu dùng", "Consumer"],
  small: ["Nhỏ", "Small"],
  medium: ["Vừa", "Medium"],
  large: ["Lớn", "Large"],
  manufacturing: ["Sản xuất", "Manufacturing"],
  "trade-services": ["Thương mại, dịch vụ", "Trade and services"],
  "government-central": ["Cơ quan trung ương", "Central government"],
  "government-local": ["Cơ quan địa phương", "Local government"],
  local: ["Trong tỉnh", "Local"],
  "other-province": ["Tỉnh khác", "Other province"],
  international: ["Nước ngoài", "Abroad"]
};

/** A value of a dimension as people read it. */
export function valueLabel(value: string, lang: Lang): string {
  return VALUES[value]?.[lang === "vi" ? 0 : 1] ?? value;
}
