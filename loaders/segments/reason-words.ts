import { formats } from "../../src/terms/format.js";
import { LANGS, type Lang } from "../../src/terms/lang.js";
import type { Definitions } from "../definitions/read.js";
import { type Scheme, schemeColumn } from "../definitions/scheme.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import { describeReason, describeValue } from "./describe-reason.js";
import type { Reason } from "./reason.js";
import {
  actualColumn,
  actualSql,
  parseActual,
  type ReasonInputs,
  readFeatures,
  reasonOfVerdicts,
  reasonsQuery,
  verdictColumn
} from "./reasons.js";

/** How a reason is written: as JSON, or in words of a language. */
const FORMS = ["json", ...LANGS] as const;
type Form = (typeof FORMS)[number];

/** Values put into words at a time, so that memory doesn't grow with the customers. */
const PIECE = 50_000;
/** Stands around a feature's name where a customer's own value goes. */
const MARK = "\u0000";

/**
 * Query with one row per customer and scheme, in a fixed order: `customer_id, scheme, group`, the reason in Vietnamese
 * (`reason`, `reason_vi`), in English (`reason_en`) and as a value (`conditions`, JSON). Makes the table `reason_values`.
 *
 * A sentence is put together by SQL from two things that are few: the words of each distinct value, and one pattern for
 * all customers of a group on whom the same conditions hold.
 */
export async function writeReasons(engine: Engine, inputs: ReasonInputs, currency: string): Promise<string> {
  const { schemes } = inputs.definitions;
  await makeValues(engine, inputs, currency);
  const patterns = await readPatterns(engine, inputs);
  const parts = schemes.map((scheme) => {
    const own = patterns.filter((pattern) => pattern.scheme === scheme.id);
    return schemeQuery(engine, scheme, inputs, own, currency);
  });
  return sql`
    WITH everyone AS (
      ${union(parts)}
    )
    SELECT customer_id, scheme, "group", reason_vi AS reason, reason_vi, reason_en, conditions
    FROM everyone
    ORDER BY scheme, customer_id
  `;
}

/** Customers of a group on whom the same conditions hold. */
interface Pattern {
  scheme: string;
  group: string;
  verdicts: string;
}

async function readPatterns(engine: Engine, inputs: ReasonInputs): Promise<Pattern[]> {
  const parts = inputs.definitions.schemes.map(
    (scheme) => sql`
      SELECT DISTINCT ${literal(scheme.id)} AS scheme, ${schemeColumn(scheme.id)} AS grp, ${verdictColumn(scheme)} AS verdicts
      FROM (
        ${reasonsQuery(engine.dialect, [scheme], inputs)}
      ) AS reasons
    `
  );
  const rows = await engine.rows(sql`
    WITH patterns AS (
      ${union(parts)}
    )
    SELECT scheme, grp, verdicts
    FROM patterns
    ORDER BY scheme, grp, verdicts
  `);
  return rows.map((row) => ({ scheme: String(row.scheme), group: String(row.grp), verdicts: String(row.verdicts) }));
}

/** Makes `reason_values`: each value that a reason may tell, in every form. */
async function makeValues(
  engine: Engine,
  { definitions, features: { lacking } }: ReasonInputs,
  currency: string
): Promise<void> {
  const d = engine.dialect;
  const distinct = readFeatures(definitions.schemes)
    .filter((id) => !lacking.has(id))
    .map(
      (id) => sql`
        SELECT DISTINCT ${literal(id)} AS feature, ${actualSql(d, definitions.features, id)} AS value
        FROM features
        WHERE ${id} IS NOT NULL
      `
    );
  await createTable(engine, {
    name: "reason_values_found",
    grain: "one row per feature that a rule reads and value of it, numbered from 1",
    from: sql`
      WITH found AS (
        ${union(["SELECT '' AS feature, '' AS value WHERE 1 = 0", ...distinct])}
      )
      SELECT feature, value, row_number() OVER (ORDER BY feature, value) AS place
      FROM found
    `
  });
  const written = await writeValues(engine, definitions, currency);
  await createTable(engine, {
    name: "reason_values",
    grain: "one row per feature that a rule reads and value of it, in every form",
    from: sql`
      SELECT feature, value, ${FORMS.map((form) => `w.${form}`)}
      FROM reason_values_found AS v
      INNER JOIN ${written} AS w ON ${d.text("v.place")} = w.place
    `
  });
}

