import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { evaluate, type FormulaValue } from "../../loaders/definitions/evaluate.js";
import { type Formula, parseFormula } from "../../loaders/definitions/formula.js";
import { print } from "../../loaders/definitions/print.js";
import { type SqlContext, toSql } from "../../loaders/definitions/to-sql.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { duckdbDialect } from "../../loaders/engine/duckdb-dialect.js";
import type { Engine } from "../../loaders/engine/engine.js";

const ROW: Record<string, FormulaValue> = { a: 3, b: -2, zero: 0, none: null, source: "zalo", branch: null };
const CONTEXT: SqlContext = {
  dialect: duckdbDialect,
  name: (name) => name,
  place: () => "2",
  call: ({ name, parts }, print) => `${name}_of_${parts.map(print).join("_")}`
};
const values = { name: (name: string) => ROW[name], place: () => 2 };

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
  await engine.run(
    "CREATE TABLE t AS SELECT CAST(3 AS DOUBLE) AS a, CAST(-2 AS DOUBLE) AS b, CAST(0 AS DOUBLE) AS zero, CAST(NULL AS DOUBLE) AS none, 'zalo' AS source, CAST(NULL AS VARCHAR) AS branch, DATE '2025-01-31' AS day, DATE '2025-03-01' AS later"
  );
});
afterAll(() => engine.close());

describe("a formula in SQL", () => {
  it.each([
    ["a >= {bar}", "a >= 2"],
    ["source in [zalo, Đà Nẵng]", "source IN ('zalo', 'Đà Nẵng')"],
    ["source != O'Neill", "source <> 'O''Neill'"],
    ["none is known or none is unknown", "none IS NOT NULL OR none IS NULL"],
    ["not (a > 1 or b > 1) and zero = 0", "NOT (a > 1 OR b > 1) AND zero = 0"],
    ["(a + b) * 2 - (1 - a)", "(a + b) * 2 - (1 - a)"],
    ["(a - b) / a", "CAST(a - b AS DOUBLE) / NULLIF(CAST(a AS DOUBLE), 0)"],
    ["days(day, later)", "date_diff('day', day, later)"],
    ["coalesce(none, a)", "COALESCE(none, a)"],
    ["if(a > 1, 1)", "CASE WHEN a > 1 THEN 1 END"],
    ["if(a > 1, 1, if(b > 1, 2, 3))", "CASE WHEN a > 1 THEN 1 WHEN b > 1 THEN 2 ELSE 3 END"],
    ["max(a, b)", "CASE WHEN a IS NULL OR b > a THEN b ELSE a END"]
  ])("%s", async (text, sql) => {
    expect(toSql(parseFormula(text), CONTEXT)).toBe(sql);
    await engine.run(`EXPLAIN SELECT ${sql} FROM t`);
  });

  test("takes names, places and what it doesn't know itself from where it stands", () => {
    expect(toSql(parseFormula("sum(orders) > {bar}"), CONTEXT)).toBe("sum_of_orders > 2");
    const poor: SqlContext = { dialect: duckdbDialect, name: (name) => name };
    expect(() => toSql(parseFormula("median(a)"), poor)).toThrow("unknown function: median");
    expect(() => toSql(parseFormula("a > {bar}"), poor)).toThrow("unknown place: bar");
    const decided: SqlContext = {
      ...CONTEXT,
      condition: ({ operator }) => (operator === "known" ? "NULL" : undefined)
    };
    expect(toSql(parseFormula("a is known and a > 1"), decided)).toBe("NULL AND a > 1");
  });
});

describe("what is not known stays not known, in SQL and on the spot", () => {
  it.each<[string, FormulaValue]>([
    ["a / b", -1.5],
    ["a / zero", null],
    ["a / none", null],
    ["none + 1", null],
    ["none > 1", null],
    ["none > 1 and a > 5", false],
    ["none > 1 and a > 1", null],
    ["none > 1 or a > 1", true],
    ["not none > 1", null],
    ["none is unknown", true],
    ["branch = zalo", null],
    ["branch in [zalo]", null],
    ["source in [zalo, sms]", true],
    ["source != zalo", false],
    ["if(none > 1, 1, 2)", 2],
    ["if(a < 1, 1)", null],
    ["coalesce(none, b)", -2],
    ["min(none, a, b)", -2],
    ["max(none, none)", null],
    ["max(b, none, a)", 3]
  ])("%s is %s", async (text, expected) => {
    const formula = parseFormula(text);
    expect(evaluate(formula, values)).toBe(expected);
    const [row] = await engine.rows(`SELECT ${toSql(formula, CONTEXT)} AS value FROM t`);
    expect(row?.value).toBe(expected);
  });
});

/** Formulas whose parts go together, over the row above; whole numbers, so that both sides count exactly. */
const { value, condition } = fc.letrec<{ value: Formula; condition: Formula }>((tie) => {
  const [inner, held] = [tie("value"), tie("condition")];
  const number = fc.integer({ min: -9, max: 9 }).map((n): Formula => ({ kind: "number", value: n === 0 ? 0 : n }));
  const name = fc.constantFrom("a", "b", "zero", "none").map((id): Formula => ({ kind: "name", name: id }));
  const arithmetic = fc
    .tuple(fc.constantFrom("+" as const, "-" as const, "*" as const, "/" as const), inner, inner)
    .map(([operator, left, right]): Formula => ({ kind: "arithmetic", operator, left, right }));
  const call = fc
    .tuple(fc.constantFrom("min" as const, "max" as const, "coalesce" as const), fc.tuple(inner, inner))
    .map(([id, parts]): Formula => ({ kind: "call", name: id, parts, named: {} }));
  const choice = fc.tuple(held, inner, inner).map((parts): Formula => ({ kind: "call", name: "if", parts, named: {} }));
  const comparison = fc
    .tuple(fc.constantFrom(">=" as const, "<=" as const, ">" as const, "<" as const), inner, inner)
    .map(([operator, left, right]): Formula => ({ kind: "condition", left, operator, right }));
  const presence = inner.map((left): Formula => ({ kind: "condition", left, operator: "known" }));
  const joined = fc
    .tuple(fc.constantFrom("all" as const, "any" as const), fc.array(held, { minLength: 2, maxLength: 3 }))
    .map(([kind, parts]): Formula => ({ kind, parts }));
  const not = held.map((part): Formula => ({ kind: "not", part }));
  return {
    value: fc.oneof({ maxDepth: 3 }, fc.oneof(number, name), arithmetic, call, choice),
    condition: fc.oneof({ maxDepth: 3 }, comparison, presence, joined, not)
  };
});

test("any formula that makes sense is the same in SQL as on the spot", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(value, condition), { minLength: 10, maxLength: 30 }), async (formulas) => {
      const columns = formulas.map((formula, i) => `${toSql(formula, CONTEXT)} AS c${i}`);
      const [row = {}] = await engine.rows(`SELECT ${columns.join(",\n")} FROM t`);
      for (const [i, formula] of formulas.entries()) {
        const expected = evaluate(formula, values);
        const met = row[`c${i}`];
        if (typeof expected === "number") expect(met, print(formula)).toBeCloseTo(expected, 6);
        else expect(met, print(formula)).toBe(expected);
      }
    }),
    { numRuns: 20 }
  );
});
