import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Formula, parseFormula } from "../../loaders/definitions/formula.js";
import { lineage } from "../../loaders/definitions/lineage.js";
import { print } from "../../loaders/definitions/print.js";
import { FormulaError } from "../../loaders/definitions/scanner.js";
import { formulas } from "./formulas.js";

describe("a formula binds as it does in school", () => {
  it.each([
    ["1 + 2 * 3", "1 + (2 * 3)"],
    ["1 - 2 - 3", "(1 - 2) - 3"],
    ["8 / 4 / 2", "(8 / 4) / 2"],
    ["a - -1", "a - (-1)"],
    ["a > 1 and b < 2 or c >= 3", "((a > 1) and (b < 2)) or (c >= 3)"],
    ["not a > 1 and b < 2", "(not (a > 1)) and (b < 2)"],
    ["a + 1 > b * 2", "(a + 1) > (b * 2)"],
    ["a = zalo and b > 1", "(a = zalo) and (b > 1)"],
    ["a = 2 * b", "a = (2 * b)"]
  ])("%s", (text, bracketed) => {
    expect(parseFormula(text)).toEqual(parseFormula(bracketed));
  });
});

test("right of = a bare word is a text, in brackets it is a name", () => {
  expect(parseFormula("a = b")).toMatchObject({ right: { kind: "text", value: "b" } });
  expect(parseFormula("a != (b)")).toMatchObject({ right: { kind: "name", name: "b" } });
});

describe("a formula that can't be read says what is wrong and where", () => {
  it.each([
    ["", 0, "", "a number"],
    ["revenue +", 9, "", "a number"],
    ["revenue ~ 1", 8, "~", "a sign"],
    ["(revenue", 8, "", "“)”"],
    ["revenue 4", 8, "4", "a sign, or the end"],
    ["a >= 1 >= 2", 7, ">=", "a sign, or the end"],
    ["a is maybe", 5, "maybe", "known"],
    ["a is knwon", 5, "knwon", "“known”?"],
    ["smu(orders)", 0, "smu", "“sum”?"],
    ["sum(orders, month: 3)", 12, "month", "“months”?"],
    ["sum(orders, months: 3, months: 4)", 23, "months", "“)”"],
    ["days(first(orders))", 0, "days", "2"],
    ["score(a, best: lwo)", 15, "lwo", "“low”?"],
    ["a in [1, {b}]", 9, "b", "a number"],
    ["a in 1", 5, "1", "“[”"],
    ["a > 'x'", 4, "'x'", "a number"],
    ["a and", 5, "", "a number"]
  ])("%s", (text, at, met, expected) => {
    const error = fault(text);
    expect(error).toMatchObject({ text, at, met });
    expect(error?.expected.en).toContain(expected);
  });
});

test("what is printed parses to the same formula", () => {
  fc.assert(
    fc.property(formulas(), (formula) => {
      expect(parseFormula(print(formula))).toEqual(formula);
    }),
    { numRuns: 1000 }
  );
});

describe("the lineage of a formula is what it reads", () => {
  it.each<[string, Partial<ReturnType<typeof lineage>>]>([
    ["sum(revenue, months: 12) / orders_count", { names: ["orders_count"], measures: ["revenue"] }],
    ["days(attribute(first_seen), as_of)", { names: ["as_of"], attributes: ["first_seen"] }],
    ["quantile(gap, 0.5, among: gap > {least}) * gap", { names: ["gap"], places: ["least"] }],
    ["if(source = zalo and a > 1, last(orders))", { names: ["source", "a"], measures: ["orders"] }],
    ["score(gap, best: low, among: orders > 0)", { names: ["gap", "orders"] }],
    ["x in [1, 2] or not y is known", { names: ["x", "y"] }]
  ])("%s", (text, read) => {
    const none = { names: [], measures: [], attributes: [], places: [] };
    expect(lineage(parseFormula(text))).toEqual({ ...none, ...read });
  });
});

function fault(text: string): FormulaError | undefined {
  try {
    parseFormula(text);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  return undefined;
}

test("the generator makes every kind of formula", () => {
  const kinds = new Set<Formula["kind"]>();
  for (const formula of fc.sample(formulas(), { numRuns: 300, seed: 1 })) kinds.add(formula.kind);
  expect([...kinds].sort()).toEqual([
    "all",
    "any",
    "arithmetic",
    "call",
    "condition",
    "name",
    "not",
    "number",
    "place",
    "text"
  ]);
});
