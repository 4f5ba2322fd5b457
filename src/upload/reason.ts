import type { PublishedFeature } from "../../loaders/publish/published.js";
import { valueLabel } from "../charts/value.js";
import type { Formats } from "../terms/format.js";
import type { Unit } from "../terms/unit.js";
import { uploadWords } from "../words/upload.js";

/** One condition of a reason as it was written: `not orders_count 2.0 > 5.0`, `recency_days 3.0 is known`, `source email`. */
interface Held {
  id: string;
  not: boolean;
  /** The customer's own value; empty where it is not known. */
  actual: string;
  /** `is` where the value itself is the condition. */
  sign: string;
  /** Empty where there is nothing to compare with. */
  bar: string;
}

const OPPOSITE: Record<string, string> = { ">=": "<", "<=": ">", ">": "<=", "<": ">=", "=": "!=", "!=": "=" };

/**
 * Why somebody is in a group, in words: the bars that were cleared, each with the customer's own value. Comes as
 * `orders_count 23.0 >= 4.0; recency_days 3.0 is known`; what isn't of that form stays as it is.
 */
export function describeReason(reason: string, features: readonly PublishedFeature[], f: Formats): string {
  const w = uploadWords(f.lang);
  if (reason === "no rule holds") return w.reasons.none;
  if (reason.startsWith("missing ")) return w.reasons.missing;
  const parts = reason.split("; ").map((text) => ({ text, held: parseCondition(text) }));
  const known = (id: string) => features.find((d) => d.id === id);
  const ids = [...new Set(parts.map(({ text, held }) => (held && known(held.id) ? held.id : text)))];
  return ids
    .map((id) => {
      const feature = known(id);
      const all = parts.flatMap(({ held }) => (held?.id === id ? held : []));
      return feature ? describeFeature(feature, all, f) : id;
    })
    .join("; ");
}

/** All that a reason says of one feature, its value said once. */
function describeFeature(feature: PublishedFeature, all: readonly Held[], f: Formats): string {
  const { reasons } = uploadWords(f.lang);
  const own = feature.id === "overdue_ratio" ? reasons.overdue : undefined;
  const label = own?.label ?? feature.label[f.lang];
  const show = (text: string) => describeValue(feature, text, f) + (own?.of ?? "");
  const first = all[0];
  if (!first) return label;
  if (first.sign === "is unknown") return `${label}: ${first.not ? reasons.known : reasons.unknown}`;
  // Who has exactly that value needs no bars.
  const telling = all.some((d) => d.sign === "is") ? [] : tightest(all);
  if (telling.length === 0) return `${label}: ${show(first.actual)}`;
  const counted = feature.unit === "count" ? reasons.counted.exec(label)?.[1] : undefined;
  const texts = telling.map((d, i) => {
    const words = reasons.bars[d.sign] ?? ((bar: string) => `${d.sign} ${bar}`);
    return words(i === 0 && counted !== undefined ? `${show(d.bar)} ${counted}` : show(d.bar));
  });
  return `${counted === undefined ? `${label} ` : ""}${texts.join(reasons.and)} (${reasons.this} ${show(first.actual)})`;
}

/** Of several bars to the same side only the hardest; none where it only asks that there be something. */
function tightest(all: readonly Held[]): Held[] {
  const bars = all
    .filter((d) => d.bar !== "")
    .map((d) => (d.not ? { ...d, sign: OPPOSITE[d.sign] ?? d.sign } : d))
    .filter((d) => !(Number(d.bar) === 0 && d.sign.startsWith(">")));
  const harder = (a: Held, b: Held) =>
    a.sign[0] === b.sign[0] && (a.sign.startsWith(">") ? Number(b.bar) > Number(a.bar) : Number(b.bar) < Number(a.bar));
  return bars.filter(
    (d, i) =>
      !bars.some((other) => /^[<>]/.test(d.sign) && harder(d, other)) &&
      bars.findIndex((other) => other.sign === d.sign && other.bar === d.bar) === i
  );
}

function parseCondition(text: string): Held | undefined {
  const [, no, id, rest = ""] = /^(not )?([a-z][a-z0-9_]*)(?: (.*))?$/s.exec(text) ?? [];
  if (id === undefined) return undefined;
  const not = no !== undefined;
  if (rest === "is unknown") return { id, not, actual: "", sign: rest, bar: "" };
  const known = /^(.*) is known$/s.exec(rest);
  if (known) return { id, not, actual: known[1] ?? "", sign: "is known", bar: "" };
  const compared = /^(.*?) (>=|<=|!=|>|<|=) (.*)$/s.exec(rest);
  if (compared) return { id, not, actual: compared[1] ?? "", sign: compared[2] ?? "", bar: compared[3] ?? "" };
  return { id, not, actual: rest.replace(/ in .*$/s, ""), sign: "is", bar: "" };
}

/** A customer's value of a feature as people read it. */
export function describeValue(feature: Pick<PublishedFeature, "id" | "unit">, text: string, f: Formats): string {
  if (feature.unit === "text") return valueLabel(text, f.lang);
  if (feature.id === "overdue_ratio") return f.times(Number(text));
  return f.unit(parseValue(text, feature.unit), feature.unit);
}

function parseValue(text: string, unit: Unit): string | number | boolean {
  if (unit === "date") return text;
  const value = Number(text);
  if (text === "" || Number.isNaN(value)) return text;
  return unit === "flag" ? value !== 0 : value;
}
