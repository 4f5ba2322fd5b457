import type { State } from "../definitions/states.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { daysBefore } from "../features/calendar.js";
import type { Features } from "../features/compute.js";
import type { CohortRow, StepCohort } from "./rows.js";

/** Days after becoming a lead within which cohorts of leads are compared. */
const COHORT_WINDOW = 90;

const month = (day: string) => `substr(CAST(${day} AS VARCHAR), 1, 7)`;

/** People by the month in which they entered the second state, and how far they have come since. */
export async function readCohorts(
  engine: Engine,
  [, ...states]: readonly State[],
  { asOf, from }: Features
): Promise<CohortRow[]> {
  const ripe = daysBefore(asOf, COHORT_WINDOW).slice(0, 7);
  const counts = states.flatMap((_, i) => {
    const entry = `entry_${i + 2}`;
    const days = engine.dialect.days("entry_2", entry);
    return [
      `count(${entry}) AS reached_${i}`,
      `sum(CASE WHEN ${days} <= ${COHORT_WINDOW} THEN 1 ELSE 0 END) AS reached90_${i}`
    ];
  });
  const rows = await engine.rows(sql`
    SELECT
      ${month("entry_2")} AS month,
      count(*) AS entered,
      ${counts}
    FROM journeys
    WHERE entry_2 >= DATE ${literal(from)}
    GROUP BY 1
    ORDER BY 1
  `);
  return rows.flatMap((row) =>
    states.map((state, i) => ({
      month: String(row.month),
      state: state.id,
      entered: Number(row.entered),
      reached: Number(row[`reached_${i}`]),
      reached90: String(row.month) < ripe ? Number(row[`reached90_${i}`]) : null
    }))
  );
}

/**
 * People by the month in which they entered the state before, and how many moved on within the step's window. Only
 * months that the data cover and all of whose people have had the whole window.
 */
export async function readSteps(
  engine: Engine,
  states: readonly State[],
  { asOf, from: begin }: Features
): Promise<StepCohort[]> {
  const parts = states.slice(1).map((state, i) => {
    const [from, to] = [`entry_${i + 1}`, `entry_${i + 2}`];
    const ripe = daysBefore(asOf, state.windowDays).slice(0, 7);
    const moved = `${engine.dialect.days(from, to)} <= ${state.windowDays}`;
    return sql`
      SELECT
        ${i + 1} AS place,
        ${literal(state.id)} AS state,
        ${month(from)} AS month,
        count(*) AS entered,
        sum(CASE WHEN ${moved} THEN 1 ELSE 0 END) AS moved
      FROM journeys
      WHERE ${from} IS NOT NULL AND ${month(from)} >= ${literal(begin.slice(0, 7))} AND ${month(from)} < ${literal(ripe)}
      GROUP BY 3
    `;
  });
  const rows = await engine.rows(sql`
    WITH cohorts AS (
      ${union(parts)}
    )
    SELECT state, month, entered, moved
    FROM cohorts
    ORDER BY place, month
  `);
  return rows.map((r) => ({
    state: String(r.state),
    month: String(r.month),
    entered: Number(r.entered),
    moved: Number(r.moved ?? 0)
  }));
}
