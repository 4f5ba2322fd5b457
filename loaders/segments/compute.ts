import type { FeatureSet } from "../definitions/feature.js";
import { lineage } from "../definitions/lineage.js";
import type { Definitions } from "../definitions/read.js";
import { type Scheme, schemeColumn } from "../definitions/scheme.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { computePast, type Features } from "../features/compute.js";
import { breakColumn, groupSql, ruleSql } from "./sql.js";

/** Where somebody comes from who was not known yet; no group may have this id. */
export const NOT_KNOWN = "not-known";

/** How many months back migration looks. */
export const SPANS = [3, 12] as const;

export interface TrendRow {
  scheme: string;
  group: string;
  date: string;
  customers: number;
}

export interface CrossRow {
  schemeA: string;
  groupA: string;
  schemeB: string;
  groupB: string;
  customers: number;
}

export interface MigrationRow {
  scheme: string;
  span: number;
  from: string;
  to: string;
  customers: number;
}

/**
 * Who is in which group at the as-of date, beside the table `membership` (one row per customer, one column per
 * scheme). Exact counts: suppression comes with publishing.
 */
export interface Segments {
  cross: CrossRow[];
  /** `scheme.threshold` → the value found at the as-of date, for quantile thresholds. */
  found: Record<string, number | null>;
}

/** How groups came to be what they are, beside the table `membership_past` (one row per customer and month end). */
export interface History {
  /** Sizes at every month end, and at the as-of date. */
  trend: TrendRow[];
  migration: MigrationRow[];
}

/** For those who can't wait for the past. */
export const NO_HISTORY: History = { trend: [], migration: [] };

/** Features that rules of the schemes read; the past needs only these. */
export function neededFeatures(schemes: readonly Scheme[]): Set<string> {
  const needed = new Set<string>();
  for (const scheme of schemes) {
    for (const group of scheme.groups) for (const id of lineage(group.rule).names) needed.add(id);
    for (const { quantile } of scheme.thresholds)
      if (quantile) for (const id of [quantile.of, ...lineage(quantile.among).names]) needed.add(id);
  }
  return needed;
}

export async function assignSegments(
  engine: Engine,
  { schemes, features: known }: Definitions,
  features: Features
): Promise<Segments> {
  const found = await assign(engine, known, schemes, features, "features", "membership");
  return { cross: await readCross(engine, schemes), found };
}

/** The same rules at every month end before: how groups grew, and who moved. */
export async function lookBack(engine: Engine, definitions: Definitions, features: Features): Promise<History> {
  const { schemes, features: known } = definitions;
  await computePast(engine, definitions, features, neededFeatures(schemes));
  await assign(engine, known, schemes, features, "features_past", "membership_past");
  return { trend: await readTrend(engine, schemes), migration: await readMigration(engine, schemes, features) };
}

async function assign(
  engine: Engine,
  features: FeatureSet,
  schemes: readonly Scheme[],
  { lacking }: Features,
  from: string,
  to: string
): Promise<Record<string, number | null>> {
  const breaks = schemes.flatMap((scheme) =>
    scheme.thresholds.flatMap((t) => {
      if (!t.quantile) return [];
      const among = ruleSql(engine.dialect, scheme, t.quantile.among, lacking);
      const value =
        features.get(t.quantile.of)?.unit === "text"
          ? "NULL"
          : `CASE WHEN ${among} THEN ${engine.dialect.double(t.quantile.of)} END`;
      return [
        {
          key: `${scheme.id}.${t.id}`,
          column: breakColumn(scheme.id, t.id),
          sql: engine.dialect.quantile(value, t.value)
        }
      ];
    })
  );
  const edges = breaks.map((b) => `${b.sql} AS ${b.column}`);
  await engine.run(
    `CREATE TABLE ${to}_breaks AS SELECT ${["snapshot AS as_of", ...edges].join(", ")} FROM ${from} GROUP BY snapshot`
  );
  const columns = schemes.map((scheme) => `${groupSql(engine.dialect, scheme, lacking)} AS ${schemeColumn(scheme.id)}`);
  await engine.run(
    `CREATE TABLE ${to} AS SELECT f.person, f.snapshot, ${columns.join(", ")} FROM ${from} AS f LEFT JOIN ${to}_breaks AS b ON f.snapshot = b.as_of`
  );
  const [row] = await engine.rows(`SELECT * FROM ${to}_breaks ORDER BY as_of DESC LIMIT 1`);
  return Object.fromEntries(
    breaks.map((b) => [b.key, row?.[b.column] === null || row === undefined ? null : Number(row[b.column])])
  );
}

