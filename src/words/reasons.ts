import type { Dictionary } from "../terms/words.js";

/** Why somebody is in a group: what was asked of a feature, after its label, and what the customer has. */
export const REASONS = {
  none: ["Có dữ liệu, nhưng không khớp nhóm nào.", "The data are there, but no group fits."],
  missingColumns: [
    "Các tệp chưa có cột mà quy tắc cần: {columns}.",
    "The files lack a column that the rules need: {columns}."
  ],
  missingValue: ["Thiếu giá trị ở cột mà quy tắc cần.", "A value is missing in a column that the rules need."],
  unknown: ["chưa có", "not known"],
  and: [" và ", " and "],
  actual: ["(khách này: {value})", "(this customer: {value})"],
  bars: {
    ">=": ["từ {bar} trở lên", "{bar} or more"],
    ">": ["trên {bar}", "over {bar}"],
    "<=": ["không quá {bar}", "at most {bar}"],
    "<": ["dưới {bar}", "under {bar}"],
    "!=": ["khác {bar}", "other than {bar}"]
  },
  /** Features that are said as a multiple of something, under another name than in tables. */
  multiples: {
    overdue_ratio: {
      label: ["thời gian chưa mua lại", "time since the last order"],
      of: ["{times} nhịp mua quen", "{times} the usual gap"]
    }
  }
} as const satisfies Dictionary;
