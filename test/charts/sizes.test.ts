// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sizes } from "../../src/charts/sizes.js";
import { IN, readFigure, schemeOf, segmentRows, textOf } from "../support/chart.js";

const scheme = schemeOf("rfm", ["a", "b", "c", "d"]);
const rows = segmentRows("rfm", {
  a: { customers: 100, customer_share: 0.1, revenue: 4_000_000, revenue_share: 0.4, profit: 1_000, profit_share: 0.1 },
  b: { customers: 200, customer_share: 0.2, revenue: 2_500_000, revenue_share: 0.25, profit: 7_000, profit_share: 0.7 },
  c: { customers: 500, customer_share: 0.5, revenue: 2_000_000, revenue_share: 0.2, profit: 1_500, profit_share: 0.15 },
  d: null,
  others: {
    customers: 196,
    customer_share: 0.196,
    revenue: 1_500_000,
    revenue_share: 0.15,
    profit: 500,
    profit_share: 0.05
  }
});
const options = { scheme, width: 1000, asOf: "2026-06-30", minimum: 5 };
const draw = (lang: "vi" | "en", more = {}, of = rows) => readFigure(sizes(of, { ...options, f: IN[lang], ...more }));

describe("the title", () => {
  test.each([
    ["vi", "2 trong 4 nhóm mang về 65% doanh thu, với 30% số khách"],
    ["en", "2 of 4 groups bring 65% of revenue, with 30% of customers"]
  ] as const)("counts the fewest groups that bring most of the money (%s)", (lang, title) => {
    expect(draw(lang).title).toBe(title);
  });

  test.each([
    ["vi", "B: 20% số khách, 70% lợi nhuận"],
    ["en", "B: 20% of customers, 70% of profit"]
  ] as const)("names the one group that is enough, in the money that is asked for (%s)", (lang, title) => {
    expect(draw(lang, { measure: "profit" }).title).toBe(title);
  });

  test.each([
    ["vi", "Nhóm đông nhất: C, 50% số khách"],
    ["en", "The largest group: C, 50% of customers"]
  ] as const)("names the largest group where there is no money (%s)", (lang, title) => {
    const people = segmentRows("rfm", {
      a: { customers: 100, customer_share: 0.1 },
      c: { customers: 500, customer_share: 0.5 },
      others: { customers: 600, customer_share: 0.6 }
    });
    expect(draw(lang, {}, people).title).toBe(title);
  });

  test("says of one group what is true of it", () => {
    expect(draw("en", {}, rows.slice(0, 1)).title).toBe("A: 10% of customers, 40% of revenue");
  });

  test("of any shares: one group fewer brings less than 60 %", () => {
    const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(shares, (parts) => {
        const all = parts.reduce((a, b) => a + b, 0);
        const of = parts.map((part, i) => [
          ["a", "b", "c", "d"][i] ?? "",
          { customers: 10, customer_share: 0.25, revenue: part, revenue_share: part / all }
        ]);
        const chart = sizes(segmentRows("rfm", Object.fromEntries(of)), { ...options, f: IN.en });
        const title = textOf(chart.querySelector("h3"));
        const [, many] = /^(\d) of 4 groups bring \d+% of revenue/.exec(title) ?? [];
        const count = Number(many ?? 1);
        const sorted = [...parts].sort((a, b) => b - a);
        const bring = (groups: number) => sorted.slice(0, groups).reduce((a, b) => a + b, 0) / all;
        expect(many !== undefined || /^[A-D]: 25% of customers/.test(title)).toBe(true);
        if (count < 4) expect(bring(count)).toBeGreaterThanOrEqual(0.6 - 1e-9);
        expect(bring(count - 1)).toBeLessThan(0.6);
      }),
      { numRuns: 20 }
    );
  });
});

test("what is drawn is called by the scheme and dated", () => {
  expect(draw("vi").subtitle).toBe("RFM: phần trăm trên tổng số, ngày 30/06/2026");
  expect(draw("en").subtitle).toBe("RFM: share of the total, 30 Jun 2026");
});

test("groups stand by the measure, rests last, and a withheld one shows only that it is small", () => {
  const { drawn, table, sentence } = draw("en", { measure: "revenue" });
  expect(drawn.slice(0, 3)).toEqual(["Customers", "Revenue", "Profit"]);
  expect(drawn.slice(3)).toEqual(
    [
      ["A", "10%", "40%", "10%"],
      ["B", "20%", "25%", "70%"],
      ["C", "50%", "20%", "15%"],
      ["D", "< 5", "–", "–"],
      ["OTHERS", "20%", "15%", "5%"]
    ].flat()
  );
  expect(sentence).toContain("A 10%; B 20%; C 50%; D –; OTHERS 20%.");
  expect(table[0]).toEqual([
    "Group",
    "Customers",
    "Share of customers",
    "Revenue",
    "Share of revenue",
    "Profit",
    "Share of profit"
  ]);
  expect(table[1]).toEqual(["A", "100", "10%", "₫4,000,000", "40%", "₫1,000", "10%"]);
  expect(table[4]).toEqual(["D", "< 5", "–", "–", "–", "–", "–"]);
});

test("bars are as long as their shares", () => {
  const figure = sizes(rows, { ...options, f: IN.en });
  const widths = [...figure.querySelectorAll(".mark")].map((mark) =>
    Number(mark.querySelector("rect:not(.hit)")?.getAttribute("width"))
  );
  const [c = 0, b = 0, a = 0] = widths;
  expect(c / a).toBeCloseTo(5);
  expect(b / a).toBeCloseTo(2);
});

test("no rows, no finding", () => {
  expect(draw("en", {}, []).title).toBe("");
  expect(draw("en", {}, []).table).toHaveLength(1);
});
