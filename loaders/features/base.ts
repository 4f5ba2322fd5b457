import type { MeasureSet } from "../definitions/measure.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import { monthIndex, monthsBefore } from "./calendar.js";
import { measureType } from "./facts.js";
import { attributeColumn, type Base, type Plan } from "./plan.js";

/**
 * Makes `base_now`: sums, first and last days at the as-of date, straight from the days: windows end on that very day.
 */
export async function makeBaseNow(engine: Engine, { bases, attributes }: Plan, asOf: string): Promise<void> {
  const columns = bases.map(({ kind, measure, months, column }) => {
    const amount = `f.${measure}`;
    if (kind !== "sum")
      return `${kind === "first" ? "min" : "max"}(CASE WHEN ${amount} > 0 THEN f.day END) AS ${column}`;
    const since = months && `f.day > DATE ${literal(monthsBefore(asOf, months))}`;
    return `COALESCE(sum(${since ? `CASE WHEN ${since} THEN ${amount} ELSE 0 END` : amount}), 0) AS ${column}`;
  });
  await createTable(engine, {
    name: "base_now",
    grain: "one row per customer",
    from: sql`
      WITH sums AS (
        SELECT
          p.person,
          ${columns}
        FROM people AS p
        LEFT JOIN facts AS f ON p.person = f.person
        GROUP BY p.person
      )
      SELECT
        s.*,
        ${attributeColumns(attributes)},
        DATE ${literal(asOf)} AS snapshot
      FROM sums AS s
      INNER JOIN attributes AS a ON s.person = a.person
    `
  });
}

function attributeColumns(attributes: readonly string[]): string[] {
  return attributes.map((attribute) => `a.${attribute} AS ${attributeColumn(attribute)}`);
}

/**
 * Makes `base_past`: the same at every month end, in one pass. Days are added up by month, a row is laid out for every
 * month since the customer is known, and frames over those rows give running totals and the last months' sums. What
 * lies before the longest window counts in the month before it.
 */
export async function makeBasePast(
  engine: Engine,
  { bases, attributes }: Plan,
  measures: MeasureSet,
  snapshots: readonly string[]
): Promise<void> {
  const first = snapshots[0];
  await createTable(engine, {
    name: "base_past",
    grain: "one row per customer and month end since the customer is known",
    from:
      first === undefined
        ? emptyPast(bases, attributes, measures)
        : pastQuery(bases, attributes, snapshots, monthIndex(first) - Math.max(1, ...bases.map((b) => b.months ?? 1)))
  });
}

/** No month end: the columns, and no row. */
function emptyPast(bases: readonly Base[], attributes: readonly string[], measures: MeasureSet): string {
  const none = bases.map(({ kind, measure, column }) => {
    const summed = kind === "sum" ? measures.get(measure) : undefined;
    return `CAST(NULL AS ${summed ? measureType(summed) : "DATE"}) AS ${column}`;
  });
  return sql`
    SELECT
      a.person,
      CAST(NULL AS DATE) AS snapshot,
      ${none},
      ${attributeColumns(attributes)}
    FROM attributes AS a
    WHERE 1 = 0
  `;
}

function pastQuery(
  bases: readonly Base[],
  attributes: readonly string[],
  snapshots: readonly string[],
  start: number
): string {
  const measuresOf = (kinds: readonly Base["kind"][]) => [
    ...new Set(bases.filter(({ kind }) => kinds.includes(kind)).map(({ measure }) => measure))
  ];
  const sums = measuresOf(["sum"]).map((m) => `sum(${m}) AS ${m}`);
  const days = measuresOf(["first", "last"]).flatMap((m) => [
    `min(CASE WHEN ${m} > 0 THEN day END) AS ${m}__first`,
    `max(CASE WHEN ${m} > 0 THEN day END) AS ${m}__last`
  ]);
  const running = bases.map(({ kind, measure, months, column }) => {
    const frame = months ? `ROWS BETWEEN ${months - 1} PRECEDING AND CURRENT ROW` : "ROWS UNBOUNDED PRECEDING";
    const over = `OVER (PARTITION BY g.person ORDER BY g.month ${frame})`;
    if (kind === "sum") return `COALESCE(sum(m.${measure}) ${over}, 0) AS ${column}`;
    return `${kind === "first" ? "min" : "max"}(m.${column}) ${over} AS ${column}`;
  });
  return sql`
    WITH calendar AS (
      ${calendar(snapshots, start)}
    ),
    months AS (
      SELECT *, ${monthFrom("day", start)} AS month
      FROM facts
    ),
    sums AS (
      SELECT
        person,
        month,
        ${sums},
        ${days}
      FROM months
      GROUP BY person, month
    ),
    known AS (
      SELECT person, ${monthFrom("first_seen", start)} AS since
      FROM attributes
    ),
    grid AS (
      SELECT k.person, c.month, c.snapshot
      FROM known AS k
      INNER JOIN calendar AS c ON c.month >= k.since
    ),
    running AS (
      SELECT
        g.person,
        g.snapshot,
        ${running}
      FROM grid AS g
      LEFT JOIN sums AS m ON g.person = m.person AND g.month = m.month
    )
    SELECT
      r.*,
      ${attributeColumns(attributes)}
    FROM running AS r
    INNER JOIN attributes AS a ON r.person = a.person
    WHERE r.snapshot IS NOT NULL
  `;
}

/** Every month from `start` to the last month end, with its month end where it is looked at. */
function calendar(snapshots: readonly string[], start: number): string {
  const last = snapshots.at(-1);
  const ends = new Map(snapshots.map((end) => [monthIndex(end), end]));
  const months = Array.from({ length: last ? monthIndex(last) - start + 1 : 0 }, (_, i) => {
    const end = ends.get(start + i);
    return `SELECT ${start + i} AS month, ${end ? `DATE ${literal(end)}` : "CAST(NULL AS DATE)"} AS snapshot`;
  });
  return union(months);
}

/** The month of a day as a whole number, or the first that is looked at where it lies before. */
function monthFrom(day: string, start: number): string {
  const digits = (from: number, count: number) => `CAST(substr(CAST(${day} AS VARCHAR), ${from}, ${count}) AS INTEGER)`;
  const month = `${digits(1, 4)} * 12 + ${digits(6, 2)} - 1`;
  return `CASE WHEN ${month} < ${start} THEN ${start} ELSE ${month} END`;
}
