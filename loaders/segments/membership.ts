import type { Definitions } from "../definitions/read.js";
import { schemeColumn } from "../definitions/scheme.js";
import type { Dialect } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import type { Features } from "../features/compute.js";
import { breakColumn, groupSql, ruleSql } from "./sql.js";
import { isFew } from "./suppress.js";

/** Where features are taken from and what is made of them. */
export interface MembershipTables {
  /** `features` or `features_past`. */
  from: string;
  to: string;
  grain: string;
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

/**
 * Makes a table of membership, one column per scheme with the group of each row, and beside it `…_breaks` with the
 * firm's own quantiles that rules compare with.
 */
export async function makeMembership(
  engine: Engine,
  definitions: Definitions,
  features: Features,
  { from, to, grain }: MembershipTables
): Promise<void> {
  const { dialect: d } = engine;
  await createTable(engine, {
    name: `${to}_breaks`,
    grain: "one row per date: the firm's own quantiles",
    from: sql`
      SELECT
        snapshot AS as_of,
        ${breaksOf(d, definitions, features).map((b) => `${d.quantile(b.value, b.share)} AS ${b.column}`)}
      FROM ${from}
      GROUP BY snapshot
    `
  });
  const groups = definitions.schemes.map(
    (scheme) => `${groupSql(d, scheme, features.lacking)} AS ${schemeColumn(scheme.id)}`
  );
  await createTable(engine, {
    name: to,
    grain,
    from: sql`
      SELECT
        f.person,
        f.snapshot,
        ${groups}
      FROM ${from} AS f
      LEFT JOIN ${to}_breaks AS b ON f.snapshot = b.as_of
    `
  });
}

/**
 * The quantiles at the as-of date: `scheme.threshold` → value; null, too, where too few people are behind one, or stand
 * on one side of it: there it is as good as the value of somebody.
 */
export async function readFound(
  engine: Engine,
  definitions: Definitions,
  features: Features,
  minimum: number
): Promise<Record<string, number | null>> {
  const breaks = breaksOf(engine.dialect, definitions, features);
  if (breaks.length === 0) return {};
  const [found] = await engine.rows("SELECT * FROM membership_breaks");
  const [people] = await engine.rows(sql`
    SELECT
      ${breaks.map((b) => {
        const above = `sum(CASE WHEN ${b.value} >= b.${b.column} THEN 1 ELSE 0 END)`;
        const below = `sum(CASE WHEN ${b.value} <= b.${b.column} THEN 1 ELSE 0 END)`;
        return `CASE WHEN ${above} < ${below} THEN ${above} ELSE ${below} END AS ${b.column}`;
      })}
    FROM features AS f
    CROSS JOIN membership_breaks AS b
  `);
  return Object.fromEntries(
    breaks.map(({ key, column }) => {
      const value = found?.[column] ?? null;
      return [key, value === null || isFew(Number(people?.[column] ?? 0), minimum) ? null : Number(value)];
    })
  );
}

function breaksOf(d: Dialect, { schemes, features: known }: Definitions, { lacking }: Features): Break[] {
  return schemes.flatMap((scheme) =>
    scheme.thresholds.flatMap(({ id, value: share, quantile }): Break[] => {
      if (!quantile) return [];
      const isText = known.get(quantile.of)?.unit === "text";
      const among = ruleSql(d, scheme, quantile.among, lacking);
      const value = isText ? "NULL" : `CASE WHEN ${among} THEN ${d.double(quantile.of)} END`;
      return [{ key: `${scheme.id}.${id}`, column: breakColumn(scheme.id, id), value, share }];
    })
  );
}
