import { describe, expect, it, test } from "vitest";
import { DIMENSIONS, type Dimension, levelOf } from "../../loaders/publish/dimensions.js";
import { type Scored, scoreFile } from "../../loaders/publish/score.js";

const EMPTY = { rowsRead: 0, rowsAccepted: 0, rowsDuplicate: 0 };
const COLUMN = { label: { vi: "cột", en: "column" }, filled: 1, valid: 1 };

const scored = (more: Partial<Scored> = {}): Scored => ({
  file: "orders.csv",
  counts: { rowsRead: 200, rowsAccepted: 190, rowsDuplicate: 0 },
  columns: [COLUMN],
  facts: { implausibleDates: 0, days: null, amounts: null },
  asOf: "2026-06-30",
  currency: "VND",
  ...more
});

const scoreOf = (dimension: Dimension["id"], more: Partial<Scored>) =>
  scoreFile(scored(more)).find((d) => d.dimension === dimension);

const days = (first: string, last: string, count: number): Partial<Scored> => ({
  facts: { implausibleDates: 0, days: { first, last, count }, amounts: null }
});

describe("a file's scores", () => {
  it.each<[string, Dimension["id"], Partial<Scored>, number | null]>([
    [
      "completeness is the mean share of filled cells",
      "completeness",
      { columns: [COLUMN, { ...COLUMN, filled: 0.5 }] },
      0.75
    ],
    ["completeness of a file without usable rows can't be told", "completeness", { counts: EMPTY }, null],
    [
      "validity weighs each column by its filled cells",
      "validity",
      { columns: [COLUMN, { ...COLUMN, filled: 0.25, valid: 0.5 }] },
      0.9
    ],
    ["validity of nothing but empty cells can't be told", "validity", { columns: [{ ...COLUMN, filled: 0 }] }, null],
    [
      "uniqueness counts duplicates among all rows read",
      "uniqueness",
      { counts: { rowsRead: 200, rowsAccepted: 150, rowsDuplicate: 50 } },
      0.75
    ],
    ["a file that ends on the as-of date is fresh", "freshness", days("2026-06-01", "2026-06-30", 30), 1],
    ["a daily file three days behind still is", "freshness", days("2026-06-01", "2026-06-27", 27), 1],
    ["six days behind it is half so", "freshness", days("2026-06-01", "2026-06-24", 24), 0.5],
    ["a monthly file six days behind is fresh", "freshness", days("2026-01-24", "2026-06-24", 6), 1],
    ["days after the as-of date are no fault", "freshness", days("2026-07-01", "2026-07-03", 3), 1],
    ["one day alone has no rhythm", "freshness", days("2026-06-30", "2026-06-30", 1), null],
    ["without days freshness can't be told", "freshness", {}, null],
    [
      "plausibility takes off every odd row",
      "plausibility",
      { facts: { implausibleDates: 2, days: null, amounts: { negative: 3, large: 5, middle: 100 } } },
      0.95
    ]
  ])("%s", (_, dimension, more, score) => {
    const got = scoreOf(dimension, more);
    if (score === null) expect(got?.score).toBeNull();
    else expect(got?.score).toBeCloseTo(score, 12);
    expect(got?.level === null).toBe(score === null);
  });

  it("says the numbers behind each in both languages", () => {
    const facts = { implausibleDates: 2, days: null, amounts: { negative: 0, large: 1, middle: 250_000 } };
    expect(scoreOf("plausibility", { facts })?.text).toEqual({
      vi: "2 dòng có ngày vô lý, 1 dòng hơn 100 lần số tiền đứng giữa (khoảng 250\u00a0nghìn\u00a0₫), trong 200 dòng",
      en: "of 200 rows 2 with an implausible date, 1 over 100 times the middle amount (about ₫250\u00a0k)"
    });
    for (const { text } of scoreFile(scored())) for (const words of Object.values(text)) expect(words).not.toBe("");
  });
});

test.each(DIMENSIONS)("$id goes from weak to fair to good", (dimension) => {
  expect(dimension.fair).toBeLessThan(dimension.good);
  expect(levelOf(dimension, 1)).toBe("good");
  expect(levelOf(dimension, dimension.fair)).toBe("fair");
  expect(levelOf(dimension, 0)).toBe("weak");
});
