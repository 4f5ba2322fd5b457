import type { Rule, RuleCondition } from "../definitions/rule.js";
import { NOT_ENOUGH_DATA, OTHERS, type Scheme, schemeColumn } from "../definitions/scheme.js";
import { type SqlContext, toSql } from "../definitions/to-sql.js";
import { type Dialect, literal } from "../engine/dialect.js";
import { any, sql } from "../engine/sql.js";

/** Name of a quantile threshold's value in the breaks table. */
export function breakColumn(scheme: string, threshold: string): string {
  return `${schemeColumn(scheme)}__${threshold}`;
}

/**
 * What a scheme's rules are made of in SQL: features, thresholds by their value or the column of breaks, and null for
 * a condition on a feature that no column gives. Null is what later tells "not enough data" from "others".
 */
export function ruleContext(d: Dialect, scheme: Scheme, lacking: ReadonlyMap<string, string>): SqlContext {
  return {
    dialect: d,
    name: (feature) => feature,
    place: (id) => {
      const threshold = scheme.thresholds.find((t) => t.id === id);
      if (!threshold) throw new Error(`unknown threshold: ${id}`);
      return threshold.quantile ? breakColumn(scheme.id, id) : String(threshold.value);
    },
    condition: ({ left, operator }) =>
      left.kind === "name" && operator !== "unknown" && lacking.has(left.name) ? "CAST(NULL AS BOOLEAN)" : undefined
  };
}

/** A rule of a scheme as an SQL condition: true, false, or null where data are missing. */
export function ruleSql(d: Dialect, scheme: Scheme, rule: Rule, lacking: ReadonlyMap<string, string>): string {
  return toSql(rule, ruleContext(d, scheme, lacking));
}

/** The group of each row: first rule that holds; else not enough data where a rule is undecided; else others. */
export function groupSql(d: Dialect, scheme: Scheme, lacking: ReadonlyMap<string, string>): string {
  const context = ruleContext(d, scheme, lacking);
  const rules = scheme.groups.map((group) => ({ id: group.id, rule: toSql(group.rule, context) }));
  return sql`
    CASE
      ${rules.map(({ id, rule }) => `WHEN ${rule} THEN ${literal(id)}`).join("\n")}
      WHEN ${any(rules.map(({ rule }) => `(${rule}) IS NULL`))} THEN ${literal(NOT_ENOUGH_DATA)}
      ELSE ${literal(OTHERS)}
    END
  `;
}

/** Columns that a rule can't do without and no file carries; an `any` that also takes the unknown does without. */
export function lackingColumns(rule: Rule, lacking: ReadonlyMap<string, string>): string[] {
  if (rule.kind === "condition") {
    const column = rule.operator === "unknown" ? undefined : lacking.get(rule.left.name);
    return column ? [column] : [];
  }
  if (rule.kind === "not") return lackingColumns(rule.part, lacking);
  if (rule.kind === "any" && rule.parts.some((part) => asksForUnknown(part, lacking))) return [];
  return rule.parts.flatMap((part) => lackingColumns(part, lacking));
}

function asksForUnknown(rule: Rule, lacking: ReadonlyMap<string, string>): boolean {
  return rule.kind === "condition" && (rule as RuleCondition).operator === "unknown" && lacking.has(rule.left.name);
}
