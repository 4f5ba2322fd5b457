// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { cohorts } from "../../src/charts/cohorts.js";
import { funnel } from "../../src/charts/funnel.js";
import { mouth } from "../../src/charts/mouth.js";
import type { FunnelRow } from "../../src/charts/rows.js";
import { steps } from "../../src/charts/steps.js";
import { waiting } from "../../src/charts/waiting.js";
import type { Lang } from "../../src/terms/lang.js";
import { IN, readFigure, STATES } from "../support/chart.js";

/** A row of the funnel: how many reached the state, of how many before it. */
function row(state: string, reached: number | null, before: number | null, more: Partial<FunnelRow> = {}): FunnelRow {
  return {
    dimension: "all",
    value: "all",
    state,
    reached,
    current: null,
    conversion_from_previous: reached === null || before === null ? null : reached / before,
    conversion_from_top: reached === null ? null : reached / 1000,
    skipped: 0,
    p25_days: null,
    median_days: null,
    p75_days: null,
    moved: null,
    ...more
  };
}

const everybody = [
  row("stranger", 1000, null, { current: 300 }),
  row("lead", 700, 1000, { current: 500, median_days: 4, p25_days: 1, p75_days: 9 }),
  row("buyer", 200, 700, { current: 150, median_days: 30, p25_days: 10, skipped: 12 }),
  row("fan", 50, 200, { current: 50 })
];

describe("funnel", () => {
  const options = { states: STATES, width: 900, asOf: "2026-06-30", minimum: 5 };
  const draw = (lang: Lang, of = everybody, more = {}) => readFigure(funnel(of, { ...options, f: IN[lang], ...more }));

  test.each([
    ["vi", "Rơi nhiều nhất giữa LEAD và BUYER: cứ 100 người chỉ 29 người đi tiếp"],
    ["en", "Most are lost between LEAD and BUYER: of 100 people 29 go on"]
  ] as const)("names the step at which most people are lost (%s)", (lang, title) => {
    expect(draw(lang).title).toBe(title);
  });

  test("has every state with all that is drawn of it", () => {
    const { table, sentence, subtitle } = draw("en");
    expect(table).toEqual([
      ["State", "Reached", "There now", "From the step before", "From the top", "Skipped"],
      ["STRANGER", "1,000", "300", "–", "100%", "0"],
      ["LEAD", "700", "500", "70%", "70%", "0"],
      ["BUYER", "200", "150", "28.6%", "20%", "12"],
      ["FAN", "50", "50", "25%", "5%", "0"]
    ]);
    expect(sentence).toContain("STRANGER: 1,000; LEAD: 700; BUYER: 200; FAN: 50.");
    expect(subtitle).toBe("People who reached each state; the dark part stands there now, 30 Jun 2026");
    expect(draw("vi", everybody, { small: true }).subtitle).toBe("Số người đã tới mỗi trạng thái, ngày 30/06/2026");
  });

  test("a withheld state is only small, and no step to it is judged", () => {
    const hidden = [...everybody.slice(0, 2), row("buyer", null, 700), row("fan", null, null)];
    expect(draw("en", hidden).table[3]).toEqual(["BUYER", "< 5", "< 5", "–", "–", "0"]);
    expect(draw("en", hidden).title).toBe("Most are lost between STRANGER and LEAD: of 100 people 70 go on");
  });

  test("of one state, or of none, it says no more than what is counted", () => {
    expect(draw("vi", everybody.slice(0, 1)).title).toBe("Đã tới");
    expect(draw("en", []).table).toHaveLength(1);
  });
});

describe("steps by a dimension", () => {
  const dimension = {
    id: "source",
    label: { vi: "Nguồn khách", en: "Source" },
    values: { web: { vi: "Trang web", en: "Website" } }
  };
  const of = (value: string, ...counts: (number | null)[]) =>
    counts.map((n, i) => row(STATES[i]?.id ?? "", n, counts[i - 1] ?? null, { dimension: "source", value }));
  const rows = [...of("web", 600, 400, 40, 10), ...of("fair", 400, 300, 160, 40)];
  const options = { states: STATES, dimension, width: 1000, minimum: 5 };
  const draw = (lang: Lang, own = rows, more = {}) =>
    readFigure(steps(own, everybody, { ...options, f: IN[lang], ...more }));

  test.each([
    ["vi", "fair khác hẳn ở bước LEAD → BUYER: 53%, so với 29% của tất cả"],
    ["en", "fair stands apart at LEAD → BUYER: 53%, against 29% overall"]
  ] as const)("names the value that differs most surely, not most widely (%s)", (lang, title) => {
    expect(draw(lang).title).toBe(title);
  });

  test.each([
    ["vi", "Không có giá trị nào tách hẳn khỏi mức chung"],
    ["en", "No value stands apart from the whole"]
  ] as const)("says when none does, and doesn't judge by a few people (%s)", (lang, title) => {
    expect(draw(lang, of("web", 1000, 700, 200, 50)).title).toBe(title);
    expect(draw(lang, of("web", 29, 1, 1, 1)).title).toBe(title);
    expect(draw(lang, []).title).toBe(title);
  });

  test("calls a value by its definition, any other as it was given", () => {
    const { table, drawn, subtitle } = draw("vi");
    expect(table).toEqual([
      ["Nguồn khách", "STRANGER", "→ LEAD", "→ BUYER", "→ FAN"],
      ["Trang web", "600", "66,7%", "10%", "25%"],
      ["fair", "400", "75%", "53,3%", "25%"]
    ]);
    expect(drawn).toContain("Trang web");
    expect(subtitle).toBe("Tỷ lệ đi tiếp từ trạng thái trước, theo nguồn khách; vạch đứng là mức của tất cả");
  });

  test("draws the largest and has all in the table", () => {
    const { note, table, marks } = draw("en", rows, { most: 1 });
    expect(note).toBe("The 1 largest of 2 values are drawn; the table has them all.");
    expect(table).toHaveLength(3);
    expect(marks).toHaveLength(3);
    expect(draw("en", of("web", null, null, null, null)).table[1]).toEqual(["Website", "< 5", "–", "–", "–"]);
  });
});

