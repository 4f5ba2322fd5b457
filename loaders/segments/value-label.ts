import type { Bilingual } from "../../src/terms/lang.js";
import { conditions, type RuleCondition } from "../definitions/rule.js";
import type { Scheme } from "../definitions/scheme.js";

/** The name of a value of a feature: of the group that it makes, in the first scheme in which it makes one and no more. */
export function valueLabel(schemes: readonly Scheme[], feature: string, value: string): Bilingual | undefined {
  return labelWhere(schemes, ({ left }) => left.name === feature, value);
}

/** The same, for a value that only another feature makes a group of: an order's channel goes by the name of the source. */
export function wordLabel(schemes: readonly Scheme[], value: string): Bilingual | undefined {
  return labelWhere(schemes, () => true, value);
}

function labelWhere(
  schemes: readonly Scheme[],
  asks: (condition: RuleCondition) => boolean,
  value: string
): Bilingual | undefined {
  for (const { groups } of schemes) {
    const made = groups.filter(({ rule }) =>
      conditions(rule).some((c) => asks(c) && c.operator === "=" && c.right?.kind === "text" && c.right.value === value)
    );
    if (made.length === 1) return made[0]?.label;
  }
  return undefined;
}
