// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { crosstab } from "../../src/charts/crosstab.js";
import { migration } from "../../src/charts/migration.js";
import { profile } from "../../src/charts/profile.js";
import { trend } from "../../src/charts/trend.js";
import type { Lang } from "../../src/terms/lang.js";
import { both, IN, readFigure, schemeOf, segmentRows } from "../support/chart.js";

const scheme = schemeOf("rfm", ["a", "b"]);

describe("trend", () => {
  const at = (date: string, group: string, customers: number | null, share: number | null) => ({
    scheme: "rfm",
    group,
    date,
    customers,
    share
  });
  const rows = [
    at("2026-04-30", "a", 10, 0.1),
    at("2026-04-30", "b", 80, 0.8),
    at("2026-04-30", "others", 10, 0.1),
    at("2026-05-31", "a", 20, 0.2),
    at("2026-05-31", "b", 70, 0.7),
    at("2026-05-31", "others", 10, 0.1),
    at("2026-06-30", "a", 20, 0.2),
    at("2026-06-30", "b", 50, 0.5),
    at("2026-06-30", "others", 30, 0.3)
  ];
  const draw = (lang: Lang, more = {}, of = rows) =>
    readFigure(trend(of, { scheme, width: 900, f: IN[lang], ...more }));

  test.each([
    ["vi", {}, "B giảm nhiều nhất: từ 80% xuống 50% trong 2 tháng"],
    ["en", {}, "B shrank most: from 80% to 50% in 2 months"],
    ["vi", { chosen: "a" }, "A: 10% thành 20% sau 2 tháng"],
    ["en", { chosen: "a", show: "customers" }, "A: 10 became 20 in 2 months"]
  ] as const)("tells the largest move of a group, or the chosen group's (%s, %o)", (lang, more, title) => {
    expect(draw(lang, more).title).toBe(title);
  });

  test.each([
    ["vi", "A tăng nhiều nhất: từ 10% lên 20% trong 2 tháng"],
    ["en", "A grew most: from 10% to 20% in 2 months"]
  ] as const)("tells a growth as one (%s)", (lang, title) => {
    expect(
      draw(
        lang,
        {},
        rows.filter((row) => row.group !== "b")
      ).title
    ).toBe(title);
  });

  test.each([
    ["vi", "Cơ cấu nhóm gần như không đổi trong 1 tháng"],
    ["en", "The mix of groups hardly changed in 1 months"]
  ] as const)("tells that nothing moved (%s)", (lang, title) => {
    const still = [at("2026-05-31", "a", 10, 0.5), at("2026-06-30", "a", 10, 0.5)];
    expect(draw(lang, {}, still).title).toBe(title);
  });

  test("has a row a date and a column a group, and – where a group is withheld", () => {
    const hidden = rows.map((row) => (row.group === "a" && row.date === "2026-05-31" ? { ...row, share: null } : row));
    const { table, sentence, subtitle } = draw("en", {}, hidden);
    expect(table).toEqual([
      ["Date", "A", "B", "OTHERS"],
      ["30 Apr 2026", "10%", "80%", "10%"],
      ["31 May 2026", "–", "70%", "10%"],
      ["30 Jun 2026", "20%", "50%", "30%"]
    ]);
    expect(sentence).toContain("A: 10% → 20%; B: 80% → 50%; OTHERS: 10% → 30%.");
    expect(subtitle).toBe("Share of customers, 30 Apr 2026 – 30 Jun 2026");
  });

  test("counts the months of a group from its first number", () => {
    const late = rows.map((row) => (row.group === "b" && row.date === "2026-04-30" ? { ...row, share: null } : row));
    expect(draw("en", {}, late).title).toBe("B shrank most: from 70% to 50% in 1 months");
  });

  test("draws nothing of nothing", () => {
    expect(draw("vi", {}, []).drawn.filter((text) => /\p{L}/u.test(text))).toEqual([]);
  });
});

describe("profile", () => {
  const numbers = ["orders", "rating", "days", "total"].map((id) => ({
    id,
    label: { vi: `số ${id}`, en: id },
    unit: "count" as const,
    meaning: both(id),
    comparable: id !== "total",
    formula: "",
    counts: null,
    of: null,
    madeOf: []
  }));
  const [mine, everybody] = segmentRows("rfm", {
    a: { orders: 8, rating: 4, days: 10, total: 9000 },
    all: { orders: 2, rating: 5, days: 80, total: 10 }
  });
  const draw = (lang: Lang, of = mine) =>
    of && everybody
      ? readFigure(profile(of, everybody, { numbers, name: "A", colour: "red", f: IN[lang], width: 900 }))
      : undefined;

  test.each([
    ["vi", "A khác mọi khách nhất ở “số days” (10 so với 80) và “số orders” (8 so với 2)"],
    ["en", "A differ most in “days” (10 against 80) and “orders” (8 against 2)"]
  ] as const)("names the two numbers that are furthest from everybody's, up or down (%s)", (lang, title) => {
    expect(draw(lang)?.title).toBe(title);
  });

  test("shows numbers that can be compared, furthest first, and tells the ratio", () => {
    const chart = draw("en");
    expect(chart?.marks.map(([label]) => label)).toEqual(["days", "orders", "rating"]);
    expect(chart?.table).toEqual([
      ["Number", "A", "Everybody", "Against everybody"],
      ["orders", "8", "2", "4×"],
      ["rating", "4", "5", "0.8×"],
      ["days", "10", "80", "0.1×"]
    ]);
  });

  test.each([
    ["vi", "A: chưa đủ số liệu để so với mọi khách"],
    ["en", "A: too few figures to compare with everybody"]
  ] as const)("says so where the group is withheld (%s)", (lang, title) => {
    expect(draw(lang, segmentRows("rfm", { a: null })[0])?.title).toBe(title);
  });
});

