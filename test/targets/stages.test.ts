import { describe, expect, it, test } from "vitest";
import { parseRule } from "../../loaders/definitions/rule.js";
import type { Threshold } from "../../loaders/definitions/scheme.js";
import { clears, type Firm, suggestStage } from "../../loaders/definitions/stages.js";
import { ease } from "../../loaders/targets/nearest.js";
import { DEFINITIONS } from "../support/definitions.js";

const { stages: STAGES, limits } = DEFINITIONS.business;

const NEWBORN: Firm = {
  age_months: 1,
  buyers: 5,
  growth: null,
  repeat_share: null,
  complaint_share: null,
  rating_average: null,
  margin: null,
  cost_share: null,
  consent_share: null
};
const GROWN: Firm = {
  ...NEWBORN,
  age_months: 14,
  buyers: 1500,
  repeat_share: 0.55,
  growth: 1.3,
  complaint_share: 0.02,
  margin: 0.3
};

describe("the suggested stage of a business", () => {
  it.each<[string, Firm, string]>([
    ["a month old with five buyers: building", NEWBORN, "willing"],
    [
      "four months and forty buyers: launched",
      { ...NEWBORN, age_months: 4, buyers: 40, repeat_share: 0.1 },
      "forgiving"
    ],
    ["four months but only twenty buyers: still building", { ...NEWBORN, age_months: 4, buyers: 20 }, "willing"],
    [
      "eight months, three hundred buyers, a third come back: fit",
      { ...NEWBORN, age_months: 8, buyers: 300, repeat_share: 0.33 },
      "viral"
    ],
    [
      "the same but few come back: launched",
      { ...NEWBORN, age_months: 8, buyers: 300, repeat_share: 0.2 },
      "forgiving"
    ],
    ["grown, growing, content: scaling", GROWN, "valuable"],
    ["grown, growing, many complaints: fit", { ...GROWN, complaint_share: 0.09 }, "viral"],
    ["three years, no longer growing, with margin: profit", { ...GROWN, age_months: 40, growth: 1.02 }, "profitable"],
    [
      "three years, no longer growing, without margin: the last stage it clears",
      { ...GROWN, age_months: 40, growth: 1.02, margin: 0.1 },
      "viral"
    ],
    ["three years and still growing fast: scaling", { ...GROWN, age_months: 40 }, "valuable"],
    [
      "unknown numbers don't count against it",
      { ...GROWN, growth: null, complaint_share: null, repeat_share: null },
      "valuable"
    ]
  ])("%s", (_, firm, group) => {
    expect(suggestStage(STAGES, firm).group).toBe(group);
  });
});

test("each of the five stages wants its own group, in the order of a business's life", () => {
  expect(STAGES.map((s) => [s.number, s.group])).toEqual([
    [1, "willing"],
    [2, "forgiving"],
    [3, "viral"],
    [4, "valuable"],
    [5, "profitable"]
  ]);
});

test("viral people are wanted only with few complaints, high ratings and a high repeat rate", () => {
  const ready = STAGES[2]?.ready ?? [];
  expect(ready.map((b) => `${b.number} ${b.good}`).sort()).toEqual([
    "complaint_share low",
    "rating_average high",
    "repeat_share high"
  ]);
  const good: Firm = { ...NEWBORN, complaint_share: 0.01, rating_average: 4.6, repeat_share: 0.5 };
  expect(ready.map((b) => clears(good, b))).toEqual([true, true, true]);
  expect(ready.map((b) => clears({ ...good, complaint_share: 0.2, rating_average: null }, b))).toEqual([
    false,
    null,
    true
  ]);
});

describe("easing thresholds by half to find the nearest", () => {
  const threshold = (id: string, value: number, quantile?: Threshold["quantile"]): Threshold => ({
    id,
    label: { vi: "", en: "" },
    unit: "count",
    default: value,
    value,
    range: [0, 100],
    reason: { vi: "", en: "" },
    quantile
  });
  const eased = (text: string, value = 4, quantile?: Threshold["quantile"]) =>
    ease([threshold("x", value, quantile)], parseRule(text), limits.eased.value)[0]?.value;

  it.each([
    ["orders_count >= {x}", 2],
    ["orders_count > {x}", 2],
    ["recency_days <= {x}", 6],
    ["recency_days < {x}", 6],
    ["orders_count >= 9", 4]
  ])("%s with x = 4 becomes %d", (text, value) => {
    expect(eased(text)).toBe(value);
  });

  it("leaves the firm's own quantiles alone", () => {
    expect(eased("revenue_value >= {x}", 0.75, { of: "revenue_value", among: parseRule("orders_count > 0") })).toBe(
      0.75
    );
  });
});
