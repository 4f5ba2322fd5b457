import type { PublishedFeature, Unit } from "../../../loaders/publish/published.js";
import type { Formats } from "../format.js";
import { valueLabel } from "../value.js";
import { uploadWords } from "./words.js";

const SIGNS: Record<string, string> = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=", "!=": "≠" };

/**
 * Why somebody is in a group, in words: the conditions that held, each with the actual value and the bar. Comes as
 * `orders_count 23.0 >= 4.0; recency_days 3.0 is known`; what isn't of that form stays as it is.
 */
export function describeReason(reason: string, features: readonly PublishedFeature[], f: Formats): string {
  const w = uploadWords(f.lang);
  if (reason === "no rule holds") return w.reasons.none;
  if (reason.startsWith("missing ")) return w.reasons.missing;
  const parts = reason.split("; ");
  // That a number is known goes without saying where it is also compared.
  const telling = parts.filter((part) => {
    const [, id = ""] = /^([a-z0-9_]+) .* is known$/.exec(part) ?? [];
    return id === "" || !parts.some((other) => other !== part && other.startsWith(`${id} `));
  });
  return telling.map((part) => describeCondition(part, features, f)).join("; ");
}

function describeCondition(part: string, features: readonly PublishedFeature[], f: Formats): string {
  const { reasons } = uploadWords(f.lang);
  const [, not, id = "", rest = ""] = /^(not )?([a-z][a-z0-9_]*)(?: (.*))?$/s.exec(part) ?? [];
  const feature = features.find((d) => d.id === id);
  if (!feature) return part;
  const label = feature.label[f.lang];
  const show = (text: string) => {
    const value = parseValue(text, feature.unit);
    return feature.unit === "text" ? valueLabel(text, f.lang) : f.unit(value, feature.unit);
  };
  if (rest === "is unknown") return `${label}: ${not ? reasons.known : reasons.unknown}`;
  const known = /^(.*) is known$/s.exec(rest);
  if (known) return `${label}: ${not ? reasons.unknown : show(known[1] ?? "")}`;
  const compared = /^(.*?) (>=|<=|!=|>|<|=) (.*)$/s.exec(rest);
  if (!compared) return `${label}: ${show(rest.replace(/ in .*$/s, ""))}`;
  const [, actual = "", sign = "", bar = ""] = compared;
  const needed = `${SIGNS[sign] ?? sign} ${show(bar)}`;
  return `${label}: ${show(actual)} (${not ? reasons.avoid : reasons.need} ${needed})`;
}

function parseValue(text: string, unit: Unit): string | number | boolean {
  if (unit === "text" || unit === "date") return text;
  const value = Number(text);
  if (text === "" || Number.isNaN(value)) return text;
  return unit === "flag" ? value !== 0 : value;
}
