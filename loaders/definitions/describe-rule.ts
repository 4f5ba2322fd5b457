import { formats } from "../../src/terms/format.js";
import type { Lang } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import type { FeatureSet } from "./features.js";
import type { Condition, Rule } from "./rule.js";
import type { Scheme, Threshold } from "./scheme.js";

const WORDS: Record<
  Lang,
  { all: string; any: string; none: string; known: string; unknown: string; in: string; top: string; not: string }
> = {
  vi: {
    all: " và ",
    any: " hoặc ",
    none: "không: ",
    known: "đã có",
    unknown: "chưa rõ",
    in: "thuộc",
    top: "mức phân vị",
    not: "khác"
  },
  en: {
    all: " and ",
    any: " or ",
    none: "not: ",
    known: "is known",
    unknown: "is not known",
    in: "is one of",
    top: "percentile",
    not: "is not"
  }
};

const SIGNS: Record<string, string> = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=" };

/** The rule of a group in words, with its thresholds filled in; `found` holds the values of quantile thresholds. */
export function describeRule(
  features: FeatureSet,
  scheme: Scheme,
  group: string,
  lang: Lang,
  currency: string,
  found: Record<string, number | null>
): string {
  const rule = scheme.groups.find((g) => g.id === group)?.rule;
  return rule ? describe(features, rule, scheme, lang, currency, found, true) : "";
}

function describe(
  features: FeatureSet,
  rule: Rule,
  scheme: Scheme,
  lang: Lang,
  currency: string,
  found: Record<string, number | null>,
  top: boolean
): string {
  if (rule.kind === "condition") return describeCondition(features, rule, scheme, lang, currency, found);
  const parts = rule.rules.map((r) => describe(features, r, scheme, lang, currency, found, false));
  if (rule.kind === "none") return WORDS[lang].none + parts.join(WORDS[lang].any);
  const text = parts.join(WORDS[lang][rule.kind]);
  return top || parts.length === 1 ? text : `(${text})`;
}

function describeCondition(
  features: FeatureSet,
  { feature, operator, operand }: Condition,
  scheme: Scheme,
  lang: Lang,
  currency: string,
  found: Record<string, number | null>
): string {
  const known = features.get(feature);
  const label = known?.label[lang] ?? feature;
  const words = WORDS[lang];
  const f = formats(lang, currency);
  if (operator === "known" || operator === "unknown") return `${label} ${words[operator]}`;
  if (operand.kind === "list") return `${label} ${words.in} ${operand.values.join(", ")}`;
  if (operand.kind === "word") return `${label} ${operator === "!=" ? words.not : "="} ${operand.value}`;
  const sign = SIGNS[operator] ?? operator;
  const unit: Unit = known?.unit ?? "count";
  if (operand.kind === "number")
    return known?.unit === "flag"
      ? `${label}${operand.value === 1 ? "" : ` = ${operand.value}`}`
      : `${label} ${sign} ${f.unit(operand.value, unit)}`;
  if (operand.kind !== "threshold") return label;
  const threshold = scheme.thresholds.find((t) => t.id === operand.id);
  return `${label} ${sign} ${threshold ? describeThreshold(threshold, scheme, lang, currency, found) : operand.id}`;
}

function describeThreshold(
  threshold: Threshold,
  scheme: Scheme,
  lang: Lang,
  currency: string,
  found: Record<string, number | null>
): string {
  const f = formats(lang, currency);
  if (!threshold.quantile) return f.unit(threshold.value, threshold.unit);
  const value = found[`${scheme.id}.${threshold.id}`] ?? null;
  return `${WORDS[lang].top} ${f.number(threshold.value * 100, 1)}${value === null ? "" : ` (${f.unit(value, threshold.unit)})`}`;
}
