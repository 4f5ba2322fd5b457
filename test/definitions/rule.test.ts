import { describe, expect, it, test } from "vitest";
import { conditions, parseRule, RuleError, type RuleSource } from "../../loaders/definitions/rule.js";

const condition = (feature: string, operator: string, operand: object) => ({
  kind: "condition",
  feature,
  operator,
  operand
});

describe("a condition in words", () => {
  it.each([
    ["orders_count >= 4", condition("orders_count", ">=", { kind: "number", value: 4 })],
    ["orders_count>=4", condition("orders_count", ">=", { kind: "number", value: 4 })],
    ["  recency_days  <  30  ", condition("recency_days", "<", { kind: "number", value: 30 })],
    ["revenue_value <= -0.5", condition("revenue_value", "<=", { kind: "number", value: -0.5 })],
    ["orders_count > {many}", condition("orders_count", ">", { kind: "threshold", id: "many" })],
    ["orders_count = 0", condition("orders_count", "=", { kind: "number", value: 0 })],
    ["source = zalo", condition("source", "=", { kind: "word", value: "zalo" })],
    ["branch != Đà Nẵng", condition("branch", "!=", { kind: "word", value: "Đà Nẵng" })],
    ['branch = "Phố (cũ)"', condition("branch", "=", { kind: "word", value: "Phố (cũ)" })],
    ["rfm_code in [555, 554]", condition("rfm_code", "in", { kind: "list", values: [555, 554] })],
    ["source in [zalo, facebook]", condition("source", "in", { kind: "list", values: ["zalo", "facebook"] })],
    ["lead_date is known", condition("lead_date", "known", { kind: "none" })],
    ["lead_date is unknown", condition("lead_date", "unknown", { kind: "none" })]
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
    expect(() => parseRule(text)).toThrow(RuleError);
    expect(() => parseRule(text)).toThrow(text === "" ? "invalid condition" : text);
  });
});

test("conditions are joined by all, any and none, at any depth, and listed in reading order", () => {
  const rule = parseRule({
    all: ["orders_count >= 1", { any: ["recency_days < 9", { none: ["complaints_count >= 1"] }] }]
  });
  expect(rule).toMatchObject({
    kind: "all",
    rules: [
      { feature: "orders_count" },
      { kind: "any", rules: [{ feature: "recency_days" }, { kind: "none", rules: [{ feature: "complaints_count" }] }] }
    ]
  });
  expect(conditions(rule).map((c) => c.feature)).toEqual(["orders_count", "recency_days", "complaints_count"]);
});

test("an object that is none of all, any, none is refused", () => {
  expect(() => parseRule({ not: ["orders_count >= 1"] } as unknown as RuleSource)).toThrow(RuleError);
});
