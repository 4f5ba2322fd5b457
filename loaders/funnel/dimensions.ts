import type { State } from "../definitions/states.js";
import { literal } from "../engine/dialect.js";
import type { Engine, Row } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import type { FunnelRow } from "./rows.js";
import { timeToMove, type Waiting } from "./survival.js";

/** Values of a dimension shown by name; the rest are taken together. */
const SHOWN = 12;
const OTHER_VALUES = "…";
/** The dimension that everybody is in, and its only value. */
export const ALL = "all";

/** The funnel of everybody and of each value of each dimension, the largest value first. */
export async function readDimensions(
  engine: Engine,
  states: readonly State[],
  dimensions: readonly string[],
  asOf: string
): Promise<FunnelRow[]> {
  await makeValues(engine, dimensions);
  await makeTravellers(engine, dimensions);
  const counts = await readCounts(engine, states);
  const waiting = await readWaiting(engine, states, asOf);
  return counts.flatMap((row) => describeFunnel(row, [ALL, ...dimensions], states, waiting));
}

async function makeValues(engine: Engine, dimensions: readonly string[]): Promise<void> {
  const none = "SELECT 0 AS place, 'all' AS value, 0 AS people WHERE 1 = 0";
  const counted = dimensions.map(
    (dimension, i) => sql`
      SELECT ${i + 1} AS place, ${dimension} AS value, count(*) AS people
      FROM journeys
      WHERE ${dimension} IS NOT NULL
      GROUP BY ${dimension}
    `
  );
  await createTable(engine, {
    name: "funnel_values",
    grain: "one row per dimension, by its place from 1, and value shown by name",
    from: sql`
      WITH counted AS (
        ${union([none, ...counted])}
      ),
      ranked AS (
        SELECT place, value, row_number() OVER (PARTITION BY place ORDER BY people DESC, value) AS size_rank
        FROM counted
      )
      SELECT place, value
      FROM ranked
      WHERE size_rank <= ${SHOWN}
    `
  });
}

async function makeTravellers(engine: Engine, dimensions: readonly string[]): Promise<void> {
  const everybody = sql`
    SELECT 0 AS place, ${literal(ALL)} AS value, j.*
    FROM journeys AS j
  `;
  const valued = dimensions.map(
    (dimension, i) => sql`
      SELECT ${i + 1} AS place, COALESCE(v.value, ${literal(OTHER_VALUES)}) AS value, j.*
      FROM journeys AS j
      LEFT JOIN funnel_values AS v ON v.place = ${i + 1} AND v.value = j.${dimension}
      WHERE j.${dimension} IS NOT NULL
    `
  );
  await createTable(engine, {
    name: "journeys_by_dimension",
    grain: "one row per customer and dimension, by its place from 0 (everybody), where the customer has a value",
    from: union([everybody, ...valued]),
    kind: "view"
  });
}

function readCounts(engine: Engine, states: readonly State[]): Promise<Row[]> {
  const counts = states.flatMap((_, i) => [
    `sum(CASE WHEN furthest >= ${i + 1} THEN 1 ELSE 0 END) AS reached_${i}`,
    `sum(CASE WHEN furthest = ${i + 1} THEN 1 ELSE 0 END) AS current_${i}`,
    `sum(skipped_${i + 1}) AS skipped_${i}`
  ]);
  return engine.rows(sql`
    SELECT
      place,
      value,
      ${counts}
    FROM journeys_by_dimension
    GROUP BY place, value
    ORDER BY place, count(*) DESC, value
  `);
}

/** How long people took, or have been waiting, to move on from the state at a place: one table for each value. */
async function readWaiting(engine: Engine, states: readonly State[], asOf: string): Promise<Map<string, Waiting[]>> {
  const d = engine.dialect;
  const steps = states.slice(1).map((_, i) => i + 1);
  const pick = (column: (step: number) => string) =>
    `CASE step ${steps.map((step) => `WHEN ${step} THEN ${column(step)}`).join(" ")} END`;
  const rows = await engine.rows(sql`
    WITH steps AS (
      SELECT n + 1 AS step
      FROM ${d.series(steps.length)} AS s
    ),
    moves AS (
      SELECT
        place,
        value,
        step,
        ${pick((step) => `entry_${step}`)} AS entered,
        ${pick((step) => `entry_${step + 1}`)} AS moved,
        ${pick((step) => `skipped_${step}`)} AS skipped
      FROM journeys_by_dimension
      CROSS JOIN steps
    ),
    stays AS (
      SELECT place, value, step, ${d.days("entered", `COALESCE(moved, DATE ${literal(asOf)})`)} AS days, moved
      FROM moves
      WHERE entered IS NOT NULL AND skipped = 0
    )
    SELECT place, value, step, days, count(moved) AS moved, count(*) - count(moved) AS waiting
    FROM stays
    GROUP BY place, value, step, days
  `);
  const tables = new Map<string, Waiting[]>();
  for (const row of rows) {
    const key = waitingKey(row, Number(row.step));
    const table = tables.get(key) ?? [];
    table.push({ days: Number(row.days), moved: Number(row.moved), waiting: Number(row.waiting) });
    tables.set(key, table);
  }
  return tables;
}

function waitingKey({ place, value }: Row, step: number): string {
  return `${place} ${step} ${value}`;
}

function describeFunnel(
  row: Row,
  dimensions: readonly string[],
  states: readonly State[],
  waiting: ReadonlyMap<string, Waiting[]>
): FunnelRow[] {
  const top = Number(row.reached_0);
  return states.map((state, i) => {
    const reached = Number(row[`reached_${i}`]);
    const before = i === 0 ? null : Number(row[`reached_${i - 1}`]);
    const table = waiting.get(waitingKey(row, i)) ?? [];
    // That nobody has come on says nothing while nobody has had the time for it.
    const early = i > 0 && reached === 0 && table.every(({ days }) => days < state.windowDays);
    return {
      dimension: dimensions[Number(row.place)] ?? ALL,
      value: String(row.value),
      state: state.id,
      reached,
      current: Number(row[`current_${i}`]),
      conversionFromPrevious: before && !early ? reached / before : null,
      conversionFromTop: top && !early ? reached / top : null,
      skipped: Number(row[`skipped_${i}`]),
      moved: table.reduce((sum, t) => sum + t.moved, 0),
      p25Days: timeToMove(table, 0.25),
      medianDays: timeToMove(table, 0.5),
      p75Days: timeToMove(table, 0.75)
    };
  });
}
