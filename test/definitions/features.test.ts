import { describe, expect, test } from "vitest";
import { findColumn } from "../../loaders/definitions/columns.js";
import { missingColumn } from "../../loaders/definitions/feature.js";
import { type Formula, nodes } from "../../loaders/definitions/formula.js";
import { lineage } from "../../loaders/definitions/lineage.js";
import { DEFINITIONS } from "../support/definitions.js";

/** Numbers that are no decision: 0 and 1 of a flag, the ends of a scale, the day on which provinces were merged. */
const SCALES = ["0", "1", "5", "01", "07", "2025"];

/** Numbers typed into a formula, or into the measures and features it reads. */
function numbersOf(formula: Formula): string[] {
  const { measures, names } = lineage(formula);
  const read = [
    ...measures.flatMap((id) => DEFINITIONS.measures.get(id)?.formula ?? []),
    ...names.flatMap((id) => DEFINITIONS.features.get(id)?.formula ?? [])
  ];
  return [formula, ...read]
    .flatMap((one) => [...nodes(one)])
    .flatMap((node) => (node.kind === "number" ? [String(node.value)] : []));
}

test("ids are names a rule can use, each once", () => {
  const ids = [...DEFINITIONS.features.values()].map((f) => f.id);
  expect(ids.filter((id) => !/^[a-z][a-z0-9_]*$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each([...DEFINITIONS.features.values()].map((feature) => [feature.id, feature] as const))(
  "%s",
  (id, feature) => {
    test("says in both languages what it is and what null means", () => {
      for (const text of [feature.label, feature.meaning, feature.whenNull]) {
        expect(text.vi.trim() && text.en.trim()).toBeTruthy();
        expect(text.vi).not.toBe(text.en);
      }
    });

    test("needs columns that exist", () => {
      expect(feature.needs.length).toBeGreaterThan(0);
      for (const need of feature.needs)
        for (const column of need.split("|")) expect(() => findColumn(DEFINITIONS.tables, column)).not.toThrow();
    });

    test("tells no number that isn't in its formula, but for constants, which are filled in", () => {
      const source = DEFINITIONS.featureFiles.features.get(id)?.source;
      const texts = [source?.label, source?.meaning].map((text) => `${text?.vi} ${text?.en}`.replace(/\{\w+\}/g, ""));
      const told = texts.flatMap((text) => text.match(/\d+([.,]\d+)*/g) ?? []);
      expect(told.filter((number) => ![...SCALES, ...numbersOf(feature.formula)].includes(number))).toEqual([]);
    });

    test("has the unit its name says", () => {
      const ending = /_(count|value|share|days|date|ratio|score)$/.exec(id)?.[1];
      const units = {
        count: "count",
        value: "money",
        share: "share",
        days: "days",
        date: "date",
        ratio: "ratio",
        score: "score"
      } as const;
      if (ending) expect(feature.unit).toBe(units[ending as keyof typeof units]);
    });
  }
);

test("what is asked for in the issue is there", () => {
  const asked =
    "first_order_date last_order_date first_touch_date last_touch_date recency_days tenure_days orders_count main_orders_count bait_orders_count revenue_value profit_value average_order_value usual_gap_days overdue_ratio discount_share return_share revenue_trend_ratio categories_count touches_count touches_recent_count main_channel first_channel trials_count complaints_count ratings_count reviews_count shares_count referrals_count referred_buyers_count group_joins_count cost_to_win_value cost_to_serve_value early_orders_count consent";
  expect(asked.split(" ").filter((id) => !DEFINITIONS.features.get(id))).toEqual([]);
});

test("a feature lacks the first column of a need that no file meets", () => {
  const feature = DEFINITIONS.features.get("profit_value");
  if (!feature) throw new Error("profit_value is gone");
  expect(missingColumn(feature, new Set(["orders.profit"]))).toBeUndefined();
  expect(missingColumn(feature, new Set(["orders.cost"]))).toBeUndefined();
  expect(missingColumn(feature, new Set(["orders.amount"]))).toBe("orders.cost");
});
