import type { Dictionary } from "../terms/words.js";

/** The dimensions of a file's quality: name, how the score is computed, and why it is good or fair from where it is. */
export const QUALITY = {
  completeness: {
    label: ["Đầy đủ", "Completeness"],
    meaning: [
      "phần ô có dữ liệu, trên mọi ô của các cột đã nhận ra, tính ở những dòng dùng được",
      "share of filled cells among all cells of the recognised columns, in accepted rows"
    ],
    reason: [
      "cột tuỳ lúc mới có (chiến dịch, lý do, người giới thiệu) vốn thưa; dưới {fair} thì cả cột thường dùng cũng thiếu",
      "columns for some rows only (campaign, reason, referrer) are thin by nature; below {fair} everyday ones are too"
    ]
  },
  validity: {
    label: ["Đọc được", "Validity"],
    meaning: [
      "phần ô đọc ra đúng ngày, số, tiền hay từ mà cột cần, trên mọi ô có chữ",
      "share of filled cells that could be read as the day, number, money or word that the column holds"
    ],
    reason: ["mỗi ô hỏng kéo theo cả dòng phải để riêng", "each unreadable cell sets its whole row aside"]
  },
  uniqueness: {
    label: ["Không trùng", "Uniqueness"],
    meaning: ["1 − số dòng trùng ÷ số dòng đã đọc", "1 − duplicate rows ÷ rows read"],
    reason: [
      "dòng trùng đã được bỏ ra, nhưng nhiều quá thì nên xem lại cách xuất tệp",
      "duplicates are taken out, but many of them mean that the export wants a second look"
    ]
  },
  freshness: {
    label: ["Mới", "Freshness"],
    meaning: [
      "số ngày từ ngày cuối của tệp đến ngày chốt; {full} khi không quá {gaps} lần khoảng cách thường thấy giữa hai ngày có dòng của chính tệp đó, lâu gấp đôi mức ấy thì còn {half}",
      "days from the file's last day to the as-of date; {full} within {gaps} times the file's own average gap between days with rows, {half} at twice that"
    ],
    reason: [
      "so với nhịp của chính tệp: tệp chi phí theo tháng không bị chê là cũ sau một tuần",
      "held against the file's own rhythm: monthly costs aren't old after a week"
    ]
  },
  plausibility: {
    label: ["Hợp lẽ", "Plausibility"],
    meaning: [
      "phần dòng không có ngày vô lý, giá âm, hay số tiền hơn {times} lần số tiền đứng giữa (ước trong khoảng {within})",
      "share of rows without an implausible date, a negative price, or an amount over {times} times the middle one (found to within {within})"
    ],
    reason: [
      "một số tiền gõ thừa hai số 0 đủ làm lệch cả một nhóm nhỏ",
      "one amount with two zeros too many can bend a small group"
    ]
  }
} as const satisfies Dictionary;

/** What stands behind a score of each dimension. */
export const SCORES = {
  noRows: ["chưa có dòng nào để xét", "no row to judge by"],
  noDays: ["tệp không có cột ngày", "the file has no column of days"],
  oneDay: ["mọi dòng cùng một ngày, chưa thấy nhịp", "all rows are of one day: no rhythm yet"],
  filled: ["{share} số ô của {count} cột có dữ liệu", "{share} of the cells of {count} columns are filled in"],
  thinnest: [
    "{share} số ô của {count} cột có dữ liệu; thưa nhất là “{name}”: {least}",
    "{share} of the cells of {count} columns are filled in; thinnest is “{name}”: {least}"
  ],
  allRead: ["ô nào có chữ cũng đọc được", "every filled cell could be read"],
  hardest: [
    "{share} số ô có chữ đọc được; khó đọc nhất là “{name}”: {least}",
    "{share} of filled cells could be read; hardest is “{name}”: {least}"
  ],
  noDuplicate: ["không dòng nào trùng trong {rows}", "no duplicate in {rows} rows"],
  duplicates: ["{twice} dòng trùng trong {rows}", "duplicates: {twice} of {rows} rows"],
  upToDate: [
    "ngày cuối {last}, đúng ngày chốt; thường {gap} ngày lại có dòng mới",
    "last day {last}, the as-of date itself; usually {gap} days between days with rows"
  ],
  behind: [
    "ngày cuối {last}, trước ngày chốt {late}; thường {gap} ngày lại có dòng mới",
    "last day {last}, {late} before the as-of date; usually {gap} days between days with rows"
  ],
  dates: ["{count} dòng có ngày vô lý", "{count} with an implausible date"],
  negative: ["{count} món bán giá âm", "{count} sold at a negative price"],
  large: [
    "{count} dòng hơn {times} lần số tiền đứng giữa (khoảng {middle})",
    "{count} over {times} times the middle amount (about {middle})"
  ],
  nothingOdd: ["không thấy gì lạ trong {rows} dòng", "nothing odd in {rows} rows"],
  odd: ["{list}, trong {rows} dòng", "of {rows} rows {list}"]
} as const satisfies Dictionary;

/** What a duplicate has in common with the row that stays. */
export const DUPLICATES = {
  "equal-row": ["giống hệt ở mọi ô", "equal in every cell"],
  "same-line": [
    "cùng mã đơn, ngày, tiền, món và số lượng, ở hai tệp",
    "same order, day, money, product and quantity, in two files"
  ],
  "same-order": ["cả đơn đã có từng món ở tệp kia", "the order stands there line by line"],
  "newer-order": ["tệp kia ghi đơn ấy mới hơn", "that file has a newer reading of the order"]
} as const satisfies Dictionary;
