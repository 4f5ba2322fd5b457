import type { FeatureSet } from "../definitions/features.js";
import type { Rule } from "../definitions/rule.js";
import { NOT_ENOUGH_DATA, type Scheme } from "../definitions/scheme.js";
import { type Dialect, literal } from "../engine/dialect.js";
import { conditionSql, lackingColumns, operandSql } from "./sql.js";

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
