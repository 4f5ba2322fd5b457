import { describe, expect, it } from "vitest";
import { checkFormula, type ValueType, type Vocabulary } from "../../loaders/definitions/check-formula.js";
import { parseFormula } from "../../loaders/definitions/formula.js";

const VOCABULARY: Vocabulary = {
  names: new Map<string, ValueType>([
    ["orders_count", "number"],
    ["usual_gap_days", "number"],
    ["source", "text"],
    ["lead_date", "date"],
    ["as_of", "date"]
  ]),
  measures: new Set(["orders", "revenue"]),
  attributes: new Map<string, ValueType>([["first_seen", "date"]]),
  places: new Set(["many"]),
  functions: ["sum", "first", "attribute", "days", "quantile", "score", "if", "coalesce", "min"]
};

describe("a formula is sound where every name is known and its parts go together", () => {
  it.each<[string, ValueType]>([
    ["sum(revenue, months: 12) / sum(orders)", "number"],
    ["days(attribute(first_seen), as_of) + {many}", "number"],
    ["min(first(orders), lead_date)", "date"],
    ["if(source in [zalo, sms], lead_date)", "date"],
    ["lead_date <= as_of and source != zalo", "condition"],
    ["quantile(usual_gap_days, 0.5, among: usual_gap_days > 0)", "number"],
    ["score(orders_count, best: high, among: orders_count > 0)", "number"],
    ["coalesce(source, other)", "text"]
  ])("%s", (text, type) => {
    const vocabulary = { ...VOCABULARY, names: new Map([...VOCABULARY.names, ["other", "text" as const]]) };
    expect(checkFormula(parseFormula(text), vocabulary, type)).toEqual([]);
  });
});

describe("what is wrong is told with what would be right", () => {
  it.each<[string, ValueType, string, string]>([
    ["ordres_count > 1", "condition", "ordres_count", "“orders_count”?"],
    ["sum(revenu)", "number", "revenu", "“revenue”?"],
    ["sum(orders_count)", "number", "orders_count", "one of: orders, revenue"],
    ["sum(orders + 1)", "number", "orders + 1", "one of: orders, revenue"],
    ["attribute(first_sen)", "date", "first_sen", "“first_seen”?"],
    ["orders_count > {mny}", "condition", "{mny}", "“{many}”?"],
    ["count(orders_count > 1)", "number", "count", "one of: sum"],
    ["orders_count", "condition", "orders_count", "a condition"],
    ["orders_count > 1", "number", "orders_count > 1", "a number"],
    ["source > 5", "condition", "source > 5", "=, != or in"],
    ["source = 5", "condition", "source = 5", "a text"],
    ["orders_count in [1, two]", "condition", "orders_count in [1, two]", "a number"],
    ["lead_date > 5", "condition", "lead_date > 5", "lead_date is known"],
    ["lead_date > orders_count", "condition", "lead_date > orders_count", "a day"],
    ["source + 1", "number", "source", "a number"],
    ["days(orders_count, as_of)", "number", "orders_count", "a day"],
    ["if(orders_count, 1, 2)", "number", "orders_count", "a condition"],
    ["if(orders_count > 1, 1, source)", "number", "source", "a number"],
    ["coalesce(1, lead_date)", "number", "lead_date", "a number"],
    ["quantile(1 + 1, 0.5)", "number", "1 + 1", "one of: "],
    ["quantile(orders_count, orders_count)", "number", "orders_count", "a number"]
  ])("%s", (text, type, got, expected) => {
    const faults = checkFormula(parseFormula(text), VOCABULARY, type);
    expect(faults).toContainEqual(expect.objectContaining({ got }));
    expect(faults.find((f) => f.got === got)?.expected.en).toContain(expected);
  });
});
