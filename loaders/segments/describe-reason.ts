import type { Formats } from "../../src/terms/format.js";
import type { Lang } from "../../src/terms/lang.js";
import { fill, speak } from "../../src/terms/words.js";
import { REASONS } from "../../src/words/reasons.js";
import type { Table, TableName } from "../definitions/columns.js";
import type { Definitions } from "../definitions/read.js";
import { NOT_ENOUGH_DATA } from "../definitions/scheme.js";
import type { Reason, ReasonCondition } from "./reason.js";
import { valueLabel } from "./value-label.js";

/**
 * Why somebody is in a group, in words: the bars that were cleared, each with the customer's own value. `own` says how
 * that value is written, where it isn't known yet.
 */
export function describeReason(
  { group, conditions, missing }: Reason,
  definitions: Definitions,
  f: Formats,
  own?: (feature: string) => string
): string {
  const words = speak(REASONS, f.lang);
  if (missing.length > 0)
    return fill(words.missingColumns, {
      columns: missing.map((column) => columnLabel(definitions.tables, column, f.lang)).join(", ")
    });
  if (conditions.length === 0) return group === NOT_ENOUGH_DATA ? words.missingValue : words.none;
  const held = conditions.filter((c) => c.holds === true);
  return [...new Set(held.map((c) => c.feature))]
    .map((id) => {
      const about = held.filter((c) => c.feature === id);
      const actual = own?.(id) ?? describeValue(definitions, id, about[0]?.actual ?? null, f);
      return describeFeature(definitions, id, about, actual, f);
    })
    .join("; ");
}

/** All that a reason says of one feature, its value said once. */
function describeFeature(
  definitions: Definitions,
  id: string,
  held: readonly ReasonCondition[],
  actual: string,
  f: Formats
): string {
  const words = speak(REASONS, f.lang);
  const label = multiple(id, f.lang)?.label ?? definitions.features.get(id)?.label[f.lang] ?? id;
  if (held.some((c) => c.operator === "unknown")) return `${label}: ${words.unknown}`;
  // Who has exactly that value needs no bars.
  const telling = held.some((c) => c.operator === "=" || c.operator === "in") ? [] : tightest(held);
  if (telling.length === 0) return `${label}: ${actual}`;
  const bars = telling.map(({ operator, bar }) =>
    fill(words.bars[operator], { bar: describeValue(definitions, id, bar, f) })
  );
  return `${label} ${bars.join(words.and)} ${fill(words.actual, { value: actual })}`;
}

/** A condition that sets a bar to one side, or forbids one value. */
interface Single extends ReasonCondition {
  operator: keyof typeof REASONS.bars;
  bar: number | string;
}

function isSingle({ operator, bar }: ReasonCondition): boolean {
  return operator in REASONS.bars && (typeof bar === "number" || typeof bar === "string");
}

/** Of several bars to the same side only the hardest; none where it only asks that there be something. */
function tightest(held: readonly ReasonCondition[]): Single[] {
  const bars = held.filter((c): c is Single => isSingle(c)).filter((c) => !(c.bar === 0 && c.operator.startsWith(">")));
  const side = ({ operator }: Single) => operator.charAt(0);
  const harder = (a: Single, b: Single) =>
    /^[<>]/.test(a.operator) &&
    side(a) === side(b) &&
    (side(a) === ">" ? Number(b.bar) > Number(a.bar) : Number(b.bar) < Number(a.bar));
  const same = (a: Single, b: Single) => a.operator === b.operator && a.bar === b.bar;
  return bars.filter((c, i) => !bars.some((other) => harder(c, other)) && bars.findIndex((b) => same(b, c)) === i);
}

/** A value of a feature as people read it: with its unit, or under the name of the group that it makes. */
export function describeValue(definitions: Definitions, id: string, value: number | string | null, f: Formats): string {
  const feature = definitions.features.get(id);
  if (value === null || !feature) return String(value ?? f.none);
  const spoken = multiple(id, f.lang);
  if (spoken && typeof value === "number") return fill(spoken.of, { times: f.times(value) });
  if (feature.unit === "text")
    return valueLabel(definitions.schemes, feature.id, String(value))?.[f.lang] ?? String(value);
  return f.unit(feature.unit === "flag" ? value !== 0 : value, feature.unit);
}

function multiple(id: string, lang: Lang) {
  const { multiples } = speak(REASONS, lang);
  return id in multiples ? multiples[id as keyof typeof multiples] : undefined;
}

function columnLabel(tables: Readonly<Record<TableName, Table>>, column: string, lang: Lang): string {
  const [table, id] = column.split(".");
  const known = tables[table as TableName]?.columns.find((c) => c.id === id);
  return known ? `${known.label[lang]} (${column})` : column;
}
