import type { Base, Break, Feature, Parts } from "../definitions/feature.js";
import { type FeatureSet, missingColumn } from "../definitions/features.js";
import type { Definitions } from "../definitions/read.js";
import type { Settings } from "../definitions/settings.js";
import { stateThreshold } from "../definitions/states.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import type { Tables } from "../tables/compute.js";
import { computeAttributes } from "./attributes.js";
import { monthEnds, monthIndex, monthsBefore } from "./calendar.js";
import { computeFacts, type Fan, measureType } from "./facts.js";

/** Month ends looked back on, besides the as-of date. */
export const PAST_MONTHS = 24;

/**
 * `features` has one row per customer at the as-of date, `features_past` (once `computePast` was called) one row per
 * customer and month end since the customer is known. Both carry `person` and `snapshot`.
 */
export interface Features {
  asOf: string;
  /** First day of the data. */
  from: string;
  /** Month ends before the as-of date, oldest first. */
  snapshots: string[];
  /** Feature id → column it lacks, for those that can't be computed. */
  lacking: ReadonlyMap<string, string>;
}

/** Measures that later stages read beside the features. */
const ALWAYS = ["orders", "main_orders", "revenue", "follow_ups"];

/** A feature's SQL with everything it is made from. */
interface Plan {
  bases: Map<string, Base>;
  breaks: Map<string, Break>;
  attributes: Set<string>;
  /** Features in the order in which they can be computed, in layers: a layer only uses breaks of earlier layers. */
  layers: { id: string; sql: string }[][];
}

/** Makes `features` and what they are made from. */
export async function computeFeatures(
  engine: Engine,
  tables: Tables,
  settings: Settings,
  definitions: Definitions
): Promise<Features> {
  const { asOf } = tables;
  const columns = availableColumns(tables, settings);
  const lacking = new Map(
    [...definitions.features.values()].flatMap((f) => {
      const missing = missingColumn(f, columns);
      return missing ? [[f.id, missing] as const] : [];
    })
  );
  const snapshots = monthEnds(tables.from, asOf, PAST_MONTHS);
  const all = plan(engine, definitions.features, definitions.features.keys(), lacking);
  const live = new Set([...all.bases.values()].map((b) => b.measure).concat(ALWAYS));
  await computeFacts(engine, tables, settings, fanOf(definitions), live);
  await computeAttributes(engine, tables, settings);
  await makeNow(engine, all, asOf);
  await addLayers(engine, definitions.features, all, "features", "base_now");
  return { asOf, from: tables.from, snapshots, lacking };
}

/** Makes `features_past` with the features that are needed. */
export async function computePast(
  engine: Engine,
  definitions: FeatureSet,
  { lacking, snapshots }: Features,
  needed: ReadonlySet<string>
): Promise<void> {
  const past = plan(engine, definitions, [...needed].sort(), lacking);
  await makePast(engine, past, snapshots);
  await addLayers(engine, definitions, past, "features_past", "base_past");
}

/** What makes a fan: thresholds of the states, since the day of becoming one is a feature. */
function fanOf({ journey, schemes }: Definitions): Fan {
  return {
    orders: stateThreshold(journey, schemes, "fan_orders"),
    spanDays: stateThreshold(journey, schemes, "fan_span_days")
  };
}

/** Columns of the files, and those that settings stand in for. */
function availableColumns(tables: Tables, settings: Settings): ReadonlySet<string> {
  const columns = new Set(tables.columns);
  if (settings.bait?.products?.length || settings.bait?.maximumPrice !== undefined) columns.add("orders.offer");
  return columns;
}

function plan(engine: Engine, features: FeatureSet, ids: Iterable<string>, lacking: ReadonlyMap<string, string>): Plan {
  const bases = new Map<string, Base>();
  const breaks = new Map<string, Break>();
  const attributes = new Set<string>();
  const depth = new Map<string, number>();
  const sql = new Map<string, string>();
  const base = (kind: Base["kind"], measure: string, months?: number) => {
    const column = `${kind}_${measure}${months ? `_${months}m` : ""}`;
    bases.set(column, { column, kind, measure, months });
    return column;
  };
  const visit = (id: string): number => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    const feature = features.get(id);
    if (!feature) throw new Error(`unknown feature: ${id}`);
    let level = 0;
    const parts: Parts = {
      dialect: engine.dialect,
      asOf: "snapshot",
      sum: (measure, months) => base("sum", measure, months),
      first: (measure) => base("first", measure),
      last: (measure) => base("last", measure),
      attribute: (column) => {
        attributes.add(column);
        return `attribute_${column}`;
      },
      feature: (other) => {
        level = Math.max(level, visit(other) + 1);
        return other;
      },
      quantile: (other, quantile, among = "1 = 1") => {
        level = Math.max(level, visit(other) + 1);
        for (const used of features.values())
          if (new RegExp(`\\b${used.id}\\b`).test(among)) level = Math.max(level, visit(used.id) + 1);
        const column = `break_${other}_${Math.round(quantile * 1000)}`;
        breaks.set(column, { column, feature: other, quantile, among });
        return column;
      }
    };
    const expression = lacking.has(id) ? `CAST(NULL AS ${nullType(feature)})` : feature.sql(parts);
    sql.set(id, lacking.has(id) ? expression : cast(feature, expression));
    depth.set(id, level);
    return level;
  };
  for (const id of ids) visit(id);
  const layers: Plan["layers"] = [];
  for (const [id, level] of depth) {
    layers[level] ??= [];
    layers[level]?.push({ id, sql: sql.get(id) ?? "" });
  }
  return { bases, breaks, attributes, layers: layers.filter((l) => l !== undefined) };
}

