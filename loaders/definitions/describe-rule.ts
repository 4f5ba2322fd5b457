import { formats } from "../../src/terms/format.js";
import type { Lang } from "../../src/terms/lang.js";
import { fill, speak } from "../../src/terms/words.js";
import { FORMULA } from "../../src/words/formula.js";
import type { FeatureSet } from "./feature.js";
import type { Scheme, Threshold } from "./scheme.js";
import { toWords } from "./to-words.js";

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
  if (!rule) return "";
  const describe = (threshold: Threshold) =>
    describeThreshold(threshold, lang, currency, found[`${scheme.id}.${threshold.id}`] ?? null);
  return toWords(rule, {
    lang,
    currency,
    name: (id) => features.get(id),
    place: (id) => scheme.thresholds.filter((t) => t.id === id).map(describe)[0]
  });
}

function describeThreshold(
  { quantile, value, unit }: Threshold,
  lang: Lang,
  currency: string,
  found: number | null
): string {
  const f = formats(lang, currency);
  if (!quantile) return f.unit(value, unit);
  const bar = found === null ? "" : ` (${f.unit(found, unit)})`;
  return fill(speak(FORMULA, lang).percentile, { share: f.number(value * 100, 1) }) + bar;
}
