import type { Bilingual } from "../../src/terms/lang.js";
import type { Definitions } from "../definitions/read.js";
import type { State } from "../definitions/states.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { daysBefore } from "../features/calendar.js";
import type { Features } from "../features/compute.js";
import { timeToMove, type Waiting } from "./survival.js";

/** One state of the funnel for one value of a dimension (`all` / `all` is everybody). Exact counts. */
export interface FunnelRow {
  dimension: string;
  value: string;
  state: string;
  /** People who are in this state or have passed it. */
  reached: number;
  /** People whose furthest state this is. */
  current: number;
  conversionFromPrevious: number | null;
  conversionFromTop: number | null;
  /** People counted as passed though no evidence of this very state exists. */
  skipped: number;
  /** People who moved here from the state before, the base of the days. */
  moved: number;
  p25Days: number | null;
  medianDays: number | null;
  p75Days: number | null;
}

/** People who became leads in one month and how far they have come; `reached90` only where 90 days have passed. */
export interface CohortRow {
  month: string;
  state: string;
  entered: number;
  reached: number;
  reached90: number | null;
}

/** Conversion into a state, by month of entering the state before it, within the state's window. */
export interface StepCohort {
  state: string;
  month: string;
  entered: number;
  moved: number;
}

export interface Funnel {
  rows: FunnelRow[];
  cohorts: CohortRow[];
  steps: StepCohort[];
  dimensions: { id: string; label: Bilingual }[];
}

const DIMENSIONS = ["source", "branch", "main_channel", "customer_type", "distance", "province"];
/** Values of a dimension shown by name; the rest are taken together. */
const SHOWN = 12;
export const OTHER_VALUES = "…";
const COHORT_WINDOW = 90;

/**
 * Makes `journeys` (one row per customer: the day of entry into each state, `entry_1` … `entry_7`) and counts.
 * A state counts as entered on its own earliest evidence or on that of any later state, whichever is first:
 * so the funnel can't grow.
 */
export async function computeFunnel(
  engine: Engine,
  { states, features: known }: Definitions,
  features: Features
): Promise<Funnel> {
  await makeJourneys(engine, states);
  const usable = DIMENSIONS.filter((id) => !features.lacking.has(id));
  const dimensions = usable.map((id) => ({
    id,
    label: known.get(id)?.label ?? { vi: id, en: id }
  }));
  const rows: FunnelRow[] = [];
  for (const dimension of ["all", ...usable]) rows.push(...(await readDimension(engine, states, dimension, features)));
  return {
    rows,
    cohorts: await readCohorts(engine, states, features),
    steps: await readSteps(engine, states, features),
    dimensions
  };
}

async function makeJourneys(engine: Engine, states: readonly State[]): Promise<void> {
  const dates = states.map((s) => `${s.id}_date`);
  await engine.run(`CREATE TABLE journeys AS ${chainEntries(dates)}`);
}

/** Nested selects, one state a level, so that the SQL grows by one comparison a state. */
function chainEntries(dates: readonly string[]): string {
  const never = "DATE '9999-12-31'";
  let sql = `SELECT *, COALESCE(${dates.at(-1)}, ${never}) AS entry_${dates.length} FROM features`;
  for (let i = dates.length - 1; i > 0; i--) {
    const own = `COALESCE(${dates[i - 1]}, ${never})`;
    sql = `SELECT *, CASE WHEN ${own} <= entry_${i + 1} THEN ${own} ELSE entry_${i + 1} END AS entry_${i} FROM (${sql}) AS s${i}`;
  }
  const entries = dates.map((_, i) => `NULLIF(entry_${i + 1}, ${never}) AS entry_${i + 1}`);
  const skipped = dates.map(
    (date, i) =>
      `CASE WHEN entry_${i + 1} < ${never} AND (${date} IS NULL OR ${date} > entry_${i + 1}) THEN 1 ELSE 0 END AS skipped_${i + 1}`
  );
  const furthest = dates.map((_, i) => `CASE WHEN entry_${i + 1} < ${never} THEN 1 ELSE 0 END`).join(" + ");
  return `SELECT person, snapshot, revenue_value, ${DIMENSIONS.join(", ")}, ${entries.join(", ")}, ${skipped.join(", ")}, ${furthest} AS furthest FROM (${sql}) AS chain`;
}