describe("cohorts", () => {
  const month = (m: string, share90: number | null, share: number) => ({
    month: m,
    state: "buyer",
    entered: 100,
    reached: share * 100,
    share,
    reached_90d: share90 === null ? null : share90 * 100,
    share_90d: share90
  });
  const rows = [
    month("2026-02", 0.2, 0.5),
    month("2026-01", 0.4, 0.6),
    month("2026-03", 0.3, 0.3),
    month("2026-06", null, 0.9)
  ];
  const draw = (lang: Lang, of = rows) =>
    readFigure(cohorts(of, { state: "buyer", label: "BUYER", from: "LEAD", width: 900, f: IN[lang] }));

  test.each([
    ["vi", "Khách vào 01/2026 thành BUYER nhanh nhất: 40% trong 90 ngày; thấp nhất là 02/2026, 20%"],
    ["en", "Those who came in Jan 2026 became BUYER fastest: 40% within 90 days; slowest was Feb 2026, 20%"]
  ] as const)("compares months that had their 90 days (%s)", (lang, title) => {
    expect(draw(lang).title).toBe(title);
  });

  test.each([
    ["vi", "Chưa có tháng nào đủ 90 ngày để đo BUYER"],
    ["en", "No month has had its 90 days yet to measure BUYER"]
  ] as const)("says when none had (%s)", (lang, title) => {
    expect(draw(lang, rows.slice(3)).title).toBe(title);
    expect(draw(lang, []).title).toBe(title);
  });

  test("stand in order of time, months that are not over said to be", () => {
    expect(draw("en").table).toEqual([
      ["Month", "Entered", "Within 90 days", "To date"],
      ["Jan 2026", "100", "40%", "60%"],
      ["Feb 2026", "100", "20%", "50%"],
      ["Mar 2026", "100", "30%", "30%"],
      ["Jun 2026", "100", "90 days not over", "90%"]
    ]);
    expect(draw("vi").subtitle).toContain("Theo tháng trở thành LEAD. Cột đặc: tới BUYER trong 90 ngày");
  });
});

describe("time to move", () => {
  const draw = (lang: Lang, of = everybody) => readFigure(waiting(of, { states: STATES, width: 900, f: IN[lang] }));

  test.each([
    ["vi", "Chậm nhất là từ LEAD lên BUYER: phải 30 ngày mới được một nửa"],
    ["en", "Slowest is LEAD to BUYER: it takes 30 days for half to move"]
  ] as const)("names the slowest step that half have taken (%s)", (lang, title) => {
    expect(draw(lang).title).toBe(title);
  });

  test.each([
    ["vi", "Từ BUYER lên FAN: đến nay chưa được một nửa số người đi tiếp"],
    ["en", "BUYER to FAN: so far fewer than half have moved"]
  ] as const)("says where half have not moved yet (%s)", (lang, title) => {
    expect(draw(lang, everybody.slice(3)).title).toBe(title);
  });

  test("tells quartiles that are not reached as such", () => {
    const { table, drawn } = draw("en");
    expect(table.slice(1)).toEqual([
      ["STRANGER → LEAD", "1 day", "4 days", "9 days"],
      ["LEAD → BUYER", "10 days", "30 days", "not reached"],
      ["BUYER → FAN", "not reached", "not reached", "not reached"]
    ]);
    expect(drawn).toContain("fewer than a quarter have moved");
    expect(draw("vi", []).title).toBe("chưa tới");
  });
});

describe("word of mouth", () => {
  const word = {
    shares: 10,
    reviews: 5,
    referrals: 7,
    referredBuyers: 100,
    complaints: 3,
    lowRatings: 1,
    ratings: 20,
    ratingAverage: 4.5
  };
  const draw = (lang: Lang, of: Parameters<typeof mouth>[0] = word) =>
    readFigure(mouth(of, { f: IN[lang], width: 900 }));

  test.each([
    ["vi", "22 lượt tiếng tốt, nhưng cũng có 4 lượt tiếng xấu"],
    ["en", "22 good words, but 4 bad ones beside them"]
  ] as const)("counts acts, good and bad, and nobody twice: buyers who came are no word (%s)", (lang, title) => {
    expect(draw(lang).title).toBe(title);
  });

  test.each([
    ["vi", "22 lượt tiếng tốt; chưa có số liệu về lời chê", "Chưa có số liệu về truyền miệng"],
    ["en", "22 good words; no figures on bad ones yet", "No figures on word of mouth yet"]
  ] as const)("doesn't take what is not known for nothing (%s)", (lang, goodOnly, none) => {
    const silent = { ...word, complaints: null, lowRatings: null, ratingAverage: null };
    expect(draw(lang, silent).title).toBe(goodOnly);
    expect(draw(lang, { ...silent, shares: null, reviews: null, referrals: null }).title).toBe(none);
  });

  test("shows the ratings where there are any", () => {
    expect(draw("vi").subtitle).toBe(
      "Số lượt trong cả kỳ, không bù trừ cho nhau; điểm trung bình 4,5/5 từ 20 lượt chấm"
    );
    expect(draw("en").table.map((cells) => cells.join(" "))).toEqual([
      "Number Count",
      "Shares 10",
      "Reviews 5",
      "Referrals 7",
      "Buyers by referral 100",
      "Complaints 3",
      "Ratings of 1–2 1"
    ]);
  });
});
