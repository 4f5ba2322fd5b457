import type { Condition, Operand, Rule } from "../definitions/rule.js";
import { NOT_ENOUGH_DATA, OTHERS, type Scheme, schemeColumn } from "../definitions/scheme.js";
import { literal } from "../engine/dialect.js";

/** Name of a quantile threshold's value in the breaks table. */
export function breakColumn(scheme: string, threshold: string): string {
  return `${schemeColumn(scheme)}__${threshold}`;
}

/**
 * A rule as an SQL condition: true, false, or null where data are missing. Null is what later tells
 * "not enough data" from "others".
 */
export function ruleSql(scheme: Scheme, rule: Rule, lacking: ReadonlyMap<string, string>): string {
  if (rule.kind === "condition") return conditionSql(scheme, rule, lacking);
  const parts = rule.rules.map((r) => ruleSql(scheme, r, lacking));
  if (rule.kind === "none") return `NOT (${parts.join(" OR ")})`;
  return `(${parts.join(rule.kind === "all" ? " AND " : " OR ")})`;
}

/** One condition in SQL: true, false, or null where the value or its column is missing. */
export function conditionSql(
  scheme: Scheme,
  { feature, operator, operand }: Condition,
  lacking: ReadonlyMap<string, string>
): string {
  if (operator === "unknown") return `(${feature} IS NULL)`;
  if (lacking.has(feature)) return "CAST(NULL AS BOOLEAN)";
  if (operator === "known") return `(${feature} IS NOT NULL)`;
  const value = operandSql(scheme, operand);
  if (operator === "in") return `(${feature} IN ${value})`;
  return `(${feature} ${operator === "!=" ? "<>" : operator} ${value})`;
}

/** What a condition compares with, in SQL. */
export function operandSql(scheme: Scheme, operand: Operand): string {
  switch (operand.kind) {
    case "number":
      return String(operand.value);
    case "word":
      return literal(operand.value);
    case "list":
      return `(${operand.values.map((v) => (typeof v === "number" ? String(v) : literal(v))).join(", ")})`;
    case "threshold": {
      const threshold = scheme.thresholds.find((t) => t.id === operand.id);
      if (!threshold) throw new Error(`unknown threshold: ${operand.id}`);
      return threshold.quantile ? breakColumn(scheme.id, threshold.id) : String(threshold.value);
    }
    default:
      return "NULL";
  }
}

/** The group of each row: first rule that holds; else not enough data where a rule is undecided; else others. */
export function groupSql(scheme: Scheme, lacking: ReadonlyMap<string, string>): string {
  const rules = scheme.groups.map((group) => ({ id: group.id, sql: ruleSql(scheme, group.rule, lacking) }));
  const whens = rules.map(({ id, sql }) => `WHEN ${sql} THEN ${literal(id)}`);
  const undecided = rules.map(({ sql }) => `(${sql}) IS NULL`).join(" OR ");
  return `CASE ${whens.join(" ")} WHEN ${undecided} THEN ${literal(NOT_ENOUGH_DATA)} ELSE ${literal(OTHERS)} END`;
}

/** Columns that a rule can't do without and no file carries; an `any` that also takes the unknown does without. */
export function lackingColumns(rule: Rule, lacking: ReadonlyMap<string, string>): string[] {
  if (rule.kind === "condition") {
    const column = rule.operator === "unknown" ? undefined : lacking.get(rule.feature);
    return column ? [column] : [];
  }
  const asked = (r: Rule) => r.kind === "condition" && r.operator === "unknown" && lacking.has(r.feature);
  if (rule.kind === "any" && rule.rules.some(asked)) return [];
  return rule.rules.flatMap((r) => lackingColumns(r, lacking));
}
