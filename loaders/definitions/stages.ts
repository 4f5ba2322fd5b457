import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";

/** What is known of the business as a whole, for judging its stage and readiness. Null: not in the data. */
export interface Firm {
  ageMonths: number;
  buyers: number | null;
  growth: number | null;
  repeatShare: number | null;
  complaintShare: number | null;
  ratingAverage: number | null;
  margin: number | null;
  costShare: number | null;
  consentShare: number | null;
}

/** A number of the firm held against a bar. */
export interface Bar {
  number: keyof Firm;
  good: "high" | "low";
  bar: number;
}

/** One of the five stages of a business: its target group, how many of them to want, when it is reached, when it is ready. */
export interface Stage {
  number: number;
  group: string;
  label: Bilingual;
  /** Bars that say the business has come this far; unknown numbers don't count against it. */
  reached: readonly Bar[];
  /** Bars to clear before drawing the target group in. */
  ready: readonly Bar[];
  /** Wanted customers of the group, as a share of all buyers, with the reason. */
  wantedShare: number;
  wantedReason: Bilingual;
}

const high = (number: keyof Firm, bar: number): Bar => ({ number, bar, good: "high" });
const low = (number: keyof Firm, bar: number): Bar => ({ number, bar, good: "low" });

export const STAGES: readonly Stage[] = [
  {
    number: 1,
    group: "willing",
    label: { vi: "Xây dựng, thử nghiệm", en: "Building, beta" },
    reached: [],
    ready: [],
    wantedShare: 0.05,
    wantedReason: {
      vi: "một nhóm nhỏ chịu thử, cỡ 5% số khách đã mua, đủ để nghe góp ý",
      en: "a small crowd that tries things, some 5% of buyers, is enough to learn from"
    }
  },
  {
    number: 2,
    group: "forgiving",
    label: { vi: "Đã ra mắt, chưa hoàn chỉnh", en: "Launched, incomplete" },
    reached: [high("ageMonths", 3), high("buyers", 30)],
    ready: [high("ratingAverage", 3.5)],
    wantedShare: 0.1,
    wantedReason: {
      vi: "một phần mười số khách đã mua là lớp đệm khi còn trục trặc",
      en: "a tenth of the buyers is a cushion while things still go wrong"
    }
  },
  {
    number: 3,
    group: "viral",
    label: { vi: "Hợp thị trường, gây dựng tên tuổi", en: "Product–market fit, building the name" },
    reached: [high("ageMonths", 6), high("buyers", 200), high("repeatShare", 0.3)],
    ready: [low("complaintShare", 0.05), high("ratingAverage", 4.2), high("repeatShare", 0.4)],
    wantedShare: 0.1,
    wantedReason: {
      vi: "cứ mười người mua có một người kể lại là lan truyền tự nuôi được mình",
      en: "one teller in ten buyers lets word of mouth feed itself"
    }
  },
  {
    number: 4,
    group: "valuable",
    label: { vi: "Mở rộng quy mô", en: "Scaling" },
    reached: [
      high("ageMonths", 12),
      high("buyers", 1000),
      high("repeatShare", 0.5),
      high("growth", 1.1),
      low("complaintShare", 0.05)
    ],
    ready: [high("repeatShare", 0.5), high("consentShare", 0.5)],
    wantedShare: 0.2,
    wantedReason: {
      vi: "một phần năm số khách đã mua thường mang phần lớn lợi nhuận",
      en: "a fifth of the buyers usually brings most of the profit"
    }
  },
  {
    number: 5,
    group: "profitable",
    label: { vi: "Thu lợi nhuận", en: "Profit" },
    reached: [
      high("ageMonths", 36),
      high("buyers", 1000),
      high("repeatShare", 0.5),
      high("margin", 0.25),
      low("growth", 1.1)
    ],
    ready: [high("margin", 0.25), low("costShare", 0.25)],
    wantedShare: 0.25,
    wantedReason: {
      vi: "một phần tư số khách đã mua nên là khách tốn ít công mà trả đủ giá",
      en: "a quarter of the buyers should cost little and pay full price"
    }
  }
];

export const FIRM_NUMBERS: Record<keyof Firm, { label: Bilingual; unit: Unit }> = {
  ageMonths: { label: { vi: "Tuổi của dữ liệu bán hàng", en: "Age of the sales data" }, unit: "months" },
  buyers: { label: { vi: "Số khách đã mua", en: "Buyers" }, unit: "count" },
  growth: {
    label: {
      vi: "Doanh thu 6 tháng gần nhất so với 6 tháng trước",
      en: "Revenue of the last 6 months against the 6 before"
    },
    unit: "ratio"
  },
  repeatShare: { label: { vi: "Tỷ lệ mua lại", en: "Repeat rate" }, unit: "share" },
  complaintShare: {
    label: { vi: "Tỷ lệ khách khiếu nại trong 12 tháng", en: "Customers who complained in 12 months" },
    unit: "share"
  },
  ratingAverage: { label: { vi: "Điểm đánh giá trung bình", en: "Average rating" }, unit: "score" },
  margin: { label: { vi: "Biên lợi nhuận gộp", en: "Gross margin" }, unit: "share" },
  costShare: {
    label: { vi: "Chi phí có được và chăm khách trên lợi nhuận", en: "Cost to win and serve as a share of profit" },
    unit: "share"
  },
  consentShare: { label: { vi: "Tỷ lệ khách cho phép liên hệ", en: "Customers who may be contacted" }, unit: "share" }
};

/** Whether a firm clears a bar; null where the number is not known. */
export function clears(firm: Firm, { number, good, bar }: Bar): boolean | null {
  const value = firm[number];
  return value === null ? null : good === "high" ? value >= bar : value <= bar;
}

/** The furthest stage none of whose signs is missing. Stages don't build on each other: growth marks the fourth, its end the fifth. */
export function suggestStage(stages: readonly Stage[], firm: Firm): Stage {
  let found = stages[0] as Stage;
  for (const stage of stages) if (stage.reached.every((bar) => clears(firm, bar) !== false)) found = stage;
  return found;
}
