import fc from "fast-check";
import type { Formula, List, NumberLiteral, Text } from "../../loaders/definitions/formula.js";
import { FUNCTIONS, type FunctionName } from "../../loaders/definitions/functions.js";

const number: fc.Arbitrary<NumberLiteral> = fc
  .integer({ min: -100000, max: 100000 })
  .map((n) => ({ kind: "number", value: n === 0 ? 0 : n / 1000 }));
const text: fc.Arbitrary<Text> = fc
  .oneof(
    fc.constantFrom("zalo", "Đà Nẵng", "Phố (cũ)", "1", "-1.5", "salt and pepper", "a.b", "x or", "24 Hàng Bài", "sum"),
    fc.string({ minLength: 1 }).filter((value) => !value.includes('"'))
  )
  .map((value) => ({ kind: "text", value }));
const name: fc.Arbitrary<Formula> = fc
  .constantFrom("orders_count", "all.repeat_share", "as_of", "known", "sum", "x1")
  .map((id) => ({ kind: "name", name: id }));
const place: fc.Arbitrary<Formula> = fc.constantFrom("many", "bar_2").map((id) => ({ kind: "place", id }));
const list: fc.Arbitrary<List> = fc
  .array(fc.oneof(number, text), { minLength: 1, maxLength: 3 })
  .map((values) => ({ kind: "list", values }));

const BEST: readonly Text[] = [
  { kind: "text", value: "low" },
  { kind: "text", value: "high" }
];

/** Any tree that the grammar has, whether it makes sense or not. */
export function formulas(): fc.Arbitrary<Formula> {
  return fc.letrec<{ formula: Formula }>((tie) => {
    const inner = tie("formula");
    const joined = fc.record({
      kind: fc.constantFrom("all" as const, "any" as const),
      parts: fc.array(inner, { minLength: 2, maxLength: 3 })
    });
    const arithmetic = fc.record({
      kind: fc.constant("arithmetic" as const),
      operator: fc.constantFrom("+" as const, "-" as const, "*" as const, "/" as const),
      left: inner,
      right: inner
    });
    const kind = fc.constant("condition" as const);
    const comparison = fc.record({
      kind,
      left: inner,
      operator: fc.constantFrom(">=" as const, "<=" as const, ">" as const, "<" as const, "=" as const, "!=" as const),
      right: inner
    });
    const membership = fc.record({ kind, left: inner, operator: fc.constant("in" as const), right: list });
    const presence = fc.record({ kind, left: inner, operator: fc.constantFrom("known" as const, "unknown" as const) });
    const not = fc.record({ kind: fc.constant("not" as const), part: inner });
    const call = fc.constantFrom(...(Object.keys(FUNCTIONS) as FunctionName[])).chain((id): fc.Arbitrary<Formula> => {
      const { least, most, named } = FUNCTIONS[id];
      const labels: readonly string[] = named;
      return fc.record({
        kind: fc.constant("call" as const),
        name: fc.constant(id),
        parts: fc.array(inner, { minLength: least, maxLength: Math.min(most, 3) }),
        named: fc
          .record({ best: fc.constantFrom<Text>(...BEST), months: inner, among: inner })
          .map((all) => Object.fromEntries(Object.entries(all).filter(([label]) => labels.includes(label))))
      });
    });
    return {
      formula: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.oneof(number, text, name, place),
        joined,
        arithmetic,
        comparison,
        membership,
        presence,
        not,
        call
      )
    };
  }).formula as fc.Arbitrary<Formula>;
}