function nullType(feature: Feature): string {
  return {
    date: "DATE",
    text: "VARCHAR",
    count: "BIGINT",
    flag: "INTEGER",
    score: "DOUBLE",
    money: "DECIMAL(18,4)",
    share: "DOUBLE",
    days: "DOUBLE",
    ratio: "DOUBLE",
    months: "DOUBLE"
  }[feature.unit];
}

function cast(feature: Feature, expression: string): string {
  const exact = feature.unit === "money" && feature.id !== "average_order_value";
  return exact
    ? `CAST(${expression} AS DECIMAL(18,4))`
    : feature.unit === "count"
      ? `CAST(${expression} AS BIGINT)`
      : expression;
}

/** Base columns at the as-of date, straight from the days: windows end on that very day. */
async function makeNow(engine: Engine, { bases, attributes }: Plan, asOf: string): Promise<void> {
  const columns = [...bases.values()].map((b) => {
    const since = b.months ? `day > DATE ${literal(monthsBefore(asOf, b.months))}` : undefined;
    if (b.kind === "sum")
      return `COALESCE(sum(${since ? `CASE WHEN ${since} THEN f.${b.measure} ELSE 0 END` : `f.${b.measure}`}), 0) AS ${b.column}`;
    return `${b.kind === "first" ? "min" : "max"}(CASE WHEN f.${b.measure} > 0 THEN day END) AS ${b.column}`;
  });
  const who = [...attributes].map((a) => `a.${a} AS attribute_${a}`);
  await engine.run(
    `CREATE TABLE base_now AS SELECT ${["s.*", ...who].join(", ")}, DATE ${literal(asOf)} AS snapshot FROM (SELECT p.person, ${columns.join(", ")} FROM people AS p LEFT JOIN facts AS f ON p.person = f.person GROUP BY p.person) AS s INNER JOIN attributes AS a ON s.person = a.person`
  );
}

/**
 * Base columns at every month end in one pass: days are added up by month, a row is laid out for every month
 * since the customer is known, and frames over those rows give running totals and the last months' sums.
 */
async function makePast(engine: Engine, { bases, attributes }: Plan, snapshots: readonly string[]): Promise<void> {
  const first = snapshots[0];
  const last = snapshots.at(-1);
  const list = [...bases.values()];
  const measures = [...new Set(list.filter((b) => b.kind === "sum").map((b) => b.measure))];
  const dated = [...new Set(list.filter((b) => b.kind !== "sum").map((b) => b.measure))];
  const who = [...attributes].map((a) => `a.${a} AS attribute_${a}`);
  if (first === undefined || last === undefined) {
    const none = [
      ...list.map((b) => `CAST(NULL AS ${b.kind === "sum" ? measureType(b.measure) : "DATE"}) AS ${b.column}`),
      ...who
    ];
    await engine.run(
      `CREATE TABLE base_past AS SELECT a.person, CAST(NULL AS DATE) AS snapshot, ${none.join(", ")} FROM attributes AS a WHERE 1 = 0`
    );
    return;
  }
  const longest = Math.max(1, ...list.map((b) => b.months ?? 1));
  const start = monthIndex(first) - longest;
  const month = (day: string) =>
    `(CAST(substr(CAST(${day} AS VARCHAR), 1, 4) AS INTEGER) * 12 + CAST(substr(CAST(${day} AS VARCHAR), 6, 2) AS INTEGER) - 1)`;
  const clamp = (x: string) => `CASE WHEN ${x} < ${start} THEN ${start} ELSE ${x} END`;
  await engine.run(
    `CREATE TABLE calendar AS ${Array.from({ length: monthIndex(last) - start + 1 }, (_, i) => `SELECT ${start + i} AS month, ${snapshots.find((s) => monthIndex(s) === start + i) ? `DATE ${literal(snapshots.find((s) => monthIndex(s) === start + i) ?? "")}` : "CAST(NULL AS DATE)"} AS snapshot`).join(" UNION ALL ")}`
  );
  const sums = measures.map((m) => `sum(${m}) AS ${m}`);
  const days = dated.flatMap((m) => [
    `min(CASE WHEN ${m} > 0 THEN day END) AS first_${m}`,
    `max(CASE WHEN ${m} > 0 THEN day END) AS last_${m}`
  ]);
  await engine.run(
    `CREATE TABLE facts_by_month AS SELECT person, month, ${[...sums, ...days].join(", ")} FROM (SELECT *, ${clamp(month("day"))} AS month FROM facts) AS f GROUP BY person, month`
  );
  const running = list.map((b) => {
    const frame = b.months ? `ROWS BETWEEN ${b.months - 1} PRECEDING AND CURRENT ROW` : "ROWS UNBOUNDED PRECEDING";
    const over = `OVER (PARTITION BY g.person ORDER BY g.month ${frame})`;
    if (b.kind === "sum") return `COALESCE(sum(m.${b.measure}) ${over}, 0) AS ${b.column}`;
    return `${b.kind === "first" ? "min" : "max"}(m.${b.column}) ${over} AS ${b.column}`;
  });
  const grid = `SELECT a.person, c.month, c.snapshot FROM (SELECT person, ${clamp(month("first_seen"))} AS since FROM attributes) AS a INNER JOIN calendar AS c ON c.month >= a.since`;
  await engine.run(
    `CREATE TABLE base_past AS SELECT ${["s.*", ...who].join(", ")} FROM (SELECT g.person, g.snapshot, ${running.join(", ")} FROM (${grid}) AS g LEFT JOIN facts_by_month AS m ON g.person = m.person AND g.month = m.month) AS s INNER JOIN attributes AS a ON s.person = a.person WHERE s.snapshot IS NOT NULL`
  );
  await engine.run("DROP TABLE facts_by_month");
}

