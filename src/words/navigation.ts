import type { Dictionary } from "../terms/words.js";

/** What stands above and below every page. */
export const SITE = {
  sample: [
    "<b>Dữ liệu mẫu.</b> Mọi tên và con số ở đây đều là bịa.",
    "<b>Sample data.</b> Every name and number here is made up."
  ],
  aggregates: [
    "Chỉ có số gộp theo nhóm, không có dữ liệu của riêng ai. Làm bằng segbook, phần mềm mã nguồn mở.",
    "Aggregates only: no data of any one person. Made with segbook, open-source software."
  ],
  language: ["Ngôn ngữ", "Language"]
} as const satisfies Dictionary;

/** The languages by their own names: the same in both. */
export const LANGUAGES = {
  vi: ["Tiếng Việt", "Tiếng Việt"],
  en: ["English", "English"]
} as const satisfies Dictionary;

/** Pages by name, in the order of the sidebar. */
export const NAVIGATION = {
  index: ["Tổng quan", "Overview"],
  segments: ["Phân nhóm khách", "Segments"],
  funnel: ["Phễu bảy trạng thái", "Seven-state funnel"],
  targets: ["Nên nhắm ai", "Targets"],
  playbooks: ["Sổ tay", "Playbooks"],
  data: ["Dữ liệu", "Data"],
  upload: ["Thử với tệp của bạn", "Try your own file"],
  method: ["Cách tính", "Method"]
} as const satisfies Dictionary;