async function readDimension(
  engine: Engine,
  states: readonly State[],
  dimension: string,
  { asOf }: Features
): Promise<FunnelRow[]> {
  const value = dimension === "all" ? "'all'" : dimension;
  const counts = states.flatMap((_, i) => [
    `count(entry_${i + 1}) AS reached_${i}`,
    `sum(CASE WHEN furthest = ${i + 1} THEN 1 ELSE 0 END) AS current_${i}`,
    `sum(skipped_${i + 1}) AS skipped_${i}`
  ]);
  const named =
    dimension === "all"
      ? "journeys"
      : `(SELECT j.*, COALESCE(t.value, ${literal(OTHER_VALUES)}) AS shown FROM journeys AS j LEFT JOIN (SELECT ${value} AS value FROM journeys WHERE ${value} IS NOT NULL GROUP BY ${value} ORDER BY count(*) DESC, ${value} LIMIT ${SHOWN}) AS t ON j.${dimension} = t.value WHERE j.${dimension} IS NOT NULL) AS j`;
  const by = dimension === "all" ? "'all'" : "shown";
  const rows = await engine.rows(
    `SELECT ${by} AS value, ${counts.join(", ")} FROM ${named} GROUP BY 1 ORDER BY count(*) DESC, 1`
  );
  const waits = await engine.rows(
    states
      .slice(1)
      .map((_, i) => {
        const [from, to] = [`entry_${i + 1}`, `entry_${i + 2}`];
        const days = engine.dialect.days(from, `COALESCE(${to}, DATE ${literal(asOf)})`);
        return `SELECT ${i + 1} AS state, ${by} AS value, ${days} AS days, count(${to}) AS moved, count(*) - count(${to}) AS waiting FROM ${named} WHERE ${from} IS NOT NULL AND skipped_${i + 1} = 0 GROUP BY 2, 3`;
      })
      .join(" UNION ALL ")
  );
  const tables = new Map<string, Waiting[]>();
  for (const w of waits) {
    const key = `${w.state} ${w.value}`;
    const table = tables.get(key) ?? [];
    table.push({ days: Number(w.days), moved: Number(w.moved), waiting: Number(w.waiting) });
    tables.set(key, table);
  }
  return rows.flatMap((row) =>
    states.map((state, i): FunnelRow => {
      const reached = Number(row[`reached_${i}`]);
      const before = i === 0 ? null : Number(row[`reached_${i - 1}`]);
      const table = tables.get(`${i} ${row.value}`) ?? [];
      return {
        dimension,
        value: String(row.value),
        state: state.id,
        reached,
        current: Number(row[`current_${i}`]),
        conversionFromPrevious: before ? reached / before : null,
        conversionFromTop: Number(row.reached_0) ? reached / Number(row.reached_0) : null,
        skipped: Number(row[`skipped_${i}`]),
        moved: table.reduce((sum, t) => sum + t.moved, 0),
        p25Days: timeToMove(table, 0.25),
        medianDays: timeToMove(table, 0.5),
        p75Days: timeToMove(table, 0.75)
      };
    })
  );
}

const MONTH = (x: string) => `substr(CAST(${x} AS VARCHAR), 1, 7)`;

async function readCohorts(
  engine: Engine,
  all: readonly State[],
  { asOf, from: begin }: Features
): Promise<CohortRow[]> {
  const d = engine.dialect;
  const ripe = daysBefore(asOf, COHORT_WINDOW).slice(0, 7);
  const states = all.slice(1);
  const counts = states.flatMap((_, i) => [
    `count(entry_${i + 2}) AS reached_${i}`,
    `sum(CASE WHEN ${d.days("entry_2", `entry_${i + 2}`)} <= ${COHORT_WINDOW} THEN 1 ELSE 0 END) AS reached90_${i}`
  ]);
  const rows = await engine.rows(
    `SELECT ${MONTH("entry_2")} AS month, count(*) AS entered, ${counts.join(", ")} FROM journeys WHERE entry_2 >= DATE ${literal(begin)} GROUP BY 1 ORDER BY 1`
  );
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

/** Only months that the data cover and all of whose people have had the whole window. */
async function readSteps(
  engine: Engine,
  states: readonly State[],
  { asOf, from: begin }: Features
): Promise<StepCohort[]> {
  const d = engine.dialect;
  const parts = states.slice(1).map((state, i) => {
    const [from, to] = [`entry_${i + 1}`, `entry_${i + 2}`];
    const ripe = literal(daysBefore(asOf, state.windowDays).slice(0, 7));
    return `SELECT ${i + 1} AS place, ${literal(state.id)} AS state, ${MONTH(from)} AS month, count(*) AS entered, sum(CASE WHEN ${d.days(from, to)} <= ${state.windowDays} THEN 1 ELSE 0 END) AS moved FROM journeys WHERE ${from} IS NOT NULL AND ${MONTH(from)} < ${ripe} AND ${MONTH(from)} >= ${literal(begin.slice(0, 7))} GROUP BY 3`;
  });
  const rows = await engine.rows(`${parts.join(" UNION ALL ")} ORDER BY place, month`);
  return rows.map((r) => ({
    state: String(r.state),
    month: String(r.month),
    entered: Number(r.entered),
    moved: Number(r.moved ?? 0)
  }));
}
