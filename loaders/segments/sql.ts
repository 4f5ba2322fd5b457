import type { FeatureSet } from "../definitions/features.js";
import type { Condition, Operand, Rule } from "../definitions/rule.js";
import { NOT_ENOUGH_DATA, OTHERS, type Scheme, schemeColumn } from "../definitions/scheme.js";
import { type Dialect, literal } from "../engine/dialect.js";

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

function conditionSql(
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

function operandSql(scheme: Scheme, operand: Operand): string {
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

/** Why a row is in its group (`assigned`): the conditions that held, each with the actual value, as text. */
export function reasonSql(
  d: Dialect,
  features: FeatureSet,
  scheme: Scheme,
  lacking: ReadonlyMap<string, string>
): string {
  const whens = scheme.groups.map(
    (group) =>
      `WHEN ${literal(group.id)} THEN ${d.join("; ", ["CAST(NULL AS VARCHAR)", ...reasons(d, features, scheme, group.rule, lacking)])}`
  );
  const missing = [...new Set(scheme.groups.flatMap((g) => lackingColumns(g.rule, lacking)))];
  const lacks =
    missing.length > 0 ? `missing column: ${missing.join(", ")}` : "missing value in a column the rules need";
  return `CASE assigned ${whens.join(" ")} WHEN ${literal(NOT_ENOUGH_DATA)} THEN ${literal(lacks)} ELSE 'no rule holds' END`;
}

function reasons(
  d: Dialect,
  features: FeatureSet,
  scheme: Scheme,
  rule: Rule,
  lacking: ReadonlyMap<string, string>,
  negated = false
): string[] {
  if (rule.kind !== "condition")
    return rule.rules.flatMap((r) => reasons(d, features, scheme, r, lacking, negated !== (rule.kind === "none")));
  if (lacking.has(rule.feature)) return [];
  const holds = conditionSql(scheme, rule, lacking);
  const unit = features.get(rule.feature)?.unit;
  const show = (x: string) => (unit === "text" || unit === "date" ? d.text(x) : d.text(`round(${d.double(x)}, 4)`));
  const actual = rule.operator === "unknown" ? `''` : `' ' || ${show(rule.feature)}`;
  const compared =
    rule.operand.kind === "none" || (rule.operator === "=" && !negated)
      ? `' ${rule.operand.kind === "none" ? `is ${rule.operator}` : ""}'`
      : rule.operand.kind === "list"
        ? literal(negated ? ` in ${rule.operand.values.join(", ")}` : "")
        : `' ${rule.operator} ' || ${rule.operand.kind === "word" ? operandSql(scheme, rule.operand) : show(operandSql(scheme, rule.operand))}`;
  const text = `${literal(rule.feature)} || ${actual} || ${compared}`;
  return [`CASE WHEN ${negated ? `NOT ${holds}` : holds} THEN trim(${negated ? `'not ' || ${text}` : text}) END`];
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
