import type { FeatureSet } from "../definitions/feature.js";
import type { Definitions } from "../definitions/read.js";
import { NOT_ENOUGH_DATA, type Scheme, schemeColumn } from "../definitions/scheme.js";
import { type Dialect, literal } from "../engine/dialect.js";
import type { Engine, Row, Value } from "../engine/engine.js";
import { all, sql } from "../engine/sql.js";
import type { Features } from "../features/compute.js";
import type { Segments } from "./compute.js";
import { askedOf, type Reason, type Stated, statedConditions } from "./reason.js";
import { lackingColumns, ruleSql } from "./sql.js";

/** What reasons are told by, besides the tables. */
export interface ReasonInputs {
  definitions: Definitions;
  features: Pick<Features, "lacking">;
  segments: Pick<Segments, "found">;
}

/** Columns of `reasonsQuery`. */
export const verdictColumn = (scheme: Scheme) => `verdict_of_${schemeColumn(scheme.id)}`;
export const actualColumn = (feature: string) => `actual_${feature}`;

/** One letter a condition of the rule that took somebody: it holds, it doesn't, a value is missing. */
const VERDICTS: Readonly<Record<string, boolean | null>> = { t: true, f: false, n: null };

/**
 * Query with one row per customer: `customer_id`, per scheme the group and the verdicts on the conditions of its rule
 * (`tft`), per feature that the schemes' rules read its value as text, numbers to four digits.
 */
export function reasonsQuery(
  d: Dialect,
  schemes: readonly Scheme[],
  { definitions, features: { lacking } }: ReasonInputs,
  where: string[] = []
): string {
  const groups = schemes.flatMap((scheme) => [
    `m.${schemeColumn(scheme.id)}`,
    `${verdictsSql(d, scheme, lacking)} AS ${verdictColumn(scheme)}`
  ]);
  const actuals = readFeatures(schemes).map((id) => `${actualSql(d, definitions.features, id)} AS ${actualColumn(id)}`);
  return sql`
    SELECT
      p.customer_id,
      ${groups},
      ${actuals}
    FROM people AS p
    INNER JOIN membership AS m ON p.person = m.person
    INNER JOIN features AS f ON p.person = f.person
    LEFT JOIN membership_breaks AS b ON f.snapshot = b.as_of
    WHERE ${all(where)}
  `;
}

/** Features that the rules of some schemes read, each once. */
export function readFeatures(schemes: readonly Scheme[]): string[] {
  const conditions = schemes.flatMap(({ groups }) => groups.flatMap(({ rule }) => statedConditions(rule)));
  return [...new Set(conditions.map(({ condition }) => condition.left.name))];
}

/** A feature's value as text, or null; numbers to four digits. */
export function actualSql(d: Dialect, features: FeatureSet, id: string): string {
  return d.text(isText(features, id) ? id : `round(${d.double(id)}, 4)`);
}

/** The value that stands in such a text. */
export function parseActual(features: FeatureSet, id: string, text: Value): number | string | null {
  if (text === null || text === undefined) return null;
  return isText(features, id) ? String(text) : Number(text);
}

function isText(features: FeatureSet, id: string): boolean {
  const unit = features.get(id)?.unit;
  return unit === "text" || unit === "date";
}

function verdictsSql(d: Dialect, scheme: Scheme, lacking: ReadonlyMap<string, string>): string {
  const whens = scheme.groups.map(({ id, rule }) => {
    const letters = statedConditions(rule).map((stated) => verdictSql(d, scheme, stated, lacking));
    return `WHEN ${literal(id)} THEN ${letters.join("\n  || ")}`;
  });
  return sql`
    CASE m.${schemeColumn(scheme.id)}
      ${whens.join("\n")}
      ELSE ''
    END
  `;
}

function verdictSql(
  d: Dialect,
  scheme: Scheme,
  { condition, negated }: Stated,
  lacking: ReadonlyMap<string, string>
): string {
  const holds = `(${ruleSql(d, scheme, condition, lacking)})`;
  return `CASE WHEN ${holds} THEN '${negated ? "f" : "t"}' WHEN NOT ${holds} THEN '${negated ? "t" : "f"}' ELSE 'n' END`;
}

/** Why customers are where they are: `customer id → scheme id → reason`. `where` are conditions on `people AS p`. */
export async function readReasons(
  engine: Engine,
  inputs: ReasonInputs,
  where: string[] = []
): Promise<Map<string, Map<string, Reason>>> {
  const { schemes } = inputs.definitions;
  const rows = await engine.rows(reasonsQuery(engine.dialect, schemes, inputs, where));
  return new Map(
    rows.map((row) => [
      String(row.customer_id),
      new Map(schemes.map((scheme) => [scheme.id, reasonOf(scheme, inputs, row)]))
    ])
  );
}

function reasonOf(scheme: Scheme, inputs: ReasonInputs, row: Row): Reason {
  const group = String(row[schemeColumn(scheme.id)]);
  const { conditions, missing } = reasonOfVerdicts(scheme, inputs, group, String(row[verdictColumn(scheme)]));
  const own = (id: string) => parseActual(inputs.definitions.features, id, row[actualColumn(id)] ?? null);
  return { group, conditions: conditions.map((c) => ({ ...c, actual: own(c.feature) })), missing };
}

/** What all customers of a group with the same verdicts have in common: the reason without their own values. */
export function reasonOfVerdicts(
  scheme: Scheme,
  { features: { lacking }, segments: { found } }: ReasonInputs,
  group: string,
  verdicts: string
): Reason {
  const rule = scheme.groups.find((g) => g.id === group)?.rule;
  const stated = rule ? statedConditions(rule) : [];
  return {
    group,
    conditions: stated.map((condition, i) => ({
      ...askedOf(scheme, condition, found),
      actual: null,
      holds: VERDICTS[verdicts.charAt(i)] ?? null
    })),
    missing:
      group === NOT_ENOUGH_DATA ? [...new Set(scheme.groups.flatMap((g) => lackingColumns(g.rule, lacking)))] : []
  };
}
