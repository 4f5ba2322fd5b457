import { describe, expect, it, test } from "vitest";
import { defineNumbers, type NumberSet } from "../../loaders/definitions/numbers.js";
import { customiseNumbers } from "../../loaders/definitions/read-numbers.js";
import { holdFiles } from "../../loaders/files/folder.js";
import type { Issue } from "../../loaders/issues/issue.js";
import { type ExactGroups, suppressNumbers } from "../../loaders/segments/suppress-numbers.js";
import { DEFINITIONS } from "../support/definitions.js";

const MINIMUM = 5;
type People = Record<string, number>;

/** In which of these groups a number is hidden, if so many people stand behind the numbers of each. */
function hiddenIn(
  number: string,
  people: Record<string, People>,
  {
    numbers = DEFINITIONS.numbers,
    rests = {},
    withheld = [],
    hiddenOfAll = []
  }: { numbers?: NumberSet; rests?: Record<string, People>; withheld?: string[]; hiddenOfAll?: string[] } = {}
): string[] {
  const groups: ExactGroups = new Map(
    Object.entries(people).map(([id, behind]) => [id, { numbers: {}, people: behind, rests: rests[id] ?? {} }])
  );
  const hidden = suppressNumbers(numbers, groups, new Set(withheld), new Set(hiddenOfAll), MINIMUM);
  return [...(hidden.get(number) ?? [])].sort();
}

describe("a count of people", () => {
  it.each<[string, Record<string, People>, string[]]>([
    [
      "is shown where it is nobody or enough",
      { a: { customers: 50, trial_customers: 0 }, b: { customers: 50, trial_customers: 5 } },
      []
    ],
    [
      "is hidden where it is few, and in the smallest other group",
      {
        a: { customers: 50, trial_customers: 3 },
        b: { customers: 50, trial_customers: 9 },
        c: { customers: 50, trial_customers: 8 }
      },
      ["a", "c"]
    ],
    [
      "is hidden where all but few are counted",
      {
        a: { customers: 50, trial_customers: 47 },
        b: { customers: 50, trial_customers: 10 },
        c: { customers: 50, trial_customers: 8 }
      },
      ["a", "c"]
    ],
    [
      "is hidden, then, in a group that covers the rest even if it has none itself",
      { a: { customers: 50, trial_customers: 47 }, b: { customers: 30, trial_customers: 0 } },
      ["a", "b"]
    ]
  ])("%s", (_, people, hidden) => {
    expect(hiddenIn("trial_customers", people)).toEqual(hidden);
  });

  it("is held against every whole that it is a part of: of 20 buyers 16 are overdue, and of 100 customers", () => {
    const overdue = (buyers: number) => ({ customers: 100, buyers, overdue_customers: 16 });
    expect(hiddenIn("overdue_customers", { a: overdue(20), b: overdue(60), c: overdue(90) })).toEqual(["a", "b"]);
  });

  it("of people outside the group is hidden where few are, or few brought them", () => {
    const brought = (referred_buyers: number) => ({ customers: 100, referred_buyers });
    expect(hiddenIn("referred_buyers", { a: brought(4), b: brought(30), c: brought(7) })).toEqual(["a", "c"]);
  });
});

test("parts that make up a whole are hidden together, and with the whole", () => {
  const group = (buyers: number, once: number) => ({
    customers: 60,
    buyers,
    unbought_customers: 60 - buyers,
    one_time_customers: once,
    repeat_customers: buyers - once
  });
  const people = { a: group(57, 30), b: group(30, 15), c: group(40, 20) };
  for (const id of ["buyers", "unbought_customers", "one_time_customers", "repeat_customers", "repeat_share"])
    expect([id, hiddenIn(id, people)]).toEqual([id, ["a", "c"]]);
  // Who bought once is hidden in a and c only for the sake of the buyers; customers are not.
  expect(hiddenIn("customers", people)).toEqual([]);
});

describe("acts and money", () => {
  const two = {
    a: { customers: 80, reviews: 2 },
    b: { customers: 80, reviews: 40 },
    c: { customers: 80, reviews: 30 }
  };

  it("are hidden where few people are behind them, however much it is", () => {
    expect(hiddenIn("reviews", two)).toEqual(["a", "c"]);
  });

  it("are hidden where few people are behind the rest of their whole", () => {
    const raters = { customers: 80, ratings: 40, low_ratings: 20 };
    const people = { a: raters, b: raters, c: raters };
    const rests = { a: { low_ratings: 3 }, b: { low_ratings: 30 }, c: { low_ratings: 25 } };
    expect(hiddenIn("low_ratings", people, { rests })).toEqual(["a", "c"]);
    expect(hiddenIn("ratings", people, { rests })).toEqual([]);
  });

  it("hide everything that is made from them, and what is made from everybody's where that is hidden", () => {
    const money = (revenue: number) => ({ customers: 80, orders: 40, revenue });
    const people = { a: money(2), b: money(40), c: money(30) };
    for (const id of ["revenue", "revenue_share", "revenue_per_customer", "average_order_value"])
      expect([id, hiddenIn(id, people)]).toEqual([id, ["a", "c"]]);
    expect(hiddenIn("orders_per_customer", people)).toEqual([]);
    const shown = { a: money(40), b: money(40) };
    expect(hiddenIn("revenue_share", shown, { hiddenOfAll: ["revenue"] })).toEqual(["a", "b"]);
  });
});

test("what is in the middle of few people is hidden there and nowhere else", () => {
  const gaps = (usual_gap_days: number) => ({ customers: 80, usual_gap_days });
  expect(hiddenIn("usual_gap_days", { a: gaps(4), b: gaps(40), c: gaps(9) })).toEqual(["a"]);
});

test("of groups that are hidden whole enough people are hidden in every number", () => {
  const people = {
    a: { customers: 3, trial_customers: 1 },
    b: { customers: 9, trial_customers: 0 },
    c: { customers: 80, trial_customers: 20 }
  };
  expect(hiddenIn("trial_customers", people, { withheld: ["a", "b"] })).toEqual(["a", "b", "c"]);
  expect(hiddenIn("touches", people, { withheld: ["a", "b"] })).toEqual(["a", "b"]);
});

test("a firm's own number is treated by what it says it counts, whatever it is called", async () => {
  const file = `numbers:
  - id: zeal
    label: { vi: "nhiệt tình", en: "zeal" }
    meaning: { vi: "đã lan truyền", en: "have advocated" }
    unit: count
    formula: count(advocacy_count > 0)
    counts: people
    of: customers
  - id: zeal_doubled
    label: { vi: "gấp đôi", en: "doubled" }
    meaning: { vi: "hai lần", en: "twice that" }
    unit: ratio
    formula: zeal * 2 / all.orders
`;
  const issues: Issue[] = [];
  const folder = holdFiles("shop", { "numbers.yaml": file });
  const sources = await customiseNumbers(DEFINITIONS.numberSources, folder, DEFINITIONS.features, issues);
  expect(issues).toEqual([]);
  const numbers = defineNumbers(sources);
  const people = { a: { customers: 50, zeal: 2 }, b: { customers: 50, zeal: 9 }, c: { customers: 50, zeal: 8 } };
  expect(hiddenIn("zeal", people, { numbers })).toEqual(["a", "c"]);
  expect(hiddenIn("zeal_doubled", people, { numbers })).toEqual(["a", "c"]);
});
