// @vitest-environment jsdom
import { expect, test } from "vitest";
import { findings } from "../../src/charts/findings.js";
import { firstPlays } from "../../src/charts/first-plays.js";
import { groupCards } from "../../src/charts/group-card.js";
import { lackingOfScheme } from "../../src/charts/lacking.js";
import { siteLinks } from "../../src/charts/link.js";
import { stateList } from "../../src/charts/state-list.js";
import { thresholds } from "../../src/charts/thresholds.js";
import { both, IN, STATES, schemeOf, segmentRows, textOf } from "../support/chart.js";

const scheme = schemeOf("rfm", ["a", "b"]);
const links = siteLinks;
const itemsOf = (element: ParentNode, selector = "li") => [...element.querySelectorAll(selector)].map(textOf);

test("the first three plays name their group with its scheme, for groups of two schemes may have one name", () => {
  const play = (id: string) => ({
    scheme: id,
    group: "loyal",
    play: "call",
    name: both("Call"),
    groupLabel: { vi: "Trung thành", en: "Loyal" },
    people: 1200,
    value: 3_000_000
  });
  const draw = (lang: "vi" | "en", n: number) =>
    firstPlays(["rfm", "tier", "gone", "rfm"].slice(0, n).map(play), {
      schemes: [scheme, schemeOf("tier", [])],
      f: IN[lang],
      links
    });
  expect(itemsOf(draw("vi", 4))).toEqual([
    "RFM · Trung thành Call (vi) 1.200 người, ước đáng 3 triệu ₫",
    "TIER · Trung thành Call (vi) 1.200 người, ước đáng 3 triệu ₫",
    "Trung thành Call (vi) 1.200 người, ước đáng 3 triệu ₫"
  ]);
  expect(itemsOf(draw("en", 1))).toEqual(["RFM · Loyal Call (en) 1,200 people, worth about ₫3 m"]);
  expect(draw("en", 1).querySelector("a")?.getAttribute("href")).toBe("./playbooks/rfm/loyal.html");
});

test("a finding is a sentence that leads on, with the numbers behind it", () => {
  const finding = {
    id: "late",
    page: "segments?scheme=rfm",
    headline: both("Many are late"),
    detail: both("Why"),
    evidence: [{ label: both("late"), value: 12, unit: "count" as const, of: 40 }]
  } as unknown as Parameters<typeof findings>[0][number];
  const list = findings([finding, finding, finding], { f: IN.vi, links, most: 2 });
  expect(itemsOf(list, "h2")).toEqual(["Many are late (vi)", "Many are late (vi)"]);
  expect(list.querySelector("a")?.getAttribute("href")).toBe("./segments.html?scheme=rfm");
  expect(itemsOf(list, ".evidence li")[0]).toBe("12 late (vi) trên 40");
  expect(itemsOf(findings([finding], { f: IN.en, links }), ".evidence li")[0]).toBe("12 late (en) of 40");
});

test("a group's card has its size, its rule and its playbook, a rest no playbook", () => {
  const rows = segmentRows("rfm", { a: { customers: 20 }, b: null });
  const cards = groupCards(rows, { scheme, f: IN.en, minimum: 5, chosen: "a", links });
  expect(itemsOf(cards, "h3")).toEqual([
    "A 20 customers",
    "B < 5 customers",
    "OTHERS 0 customers",
    "NOT-ENOUGH-DATA 0 customers"
  ]);
  expect(itemsOf(cards, ".rule")[0]).toBe("Rule. rule of a (en)");
  expect([...cards.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual([
    "./playbooks/rfm/a.html",
    "./playbooks/rfm/b.html"
  ]);
  expect([...cards.querySelectorAll("article")].map((d) => d.className)).toEqual([
    "group chosen",
    "group",
    "group rest",
    "group rest"
  ]);
});

test("what a scheme lacks is told by column, with all the groups that wait for it", () => {
  const lack = (group: string, column: string) => ({ group, column, columnLabel: both(column) });
  const lacking = { ...scheme, lacking: [lack("a", "orders.cost"), lack("b", "orders.cost")] };
  expect(itemsOf(lackingOfScheme(lacking, "vi"))).toEqual([
    "thêm cột orders.cost (vi) (orders.cost) để tính được A, B"
  ]);
  expect(itemsOf(lackingOfScheme(lacking, "en"))).toEqual([
    "add the column orders.cost (en) (orders.cost) to compute A, B"
  ]);
  expect(lackingOfScheme(scheme, "vi").childNodes).toHaveLength(0);
});

test("thresholds stand with their unit, what they came to, and their reason", () => {
  const threshold = {
    id: "rich",
    label: both("rich"),
    unit: "share" as const,
    value: 0.8,
    default: 0.8,
    range: [0.5, 0.9] as [number, number],
    reason: both("a fifth"),
    found: 0.75
  };
  const cells = itemsOf(thresholds({ ...scheme, thresholds: [threshold] }, { f: IN.en }), "tbody tr > *");
  expect(cells).toEqual(["rich (en)", "80% (found 75%)", "a fifth (en)"]);
  expect(thresholds(scheme, { f: IN.en }).childNodes).toHaveLength(0);
});

test("the states are told in their order with the work of each", () => {
  expect(itemsOf(stateList(STATES, "vi"))).toEqual(
    STATES.map(({ id }, i) => `${i + 1}${id.toUpperCase()}means ${id} (vi)work of ${id} (vi)`)
  );
});
