// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { PublishedTargets } from "../../loaders/publish/published.js";
import { evidence } from "../../src/charts/evidence.js";
import { gaps } from "../../src/charts/gaps.js";
import { ladder } from "../../src/charts/ladder.js";
import type { Lang } from "../../src/terms/lang.js";
import { both, IN, readFigure, STATES, textOf } from "../support/chart.js";

describe("gaps of the funnel", () => {
  const step = (
    from: string,
    to: string,
    conversion: number | null,
    best: number | null,
    people: number | null,
    money: number | null
  ) => ({
    from,
    to,
    conversion,
    best,
    people,
    money,
    cohorts: 12
  });
  const rows = [
    step("stranger", "lead", 0.7, 0.8, 100, 2_000_000),
    step("lead", "buyer", 0.3, 0.4, 50, 9_000_000),
    step("buyer", "fan", 0.25, 0.2, 0, 0)
  ];
  const draw = (lang: Lang, of = rows) => readFigure(gaps(of, { states: STATES, width: 900, f: IN[lang] }));

  test.each([
    ["vi", "Đáng tiền nhất là bước LEAD → BUYER: thêm 50 người, khoảng 9 triệu ₫"],
    ["en", "Worth most: LEAD → BUYER, 50 more people, about ₫9 m"]
  ] as const)("names the step that is worth most money, not most people (%s)", (lang, title) => {
    expect(draw(lang).title).toBe(title);
  });

  test.each([
    ["vi", "Chưa đủ lứa khách để so với những tháng tốt nhất của chính mình"],
    ["en", "Too few cohorts yet to compare with your own best months"]
  ] as const)("says when no step is worth anything (%s)", (lang, title) => {
    expect(draw(lang, rows.slice(2)).title).toBe(title);
    expect(draw(lang, []).title).toBe(title);
  });

  test("tells steps that are met, withheld or unknown apart", () => {
    const { drawn, table } = draw("en", [
      ...rows.slice(1),
      step("a", "b", 0.1, 0.2, null, null),
      step("c", "d", null, null, null, null)
    ]);
    expect(drawn.filter((text) => /met|withheld|too few|\+/.test(text))).toEqual([
      "+50 people · ₫9 m",
      "met",
      "withheld, too few people",
      "too few cohorts to compare"
    ]);
    expect(table[1]).toEqual(["LEAD → BUYER", "30%", "40%", "50", "₫9 m"]);
  });
});

const stage: PublishedTargets["stage"] = {
  id: "grow",
  number: 2,
  label: both("Grow"),
  how: "suggested",
  evidence: [
    { label: both("buyers"), value: 240, unit: "count", points: both("past the start") },
    { label: both("profit"), value: null, unit: "money", points: both("unseen") }
  ]
};
const rung = (number: number, have: number | null, wanted: number | null): PublishedTargets["stages"][number] => ({
  number,
  id: `s${number}`,
  label: both(`Stage ${number}`),
  group: `g${number}`,
  groupLabel: { vi: `Nhóm ${number}`, en: `Group ${number}` },
  have,
  wanted,
  gap: have === null || wanted === null ? null : Math.max(0, wanted - have),
  nearest: 7,
  nearestMeaning: both("eased"),
  wantedReason: both("a cushion"),
  ready: null,
  readiness: [{ label: both("reviews"), value: 3, bar: 10, unit: "count", good: "high", met: false }]
});
const targets = (have: number | null, wanted: number | null): PublishedTargets => ({
  stage,
  stages: [rung(1, 5, 5), rung(2, have, wanted)],
  funnel: [],
  word: {
    ratingAverage: null,
    ratings: null,
    lowRatings: null,
    complaints: null,
    referrals: null,
    referredBuyers: null,
    reviews: null,
    shares: null
  }
});
const links = { playbook: (scheme: string, group: string) => `to/${scheme}/${group}`, page: (page: string) => page };
const climb = (lang: Lang, have: number | null, wanted: number | null) =>
  ladder(targets(have, wanted), { f: IN[lang], minimum: 5, links });

describe("ladder of stages", () => {
  test.each([
    ["vi", 30, 100, "Nhóm nên nhắm lúc này: Nhóm 2. Có 30, cần 100, còn thiếu 70"],
    ["en", 30, 100, "The group to want now: Group 2. 30 there, 100 wanted, 70 missing"],
    ["vi", 120, 100, "Nhóm nên nhắm lúc này: Nhóm 2. Có 120, đã đủ"],
    ["en", 120, 100, "The group to want now: Group 2. 120 there, enough"],
    ["vi", null, 100, "Nhóm nên nhắm lúc này: Nhóm 2"],
    ["en", 30, null, "The group to want now: Group 2"]
  ] as const)("names the group of the stage the business is in (%s, %s of %s)", (lang, have, wanted, title) => {
    expect(textOf(climb(lang, have, wanted).querySelector("h3"))).toBe(title);
  });

  test("marks that stage alone, leads to playbooks, and hides what is too small", () => {
    const element = climb("en", null, 100);
    const now = [...element.querySelectorAll("li.rung")].map((d) => d.getAttribute("aria-current"));
    expect(now).toEqual([null, "step"]);
    expect([...element.querySelectorAll("h4 a")].map((d) => d.getAttribute("href"))).toEqual([
      "to/stage-fit/g1",
      "to/stage-fit/g2"
    ]);
    expect([...element.querySelectorAll(".counts")].map(textOf)).toEqual([
      "Have5 Wanted5 Gap0 Nearest7",
      "Have< 5 Wanted100 Gap– Nearest7"
    ]);
    expect(textOf(element.querySelector(".readiness ul"))).toBe("✗ reviews (en): 3 (at least 10)");
    expect(textOf(climb("vi", 1, 2).querySelector(".readiness ul"))).toBe("✗ reviews (vi): 3 (cần từ 10)");
  });
});

test("evidence says of what is not known that it is not", () => {
  expect([...evidence(stage, { f: IN.vi }).querySelectorAll("li")].map(textOf)).toEqual([
    "buyers (vi): 240 past the start (vi)",
    "profit (vi): chưa có số liệu"
  ]);
  expect(textOf(evidence(stage, { f: IN.en }).lastElementChild)).toBe("profit (en): no figure yet");
});
