import type { Dictionary } from "../terms/words.js";

/** Words of what stands around every page: contents, search, theme. */
export const FRAME = {
  dark: ["Nền tối", "Dark"],
  light: ["Nền sáng", "Light"],
  toggleContents: ["Mở hoặc đóng mục lục", "Open or close the contents"],
  contents: ["Mục lục", "Contents"],
  onThisPage: ["Trên trang này", "On this page"],
  pager: ["Trang trước, trang sau", "Previous and next page"],
  search: ["Tìm", "Search"],
  searchSite: ["Tìm trong trang này", "Search this site"],
  nothingFound: ["Không thấy gì. Thử gõ không dấu.", "Nothing found."],
  onePage: ["1 trang", "1 page"],
  pages: ["{count} trang", "{count} pages"]
} as const satisfies Dictionary;