async function readTrend(engine: Engine, schemes: readonly Scheme[]): Promise<TrendRow[]> {
  const parts = schemes.flatMap(({ id }) =>
    ["membership_past", "membership"].map(
      (table) =>
        `SELECT ${literal(id)} AS scheme, ${schemeColumn(id)} AS grp, snapshot, count(*) AS customers FROM ${table} GROUP BY ${schemeColumn(id)}, snapshot`
    )
  );
  const rows = await engine.rows(`${parts.join(" UNION ALL ")} ORDER BY scheme, snapshot, grp`);
  return rows.map((r) => ({
    scheme: String(r.scheme),
    group: String(r.grp),
    date: String(r.snapshot),
    customers: Number(r.customers)
  }));
}

/** Every pair of schemes once: how many customers are in both groups. One pass over all combinations that occur. */
async function readCross(engine: Engine, schemes: readonly Scheme[]): Promise<CrossRow[]> {
  const columns = schemes.map((s) => schemeColumn(s.id));
  await engine.run(
    `CREATE TABLE membership_kinds AS SELECT ${columns.join(", ")}, count(*) AS customers FROM membership GROUP BY ${columns.join(", ")}`
  );
  const parts = schemes.flatMap((a, i) =>
    schemes.slice(i + 1).map((b) => {
      const [x, y] = [schemeColumn(a.id), schemeColumn(b.id)];
      return `SELECT ${i} AS place, ${literal(a.id)} AS scheme_a, ${x} AS group_a, ${literal(b.id)} AS scheme_b, ${y} AS group_b, sum(customers) AS customers FROM membership_kinds GROUP BY ${x}, ${y}`;
    })
  );
  if (parts.length === 0) return [];
  const rows = await engine.rows(`${parts.join(" UNION ALL ")} ORDER BY place, scheme_b, group_a, group_b`);
  return rows.map((r) => ({
    schemeA: String(r.scheme_a),
    groupA: String(r.group_a),
    schemeB: String(r.scheme_b),
    groupB: String(r.group_b),
    customers: Number(r.customers)
  }));
}

async function readMigration(
  engine: Engine,
  schemes: readonly Scheme[],
  { snapshots }: Features
): Promise<MigrationRow[]> {
  const parts = SPANS.flatMap((span) => {
    const then = snapshots.at(-span);
    if (!then) return [];
    return schemes.map(({ id }) => {
      const c = schemeColumn(id);
      return `SELECT ${literal(id)} AS scheme, ${span} AS span, COALESCE(p.${c}, ${literal(NOT_KNOWN)}) AS from_group, m.${c} AS to_group, count(*) AS customers FROM membership AS m LEFT JOIN (SELECT person, ${c} FROM membership_past WHERE snapshot = DATE ${literal(then)}) AS p ON m.person = p.person GROUP BY 3, 4`;
    });
  });
  if (parts.length === 0) return [];
  const rows = await engine.rows(`${parts.join(" UNION ALL ")} ORDER BY scheme, span, from_group, to_group`);
  return rows.map((r) => ({
    scheme: String(r.scheme),
    span: Number(r.span),
    from: String(r.from_group),
    to: String(r.to_group),
    customers: Number(r.customers)
  }));
}
