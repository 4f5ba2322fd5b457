import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { FORMULA_EXPECTED } from "../../src/words/formula.js";
import type { Issue } from "../issues/issue.js";
import { oneOf } from "../issues/one-of.js";
import { checkFormula, typeOfUnit, type Vocabulary } from "./check-formula.js";
import type { FeatureSet } from "./feature.js";
import { print } from "./print.js";
import type { Rule } from "./rule.js";
import { type Group, NOT_ENOUGH_DATA, OTHERS, type Scheme, type Threshold } from "./scheme.js";
import type { Settings } from "./settings.js";

/** Problems of a set of schemes: unknown features and thresholds, values out of range, rules that can't be reached. */
export function checkSchemes(schemes: readonly Scheme[], features: FeatureSet, settings: Settings): Issue[] {
  const issues = schemes.flatMap((scheme) => checkScheme(scheme, features));
  for (const [id, values] of Object.entries(settings.thresholds ?? {})) {
    const scheme = schemes.find((s) => s.id === id);
    const settingsIssue = (column: string, got: string, expected: string | Bilingual): Issue => ({
      code: "settings",
      file: "segbook.yml",
      column,
      got,
      detail: { expected }
    });
    if (!scheme) {
      issues.push(
        settingsIssue(
          `thresholds → ${id}`,
          id,
          oneOf(
            schemes.map((s) => s.id),
            id
          )
        )
      );
      continue;
    }
    for (const [threshold, value] of Object.entries(values)) {
      const known = scheme.thresholds.find((t) => t.id === threshold);
      const column = `thresholds → ${id} → ${threshold}`;
      if (!known)
        issues.push(
          settingsIssue(
            column,
            threshold,
            oneOf(
              scheme.thresholds.map((t) => t.id),
              threshold
            )
          )
        );
      else if (value < known.range[0] || value > known.range[1])
        issues.push(settingsIssue(column, String(value), `${known.range[0]} – ${known.range[1]}`));
    }
  }
  return issues;
}

function checkScheme(scheme: Scheme, features: FeatureSet): Issue[] {
  const issues: Issue[] = [];
  const report = ({ id, line }: { id: string; line?: number | undefined }, got: string, expected: string | Bilingual) =>
    issues.push({ code: "definition", file: scheme.file, row: line, column: id, got, detail: { expected } });
  const vocabulary: Vocabulary = {
    names: new Map([...features.values()].map((f) => [f.id, typeOfUnit(f.unit)])),
    places: new Set(scheme.thresholds.map((t) => t.id)),
    functions: []
  };
  const checkRule = (where: Group | Threshold, rule: Rule) => {
    for (const { got, expected } of checkFormula(rule, vocabulary, "condition")) report(where, got, expected);
  };
  const ids = new Set<string>();
  for (const group of scheme.groups) {
    if (ids.has(group.id)) report(group, group.id, bilingual(FORMULA_EXPECTED.onceEach));
    if (group.id === OTHERS || group.id === NOT_ENOUGH_DATA)
      report(group, group.id, bilingual(FORMULA_EXPECTED.noRest));
    ids.add(group.id);
    checkRule(group, group.rule);
  }
  for (const threshold of scheme.thresholds) {
    const { range, quantile } = threshold;
    if (threshold.default < range[0] || threshold.default > range[1])
      report(threshold, String(threshold.default), range.join(" – "));
    if (!quantile) continue;
    if (!features.has(quantile.of)) report(threshold, quantile.of, oneOf(features.keys(), quantile.of));
    checkRule(threshold, quantile.among);
  }
  scheme.groups.forEach((group, i) => {
    const before = scheme.groups.slice(0, i).find((earlier) => covers(earlier.rule, group.rule));
    if (before) report(group, group.id, bilingual(FORMULA_EXPECTED.reachable, { group: before.id }));
  });
  return issues;
}

/** True when whatever meets `narrow` surely meets `wide`: the earlier rule's conditions are among the later one's. */
function covers(wide: Rule, narrow: Rule): boolean {
  if (orderless(wide) === orderless(narrow)) return true;
  if (wide.kind === "any") return wide.parts.some((rule) => covers(rule, narrow));
  if (wide.kind === "all") return wide.parts.every((rule) => covers(rule, narrow));
  return narrow.kind === "all" && narrow.parts.some((rule) => covers(wide, rule));
}

/** A rule as text in which the order of its conditions plays no part. */
function orderless(rule: Rule): string {
  if (rule.kind === "condition") return print(rule);
  if (rule.kind === "not") return `not(${orderless(rule.part)})`;
  return `${rule.kind}(${rule.parts.map(orderless).sort().join(",")})`;
}
