import type { Issue } from "../issues/issue.js";
import type { FeatureSet } from "./features.js";
import { type Condition, conditions, parseRule, type Rule, RuleError } from "./rule.js";
import { NOT_ENOUGH_DATA, OTHERS, type Scheme } from "./scheme.js";
import type { Settings } from "./settings.js";

/** Problems of a set of schemes: unknown features and thresholds, values out of range, rules that can't be reached. */
export function checkSchemes(schemes: readonly Scheme[], features: FeatureSet, settings: Settings): Issue[] {
  const issues = schemes.flatMap((scheme) => checkScheme(scheme, features));
  for (const [id, values] of Object.entries(settings.thresholds ?? {})) {
    const scheme = schemes.find((s) => s.id === id);
    const settingsIssue = (column: string, got: string, expected: string): Issue => ({
      code: "settings",
      file: "segbook.yml",
      column,
      got,
      detail: { expected }
    });
    if (!scheme) {
      issues.push(settingsIssue(`thresholds → ${id}`, id, schemes.map((s) => s.id).join(", ")));
      continue;
    }
    for (const [threshold, value] of Object.entries(values)) {
      const known = scheme.thresholds.find((t) => t.id === threshold);
      const column = `thresholds → ${id} → ${threshold}`;
      if (!known) issues.push(settingsIssue(column, threshold, scheme.thresholds.map((t) => t.id).join(", ")));
      else if (value < known.range[0] || value > known.range[1])
        issues.push(settingsIssue(column, String(value), `${known.range[0]} – ${known.range[1]}`));
    }
  }
  return issues;
}

function checkScheme(scheme: Scheme, known: FeatureSet): Issue[] {
  const issues: Issue[] = [];
  const report = (column: string, got: string, expected: string) =>
    issues.push({ code: "definition", file: scheme.file, row: line(column), column, got, detail: { expected } });
  const line = (id: string) =>
    (scheme.groups.find((g) => g.id === id) ?? scheme.thresholds.find((t) => t.id === id))?.line;
  const features = [...known.keys()].join(", ");
  const ids = new Set<string>();
  for (const group of scheme.groups) {
    if (ids.has(group.id)) report(group.id, group.id, "each group once");
    if (group.id === OTHERS || group.id === NOT_ENOUGH_DATA) report(group.id, group.id, "an id other than the rests");
    ids.add(group.id);
    for (const condition of conditions(group.rule)) {
      const feature = known.get(condition.feature);
      if (!feature) {
        report(group.id, condition.feature, features);
        continue;
      }
      const { operand } = condition;
      if (operand.kind === "threshold" && !scheme.thresholds.some((t) => t.id === operand.id))
        report(group.id, `{${operand.id}}`, scheme.thresholds.map((t) => `{${t.id}}`).join(", "));
      const textual = feature.unit === "text";
      if (feature.unit === "date" && operand.kind !== "none")
        report(group.id, describeCondition(condition), `${feature.id} is known`);
      if ((operand.kind === "word") !== textual && operand.kind !== "none" && operand.kind !== "list")
        report(group.id, describeCondition(condition), textual ? "a word" : "a number");
    }
  }
  for (const threshold of scheme.thresholds) {
    if (threshold.default < threshold.range[0] || threshold.default > threshold.range[1])
      report(threshold.id, String(threshold.default), threshold.range.join(" – "));
    if (threshold.quantile) {
      if (!known.has(threshold.quantile.of)) report(threshold.id, threshold.quantile.of, features);
      try {
        for (const { feature, operand } of conditions(parseRule(threshold.quantile.among))) {
          if (!known.has(feature)) report(threshold.id, feature, features);
          if (operand.kind === "threshold" && !scheme.thresholds.some((t) => t.id === operand.id))
            report(threshold.id, `{${operand.id}}`, scheme.thresholds.map((t) => `{${t.id}}`).join(", "));
        }
      } catch (error) {
        if (!(error instanceof RuleError)) throw error;
        report(threshold.id, error.text, "feature >= number");
      }
    }
  }
  scheme.groups.forEach((group, i) => {
    const before = scheme.groups.slice(0, i).find((earlier) => covers(earlier.rule, group.rule));
    if (before) report(group.id, group.id, `a rule that ${before.id} does not already take whole`);
  });
  return issues;
}

/** True when whatever meets `narrow` surely meets `wide`: the earlier rule's conditions are among the later one's. */
function covers(wide: Rule, narrow: Rule): boolean {
  if (describeRule(wide) === describeRule(narrow)) return true;
  if (wide.kind === "any") return wide.rules.some((rule) => covers(rule, narrow));
  if (wide.kind === "all") return wide.rules.every((rule) => covers(rule, narrow));
  return narrow.kind === "all" && narrow.rules.some((rule) => covers(wide, rule));
}

function describeRule(rule: Rule): string {
  return rule.kind === "condition"
    ? describeCondition(rule)
    : `${rule.kind}(${rule.rules.map(describeRule).sort().join(",")})`;
}

function describeCondition({ feature, operator, operand }: Condition): string {
  const value = {
    number: () => (operand as { value: number }).value,
    word: () => (operand as { value: string }).value,
    threshold: () => `{${(operand as { id: string }).id}}`,
    list: () => `[${(operand as { values: unknown[] }).values.join(", ")}]`,
    none: () => ""
  };
  return `${feature} ${operator} ${value[operand.kind]()}`.trim();
}
