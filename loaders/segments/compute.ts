import type { FeatureSet } from "../definitions/feature.js";
import { lineage } from "../definitions/lineage.js";
import type { Definitions } from "../definitions/read.js";
import { type Scheme, schemeColumn } from "../definitions/scheme.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import { computePast, type Features } from "../features/compute.js";
import { breakColumn, groupSql, ruleSql } from "./sql.js";
import { isFew } from "./suppress.js";

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
  /** `scheme.threshold` → the quantile found at the as-of date; null where too few people are behind it. */
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
  features: Features,
  minimum: number
): Promise<Segments> {
  const breaks = breaksOf(engine, known, schemes, features);
  await assign(engine, breaks, schemes, features, "features", "membership");
  return { cross: await readCross(engine, schemes), found: await readFound(engine, breaks, minimum) };
}

/** The same rules at every month end before: how groups grew, and who moved. */
export async function lookBack(engine: Engine, definitions: Definitions, features: Features): Promise<History> {
  const { schemes, features: known } = definitions;
  await computePast(engine, definitions, features, neededFeatures(schemes));
  const breaks = breaksOf(engine, known, schemes, features);
  await assign(engine, breaks, schemes, features, "features_past", "membership_past");
  return { trend: await readTrend(engine, schemes), migration: await readMigration(engine, schemes, features) };
}

/** A quantile of the firm's own customers that rules compare with. */
interface Break {
  /** `scheme.threshold`. */
  key: string;
  column: string;
  /** The values of which it is a quantile, as SQL on features; null for whoever is not asked. */
  value: string;
  share: number;
}

function breaksOf(engine: Engine, features: FeatureSet, schemes: readonly Scheme[], { lacking }: Features): Break[] {
  return schemes.flatMap((scheme) =>
    scheme.thresholds.flatMap((t): Break[] => {
      if (!t.quantile) return [];
      const among = ruleSql(engine.dialect, scheme, t.quantile.among, lacking);
      const isText = features.get(t.quantile.of)?.unit === "text";
      const value = isText ? "NULL" : `CASE WHEN ${among} THEN ${engine.dialect.double(t.quantile.of)} END`;
      return [{ key: `${scheme.id}.${t.id}`, column: breakColumn(scheme.id, t.id), value, share: t.value }];
    })
  );
}

/** Makes the table `to` (who is in which group at each date) and beside it `…_breaks` (one row per date). */
async function assign(
  engine: Engine,
  breaks: readonly Break[],
  schemes: readonly Scheme[],
  { lacking }: Features,
  from: string,
  to: string
): Promise<void> {
  await createTable(engine, {
    name: `${to}_breaks`,
    grain: "one row per date: the firm's own quantiles",
    from: sql`
      SELECT
        snapshot AS as_of,
        ${breaks.map((b) => `${engine.dialect.quantile(b.value, b.share)} AS ${b.column}`)}
      FROM ${from}
      GROUP BY snapshot
    `
  });
  await createTable(engine, {
    name: to,
    grain: "one row per customer and date: the group of every scheme",
    from: sql`
      SELECT
        f.person,
        f.snapshot,
        ${schemes.map((scheme) => `${groupSql(engine.dialect, scheme, lacking)} AS ${schemeColumn(scheme.id)}`)}
      FROM ${from} AS f
      LEFT JOIN ${to}_breaks AS b ON f.snapshot = b.as_of
    `
  });
}

/** The quantiles at the as-of date; null, too, where they are taken of too few people to be told. */
async function readFound(
  engine: Engine,
  breaks: readonly Break[],
  minimum: number
): Promise<Record<string, number | null>> {
  if (breaks.length === 0) return {};
  const [found] = await engine.rows("SELECT * FROM membership_breaks");
  const [people] = await engine.rows(sql`
    SELECT
      ${breaks.map((b) => `count(${b.value}) AS ${b.column}`)}
    FROM features
  `);
  return Object.fromEntries(
    breaks.map(({ key, column }) => {
      const value = found?.[column] ?? null;
      return [key, value === null || isFew(Number(people?.[column] ?? 0), minimum) ? null : Number(value)];
    })
  );
}

async function readTrend(engine: Engine, schemes: readonly Scheme[]): Promise<TrendRow[]> {
  const parts = schemes.flatMap(({ id }) =>
    ["membership_past", "membership"].map(
      (table) => sql`
        SELECT ${literal(id)} AS scheme, ${schemeColumn(id)} AS grp, snapshot, count(*) AS customers
        FROM ${table}
        GROUP BY ${schemeColumn(id)}, snapshot
      `
    )
  );
  const rows = await engine.rows(sql`
    ${union(parts)}
    ORDER BY scheme, snapshot, grp
  `);
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
  await createTable(engine, {
    name: "membership_kinds",
    grain: "one row per combination of groups that occurs",
    from: sql`
      SELECT
        ${columns},
        count(*) AS customers
      FROM membership
      GROUP BY
        ${columns}
    `
  });
  const parts = schemes.flatMap((a, i) =>
    schemes.slice(i + 1).map((b) => {
      const [x, y] = [schemeColumn(a.id), schemeColumn(b.id)];
      return sql`
        SELECT
          ${i} AS place,
          ${literal(a.id)} AS scheme_a,
          ${x} AS group_a,
          ${literal(b.id)} AS scheme_b,
          ${y} AS group_b,
          sum(customers) AS customers
        FROM membership_kinds
        GROUP BY ${x}, ${y}
      `;
    })
  );
  if (parts.length === 0) return [];
  const rows = await engine.rows(sql`
    ${union(parts)}
    ORDER BY place, scheme_b, group_a, group_b
  `);
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
      return sql`
        SELECT
          ${literal(id)} AS scheme,
          ${span} AS span,
          COALESCE(p.${c}, ${literal(NOT_KNOWN)}) AS from_group,
          m.${c} AS to_group,
          count(*) AS customers
        FROM membership AS m
        LEFT JOIN (
          SELECT person, ${c}
          FROM membership_past
          WHERE snapshot = DATE ${literal(then)}
        ) AS p ON m.person = p.person
        GROUP BY 3, 4
      `;
    });
  });
  if (parts.length === 0) return [];
  const rows = await engine.rows(sql`
    ${union(parts)}
    ORDER BY scheme, span, from_group, to_group
  `);
  return rows.map((r) => ({
    scheme: String(r.scheme),
    span: Number(r.span),
    from: String(r.from_group),
    to: String(r.to_group),
    customers: Number(r.customers)
  }));
}