/** Adds the features layer by layer; before each layer the quantiles it compares with. A layer carries on only what is still needed. */
async function addLayers(
  engine: Engine,
  features: FeatureSet,
  { bases, attributes, layers, breaks }: Plan,
  target: string,
  base: string
): Promise<void> {
  const final = new Set(layers.flat().map((l) => l.id));
  const pending = [...breaks.values()];
  let from = base;
  let columns = [...bases.keys(), ...[...attributes].map((a) => `attribute_${a}`)];
  for (const [i, layer] of layers.entries()) {
    const ready = pending.filter((b) => columns.includes(b.feature));
    for (const b of ready) pending.splice(pending.indexOf(b), 1);
    const next = `${target}_${i}`;
    if (ready.length > 0) await computeBreaks(engine, from, ready, `${next}_breaks`);
    const later = `${layers
      .slice(i + 1)
      .flat()
      .map((l) => l.sql)
      .join(" ")} ${pending.map((b) => `${b.feature} ${b.among}`).join(" ")}`;
    const needed = (column: string) => final.has(column) || new RegExp(`\\b${column}\\b`).test(later);
    const kept = columns.filter(needed);
    const carried = ready.map((b) => b.column).filter(needed);
    const added = layer.map(({ id, sql }) => `${sql} AS ${id}`);
    const joined = ready.length > 0 ? ` LEFT JOIN ${next}_breaks AS b ON b.as_of = x.snapshot` : "";
    await engine.run(
      `CREATE TABLE ${next} AS SELECT ${["x.person", "x.snapshot", ...kept.map((c) => `x.${c}`), ...carried.map((c) => `b.${c}`), ...added].join(", ")} FROM ${from} AS x${joined}`
    );
    await engine.run(`DROP TABLE ${from}`);
    columns = [...kept, ...carried, ...layer.map((l) => l.id)];
    from = next;
  }
  const order = [...features.keys()].filter((id) => final.has(id));
  await engine.run(`CREATE VIEW ${target} AS SELECT person, snapshot, ${order.join(", ")} FROM ${from}`);
}

/** One row per snapshot with the quantiles asked for; those of one feature are found together. */
export async function computeBreaks(
  engine: Engine,
  from: string,
  breaks: readonly Break[],
  target: string
): Promise<void> {
  const d = engine.dialect;
  const alike = new Map<string, Break[]>();
  for (const b of breaks) alike.set(`${b.feature} ${b.among}`, [...(alike.get(`${b.feature} ${b.among}`) ?? []), b]);
  const columns = [...alike.values()].flatMap((group) => {
    const [first] = group;
    const value = `CASE WHEN ${first?.among} THEN ${d.double(first?.feature ?? "")} END`;
    return d
      .quantiles(
        value,
        group.map((b) => b.quantile)
      )
      .map((sql, i) => `${sql} AS ${group[i]?.column}`);
  });
  await engine.run(
    `CREATE TABLE ${target} AS SELECT snapshot AS as_of, ${columns.join(", ")} FROM ${from} GROUP BY snapshot`
  );
}
