import { conditions, type Rule } from "../definitions/rule.js";
import type { Threshold } from "../definitions/scheme.js";

/**
 * The thresholds of a rule, eased by a share in the direction that lets more people in. Conditions with plain
 * numbers stay as they are: they say what a group is, thresholds how much of it.
 */
export function ease(thresholds: readonly Threshold[], rule: Rule, share: number): Threshold[] {
  const eased = new Map<string, number>();
  for (const { operator, right } of conditions(rule)) {
    if (right?.kind !== "place") continue;
    if (operator === ">=" || operator === ">") eased.set(right.id, 1 - share);
    if (operator === "<=" || operator === "<") eased.set(right.id, 1 + share);
  }
  return thresholds.map((t) => ({ ...t, value: t.quantile ? t.value : t.value * (eased.get(t.id) ?? 1) }));
}