describe("cross-tab", () => {
  const other = schemeOf("source", ["web", "shop"]);
  const cell = (group_a: string, group_b: string, customers: number | null) => ({
    scheme_a: "rfm",
    group_a,
    scheme_b: "source",
    group_b,
    customers
  });
  const rows = [cell("a", "web", 90), cell("a", "shop", 10), cell("b", "web", 60), cell("b", "shop", 140)];
  const options = { scheme, other, width: 900, minimum: 5 };
  const draw = (lang: Lang, of = rows, more = {}) => readFigure(crosstab(of, { ...options, f: IN[lang], ...more }));

  test.each([
    ["vi", "90% của A nằm trong WEB; với mọi khách là 50%"],
    ["en", "90% of A are WEB; among all customers it is 50%"]
  ] as const)("names the pair that meets most beyond chance (%s)", (lang, title) => {
    expect(draw(lang).title).toBe(title);
  });

  test.each([
    ["vi", "Hai cách chia này gần như không liên quan với nhau"],
    ["en", "These two schemes have little to do with each other"]
  ] as const)("says when schemes have nothing to do with each other (%s)", (lang, title) => {
    const even = [cell("a", "web", 50), cell("a", "shop", 50), cell("b", "web", 100), cell("b", "shop", 100)];
    expect(draw(lang, even).title).toBe(title);
    expect(draw(lang, []).title).toBe(title);
  });

  test("cells of a row add up, small ones are withheld and said to be", () => {
    const { drawn, table, note } = draw("en", [...rows.slice(0, 3), cell("b", "shop", null)]);
    expect(table).toEqual([
      ["RFM × SOURCE", "WEB", "SHOP"],
      ["A", "90", "10"],
      ["B", "60", "< 5"]
    ]);
    expect(drawn.filter((text) => /%|</.test(text))).toEqual(["90%", "10%", "100%", "<5"]);
    expect(note).toBe("Cells of fewer than 5 people are withheld and left out of the shares.");
    expect(draw("vi").note).toBe(null);
  });

  test("reads a pair that is published the other way round", () => {
    expect(draw("en", rows, { scheme: other, other: scheme }).table).toEqual([
      ["SOURCE × RFM", "A", "B"],
      ["WEB", "90", "60"],
      ["SHOP", "10", "140"]
    ]);
  });
});

describe("migration", () => {
  const flow = (from_group: string, to_group: string, customers: number | null, span = "12") => ({
    scheme: "rfm",
    span,
    from_group,
    to_group,
    customers
  });
  const rows = [
    flow("a", "a", 60),
    flow("a", "b", 30),
    flow("b", "a", 10),
    flow("b", "b", 100),
    flow("b", "others", 50),
    flow("not-known", "a", 40),
    flow("a", "b", 1, "3")
  ];
  const draw = (lang: Lang, of = rows, more = {}) =>
    readFigure(migration(of, { scheme, span: "12", width: 900, f: IN[lang], ...more }));

  test.each([
    ["vi", "64% vẫn ở nhóm cũ; dòng chuyển lớn nhất là A sang B: 30 khách"],
    ["en", "64% stayed where they were; the largest move is A to B: 30 customers"]
  ] as const)("says how many stayed of those known then, and the largest move between groups (%s)", (lang, title) => {
    expect(draw(lang).title).toBe(title);
  });

  test.each([
    ["vi", "100% vẫn ở nhóm cũ"],
    ["en", "100% stayed where they were"]
  ] as const)("says when nobody moved (%s)", (lang, title) => {
    expect(draw(lang, rows.slice(0, 1)).title).toBe(title);
  });

  test("has a row for each group then and a column for each group now", () => {
    const { table, subtitle, drawn } = draw("en");
    expect(table).toEqual([
      ["From ↓ To →", "A", "B", "OTHERS"],
      ["A", "60", "30", "0"],
      ["B", "10", "100", "50"],
      ["Not known then", "40", "0", "0"]
    ]);
    expect(subtitle).toBe("How many went from which group to which in 12 months; strong bands changed group");
    expect(drawn).toContain("12 months ago");
    expect(draw("vi", rows, { span: "3", chosen: "a" }).subtitle).toBe(
      "Số khách đi từ nhóm nào sang nhóm nào trong 3 tháng; dải đậm là nhóm đang chọn"
    );
  });

  test("leaves out flows that are withheld", () => {
    expect(draw("en", [flow("a", "a", 60), flow("a", "b", null)]).table).toEqual([
      ["From ↓ To →", "A"],
      ["A", "60"]
    ]);
  });
});
