import type { Bilingual } from "../../src/terms/lang.js";
import type { PublishedScore } from "./published.js";

/** From how many times its usual gap on a file counts as behind: one missed delivery may be chance. */
export const USUAL_GAPS = 3;

/** An amount this many times the middle one is more often a slip of the keyboard than a sale. */
export const LARGE_TIMES = 100;

/** One side of the quality of a file, scored 0–1. */
export interface Dimension {
  id: "completeness" | "validity" | "uniqueness" | "freshness" | "plausibility";
  label: Bilingual;
  /** How the score is computed. */
  meaning: Bilingual;
  /** Scores from which on a file is good, or fair. */
  good: number;
  fair: number;
  /** Why these. */
  reason: Bilingual;
}

/** The scorecard's five dimensions. Names: DAMA UK, The Six Primary Dimensions (2013); plausibility: Kahn et al., eGEMs 4(1), 2016. */
export const DIMENSIONS: readonly Dimension[] = [
  {
    id: "completeness",
    label: { vi: "Đầy đủ", en: "Completeness" },
    meaning: {
      vi: "phần ô có dữ liệu, trên mọi ô của các cột đã nhận ra, tính ở những dòng dùng được",
      en: "share of filled cells among all cells of the recognised columns, in accepted rows"
    },
    good: 0.75,
    fair: 0.4,
    reason: {
      vi: "cột tuỳ lúc mới có (chiến dịch, lý do, người giới thiệu) vốn thưa; dưới 40% thì cả cột thường dùng cũng thiếu",
      en: "columns for some rows only (campaign, reason, referrer) are thin by nature; below 40% everyday ones are too"
    }
  },
  {
    id: "validity",
    label: { vi: "Đọc được", en: "Validity" },
    meaning: {
      vi: "phần ô đọc ra đúng ngày, số, tiền hay từ mà cột cần, trên mọi ô có chữ",
      en: "share of filled cells that could be read as the day, number, money or word that the column holds"
    },
    good: 0.99,
    fair: 0.95,
    reason: {
      vi: "mỗi ô hỏng kéo theo cả dòng phải để riêng",
      en: "each unreadable cell sets its whole row aside"
    }
  },
  {
    id: "uniqueness",
    label: { vi: "Không trùng", en: "Uniqueness" },
    meaning: { vi: "1 − số dòng trùng ÷ số dòng đã đọc", en: "1 − duplicate rows ÷ rows read" },
    good: 0.99,
    fair: 0.9,
    reason: {
      vi: "dòng trùng đã được bỏ ra, nhưng nhiều quá thì nên xem lại cách xuất tệp",
      en: "duplicates are taken out, but many of them mean that the export wants a second look"
    }
  },
  {
    id: "freshness",
    label: { vi: "Mới", en: "Freshness" },
    meaning: {
      vi: `số ngày từ ngày cuối của tệp đến ngày chốt; 100% khi không quá ${USUAL_GAPS} lần khoảng cách thường thấy giữa hai ngày có dòng của chính tệp đó, lâu gấp đôi mức ấy thì còn 50%`,
      en: `days from the file's last day to the as-of date; 100% within ${USUAL_GAPS} times the file's own average gap between days with rows, 50% at twice that`
    },
    good: 1,
    fair: 0.5,
    reason: {
      vi: "so với nhịp của chính tệp: tệp chi phí theo tháng không bị chê là cũ sau một tuần",
      en: "held against the file's own rhythm: monthly costs aren't old after a week"
    }
  },
  {
    id: "plausibility",
    label: { vi: "Hợp lẽ", en: "Plausibility" },
    meaning: {
      vi: `phần dòng không có ngày vô lý, giá âm, hay số tiền hơn ${LARGE_TIMES} lần số tiền đứng giữa (ước trong khoảng 5%)`,
      en: `share of rows without an implausible date, a negative price, or an amount over ${LARGE_TIMES} times the middle one (found to within 5%)`
    },
    good: 0.999,
    fair: 0.99,
    reason: {
      vi: "một số tiền gõ thừa hai số 0 đủ làm lệch cả một nhóm nhỏ",
      en: "one amount with two zeros too many can bend a small group"
    }
  }
];

/** The word for a score. */
export function levelOf({ good, fair }: Dimension, score: number): NonNullable<PublishedScore["level"]> {
  return score >= good ? "good" : score >= fair ? "fair" : "weak";
}
