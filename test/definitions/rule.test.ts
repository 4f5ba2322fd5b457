import { describe, expect, it, test } from "vitest";
import { parseFormula } from "../../loaders/definitions/formula.js";
import { conditions, parseRule, type RuleSource } from "../../loaders/definitions/rule.js";
import { FormulaError } from "../../loaders/definitions/scanner.js";

const condition = (feature: string, operator: string, right?: object) => ({
  kind: "condition",
  left: { kind: "name", name: feature },
  operator,
  ...(right && { right })
});
const number = (value: number) => ({ kind: "number", value });
const text = (value: string) => ({ kind: "text", value });

describe("a condition in words", () => {
  it.each([
    ["orders_count >= 4", condition("orders_count", ">=", number(4))],
    ["orders_count>=4", condition("orders_count", ">=", number(4))],
    ["  recency_days  <  30  ", condition("recency_days", "<", number(30))],
    ["revenue_value <= -0.5", condition("revenue_value", "<=", number(-0.5))],
    ["orders_count > {many}", condition("orders_count", ">", { kind: "place", id: "many" })],
    ["orders_count = 0", condition("orders_count", "=", number(0))],
    ["source = zalo", condition("source", "=", text("zalo"))],
    ["branch != Đà Nẵng", condition("branch", "!=", text("Đà Nẵng"))],
    ['branch = "Phố (cũ)"', condition("branch", "=", text("Phố (cũ)"))],
    ["rfm_code in [555, 554]", condition("rfm_code", "in", { kind: "list", values: [number(555), number(554)] })],
    [
      "source in [zalo, facebook]",
      condition("source", "in", { kind: "list", values: [text("zalo"), text("facebook")] })
    ],
    ["lead_date is known", condition("lead_date", "known")],
    ["lead_date is unknown", condition("lead_date", "unknown")]
  ])("%s is read", (text, expected) => {
    expect(parseRule(text)).toEqual(expected);
  });

  it.each([
    [""],
    ["orders_count"],
    ["orders_count >="],
    [">= 4"],
    ["4 <= orders_count"],
    ["orders_count => 4"],
    ["orders_count == 4"],
    ["Orders_Count >= 4"],
    ["orders_count >= four"],
    ["orders_count >= 4 and recency_days < 3"],
    ["orders_count >= 4; DROP TABLE features"],
    ["orders_count >= (SELECT 1)"],
    ["orders_count >= 1e9"],
    ["source = 'zalo' OR 1 = 1"],
    ["source = a'; DROP TABLE features --"],
    ["source = ${process.exit()}"],
    ["source > zalo"],
    ["rfm_code in 555"],
    ["rfm_code in []"],
    ["rfm_code in [555, {many}]"],
    ["rfm_code = [555]"],
    ["lead_date is maybe"],
    ["orders_count >= {many complaints}"]
  ])("%s is refused, and the refusal quotes it", (text) => {
    expect(() => parseRule(text)).toThrow(FormulaError);
    expect(() => parseRule(text)).toThrow(text === "" ? "invalid formula" : text);
  });
});

test("conditions are joined by all, any and none, at any depth, and listed in reading order", () => {
  const rule = parseRule({
    all: ["orders_count >= 1", { any: ["recency_days < 9", { none: ["complaints_count >= 1", "source = zalo"] }] }]
  });
  expect(rule).toEqual(
    parseFormula("orders_count >= 1 and (recency_days < 9 or not (complaints_count >= 1 or source = zalo))")
  );
  expect(conditions(rule).map((c) => c.left.name)).toEqual([
    "orders_count",
    "recency_days",
    "complaints_count",
    "source"
  ]);
});

test("an object that is none of all, any, none is refused", () => {
  expect(() => parseRule({ not: ["orders_count >= 1"] } as unknown as RuleSource)).toThrow(FormulaError);
});
