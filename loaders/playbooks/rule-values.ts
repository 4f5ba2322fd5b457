import type { FeatureSet } from "../definitions/feature.js";
import { conditions, type Rule } from "../definitions/rule.js";
import type { Scheme } from "../definitions/scheme.js";

/** The values that a rule lists, by feature: `rfm_code in [155, 154]` → `{rfm_code: [155, 154]}`; empty for all others. */
export function listValues(rule: Rule, features: FeatureSet): Record<string, (string | number)[]> {
  const listed: Record<string, (string | number)[]> = Object.fromEntries([...features.keys()].map((id) => [id, []]));
  for (const { left, right } of conditions(rule))
    if (right?.kind === "list") listed[left.name]?.push(...right.values.map(({ value }) => value));
  return listed;
}

/**
 * The thresholds of a scheme by id: as the firm has them, and for a quantile what it comes to at the as-of date,
 * null where it can't be known.
 */
export function thresholdValues(
  { id: scheme, thresholds }: Scheme,
  found: Readonly<Record<string, number | null>>
): Record<string, number | null> {
  return Object.fromEntries(
    thresholds.map(({ id, quantile, value }) => [id, quantile ? (found[`${scheme}.${id}`] ?? null) : value])
  );
}
