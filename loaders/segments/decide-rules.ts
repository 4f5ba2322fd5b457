import type { Definitions } from "../definitions/read.js";
import type { Rule } from "../definitions/rule.js";
import { lackingColumns } from "./sql.js";

/**
 * The definitions with rules as these data can decide them: an `any` that asks whether something is known takes
 * whatever evidence there is, so the parts that no column gives are left out of it; where none is given, the usual parts stay.
 */
export function decideRules(definitions: Definitions, lacking: ReadonlyMap<string, string>): Definitions {
  const schemes = definitions.schemes.map((scheme) => ({
    ...scheme,
    groups: scheme.groups.map((group) => ({ ...group, rule: decide(group.rule, lacking) }))
  }));
  return { ...definitions, schemes };
}

function decide(rule: Rule, lacking: ReadonlyMap<string, string>): Rule {
  if (rule.kind === "condition") return rule;
  if (rule.kind === "not") return { ...rule, part: decide(rule.part, lacking) };
  const whole = rule.parts.map((part) => decide(part, lacking));
  if (rule.kind === "all" || !rule.parts.some(asksForKnown)) return { ...rule, parts: whole };
  const told = whole.filter((part) => lackingColumns(part, lacking).length === 0);
  const parts = told.length > 0 ? told : usual(whole);
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: "any", parts };
}

/** What a rule asked before it took other evidence: its first part, or all but the evidence where that comes last. */
function usual([first, ...others]: readonly Rule[]): Rule[] {
  if (!first) return [];
  return asksForKnown(first) ? [first] : [first, ...others.filter((part) => !asksForKnown(part))];
}

function asksForKnown(rule: Rule): boolean {
  if (rule.kind === "condition") return rule.operator === "known";
  return rule.kind === "all" && rule.parts.some(asksForKnown);
}
