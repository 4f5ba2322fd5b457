import type { Operator } from "../definitions/formula.js";
import type { Rule, RuleCondition } from "../definitions/rule.js";
import type { Scheme } from "../definitions/scheme.js";

/** What a condition compares with; null where it only asks whether a value is there. */
export type Bar = number | string | readonly (number | string)[] | null;

/** A condition of a rule, as it bears on one customer. One under a `none` is turned into its contrary. */
export interface ReasonCondition {
  feature: string;
  operator: Operator | "not in";
  bar: Bar;
  /** The customer's own value: a number (shares 0–1, money in the currency's unit), a day as `YYYY-MM-DD`, a text. */
  actual: number | string | null;
  /** Null where the value is missing. */
  holds: boolean | null;
}

/**
 * Why a customer is in a group. All conditions of the group's rule are told, in the order of reading, with those that
 * don't hold: an `any` needs only one. The rests have none.
 */
export interface Reason {
  group: string;
  conditions: readonly ReasonCondition[];
  /** For `not-enough-data`: columns that the rules need and no file carries. Without any, a value is missing. */
  missing: readonly string[];
}

/** A condition as it stands in a rule, and whether its contrary is meant. */
export interface Stated {
  condition: RuleCondition;
  negated: boolean;
}

/** Every condition of a rule, in reading order. */
export function statedConditions(rule: Rule, negated = false): Stated[] {
  if (rule.kind === "condition") return [{ condition: rule, negated }];
  if (rule.kind === "not") return statedConditions(rule.part, !negated);
  return rule.parts.flatMap((part) => statedConditions(part, negated));
}

const CONTRARY: Record<Operator, ReasonCondition["operator"]> = {
  ">=": "<",
  "<=": ">",
  ">": "<=",
  "<": ">=",
  "=": "!=",
  "!=": "=",
  in: "not in",
  known: "unknown",
  unknown: "known"
};

/** What a condition asks. `found` holds the firm's own quantiles, as `scheme.threshold`. */
export function askedOf(
  scheme: Scheme,
  { condition: { left, operator, right }, negated }: Stated,
  found: Readonly<Record<string, number | null>>
): Pick<ReasonCondition, "feature" | "operator" | "bar"> {
  return { feature: left.name, operator: negated ? CONTRARY[operator] : operator, bar: barOf() };

  function barOf(): Bar {
    if (!right) return null;
    if (right.kind === "list") return right.values.map(({ value }) => value);
    if (right.kind !== "place") return right.value;
    const threshold = scheme.thresholds.find((t) => t.id === right.id);
    if (!threshold) throw new Error(`unknown threshold: ${right.id}`);
    const value = threshold.quantile ? (found[`${scheme.id}.${threshold.id}`] ?? null) : threshold.value;
    return value === null ? null : Math.round(value * 10_000) / 10_000;
  }
}
