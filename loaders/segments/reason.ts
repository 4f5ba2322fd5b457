import type { Condition, Operator, Rule } from "../definitions/rule.js";
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
  condition: Condition;
  negated: boolean;
}

/** Every condition of a rule, in reading order. */
export function statedConditions(rule: Rule, negated = false): Stated[] {
  if (rule.kind === "condition") return [{ condition: rule, negated }];
  return rule.rules.flatMap((part) => statedConditions(part, negated !== (rule.kind === "none")));
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
  { condition: { feature, operator, operand }, negated }: Stated,
  found: Readonly<Record<string, number | null>>
): Pick<ReasonCondition, "feature" | "operator" | "bar"> {
  return { feature, operator: negated ? CONTRARY[operator] : operator, bar: barOf() };

  function barOf(): Bar {
    if (operand.kind === "number" || operand.kind === "word") return operand.value;
    if (operand.kind === "list") return operand.values;
    if (operand.kind === "none") return null;
    const threshold = scheme.thresholds.find((t) => t.id === operand.id);
    if (!threshold) throw new Error(`unknown threshold: ${operand.id}`);
    const value = threshold.quantile ? (found[`${scheme.id}.${threshold.id}`] ?? null) : threshold.value;
    return value === null ? null : Math.round(value * 10_000) / 10_000;
  }
}