/** Writes the forms of all values to a file of the engine's own; gives the table expression that reads it. */
async function writeValues(engine: Engine, definitions: Definitions, currency: string): Promise<string> {
  const f = { vi: formats("vi", currency), en: formats("en", currency) };
  const columns = ["place", ...FORMS];
  const scratch = await engine.scratch();
  await scratch.write(`${columns.join(",")}\n`);
  for (let from = 0; ; from += PIECE) {
    const rows = await engine.rows(sql`
      SELECT feature, value, place
      FROM reason_values_found
      WHERE place > ${from} AND place <= ${from + PIECE}
      ORDER BY place
    `);
    if (rows.length === 0) break;
    const lines = rows.map((row) => {
      const id = String(row.feature);
      const value = parseActual(definitions.features, id, row.value ?? null);
      const words = LANGS.map((lang) => describeValue(definitions, id, value, f[lang]));
      return [String(row.place), JSON.stringify(value), ...words].map(cell).join(",");
    });
    await scratch.write(`${lines.join("\n")}\n`);
  }
  return engine.dialect.readFile(await scratch.close(), { kind: "csv", delimiter: ",", columns });
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

function schemeQuery(
  { dialect: d }: Engine,
  scheme: Scheme,
  inputs: ReasonInputs,
  patterns: readonly Pattern[],
  currency: string
): string {
  const features = readFeatures([scheme]);
  const place = new Map(features.map((id, i) => [id, `v${i}`]));
  const group = `r.${schemeColumn(scheme.id)}`;
  const written = (form: Form) => {
    const whens = patterns.map((pattern) => {
      const reason = reasonOfVerdicts(scheme, inputs, pattern.group, pattern.verdicts);
      const text = form === "json" ? renderJson(reason) : renderWords(inputs.definitions, reason, form, currency);
      return `WHEN ${literal(`${pattern.group} ${pattern.verdicts}`)}\n  THEN ${fill(text, place, form)}`;
    });
    return sql`
      CASE ${group} || ' ' || r.${verdictColumn(scheme)}
        ${whens.join("\n")}
        ELSE ''
      END
    `;
  };
  const joins = features.map(
    (id) => sql`
      LEFT JOIN reason_values AS ${place.get(id)}
        ON ${place.get(id)}.feature = ${literal(id)} AND ${place.get(id)}.value = r.${actualColumn(id)}
    `
  );
  return sql`
    SELECT
      r.customer_id,
      ${literal(scheme.id)} AS scheme,
      ${group} AS "group",
      ${written("vi")} AS reason_vi,
      ${written("en")} AS reason_en,
      ${written("json")} AS conditions
    FROM (
      ${reasonsQuery(d, [scheme], inputs)}
    ) AS r
    ${joins.join("\n")}
  `;
}

/** A text with marks as SQL: the marked features' values in the form asked for. */
function fill(text: string, place: ReadonlyMap<string, string>, form: Form): string {
  const none = form === "json" ? "null" : formats(form).none;
  const parts = text.split(MARK).map((part, i) => {
    if (i % 2 === 0) return part === "" ? [] : [literal(part)];
    return [`COALESCE(${place.get(part)}.${form}, ${literal(none)})`];
  });
  return parts.flat().join(" || ") || "''";
}

function renderWords(definitions: Definitions, reason: Reason, lang: Lang, currency: string): string {
  return describeReason(reason, definitions, formats(lang, currency), (id) => MARK + id + MARK);
}

/** The conditions as JSON, or the columns that are missing. */
function renderJson({ conditions, missing }: Reason): string {
  const written = conditions.map(({ feature, operator, bar, holds }) => {
    const asked = JSON.stringify({ feature, operator, bar }).slice(0, -1);
    return `${asked},"actual":${MARK}${feature}${MARK},"holds":${holds}}`;
  });
  return `[${[...written, ...missing.map((column) => JSON.stringify({ missing: column }))].join(",")}]`;
}
