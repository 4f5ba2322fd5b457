import type { Bilingual } from "../../src/terms/lang.js";
import { findColumn } from "../definitions/columns.js";
import { describeRule } from "../definitions/describe-rule.js";
import { describeFormula, publishedNumbers } from "../definitions/numbers.js";
import { RESTS } from "../definitions/scheme.js";
import { lackingColumns } from "../segments/sql.js";
import { valueLabel, wordLabel } from "../segments/value-label.js";
import type { Study } from "../study.js";
import type { PublishedDefinitions } from "./published.js";

/** `data/definitions.json`: every scheme, group, threshold, feature, number and state in words. */
export function definitionsJson({
  definitions,
  schemes,
  features,
  segments,
  funnel,
  firm
}: Study): PublishedDefinitions {
  return {
    schemes: schemes.map((scheme) => ({
      id: scheme.id,
      family: scheme.family,
      familyLabel: scheme.familyLabel,
      label: scheme.label,
      question: scheme.question,
      groups: [
        ...scheme.groups.map((group) => ({
          id: group.id,
          label: group.label,
          description: group.description,
          rule: {
            vi: describeRule(definitions.features, scheme, group.id, "vi", firm.currency, segments.found),
            en: describeRule(definitions.features, scheme, group.id, "en", firm.currency, segments.found)
          },
          rest: false
        })),
        ...RESTS.map((rest) => ({ ...rest, rule: rest.description, rest: true }))
      ],
      thresholds: scheme.thresholds.map((t) => ({
        id: t.id,
        label: t.label,
        unit: t.quantile ? "share" : t.unit,
        value: t.value,
        default: t.default,
        range: [t.range[0], t.range[1]],
        reason: t.reason,
        found: segments.found[`${scheme.id}.${t.id}`] ?? null
      })),
      lacking: scheme.groups.flatMap((group) =>
        [...new Set(lackingColumns(group.rule, features.lacking))].map((column) => ({
          group: group.id,
          column,
          columnLabel: findColumn(definitions.tables, column).label
        }))
      )
    })),
    features: [...definitions.features.values()].map((f) => ({
      id: f.id,
      label: f.label,
      unit: f.unit,
      meaning: f.meaning,
      whenNull: f.whenNull,
      needs: [...f.needs],
      available: !features.lacking.has(f.id)
    })),
    numbers: publishedNumbers(definitions.numbers).map((number) => ({
      id: number.id,
      label: number.label,
      unit: number.unit,
      meaning: number.meaning,
      comparable: number.comparable,
      formula: describeFormula(number, definitions.numbers),
      counts: number.counts ?? null,
      of: number.of ?? null,
      madeOf: number.madeOf
    })),
    states: definitions.states.map(({ id, label, means, work }) => ({ id, label, means, work })),
    dimensions: funnel.dimensions.map((dimension) => ({
      ...dimension,
      values: namedValues(dimension.id, funnel, schemes)
    }))
  };
}

function namedValues(
  dimension: string,
  { rows }: Study["funnel"],
  schemes: Study["schemes"]
): Record<string, Bilingual> {
  const values = new Set(rows.filter((row) => row.dimension === dimension).map((row) => row.value));
  const named = [...values].flatMap((value) => {
    const label = valueLabel(schemes, dimension, value) ?? wordLabel(schemes, value);
    return label ? [[value, label] as const] : [];
  });
  return Object.fromEntries(named);
}
