import { valuesOf } from "../definitions/limits.js";
import { divide, numberIn } from "../definitions/numbers.js";
import type { Definitions } from "../definitions/read.js";
import { type Scheme, schemeColumn } from "../definitions/scheme.js";
import { type Business, type Firm, type Stage, suggestStage } from "../definitions/stages.js";
import type { State } from "../definitions/states.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import type { Funnel } from "../funnel/compute.js";
import type { StepCohort } from "../funnel/rows.js";
import { lackingColumns, ruleSql } from "../segments/sql.js";
import { isFew } from "../segments/suppress.js";
import { readFirm } from "./business.js";
import type { TargetInputs } from "./inputs.js";
import { ease } from "./nearest.js";

/** How one stage's target group stands. `nearest` are those whom the group's rule, eased by half, would take. */
export interface StageTarget {
  stage: Stage;
  /** Null where a column that the group's rule needs is missing. */
  have: number | null;
  /** Null where it is a share of buyers whose number isn't known. */
  wanted: number | null;
  gap: number | null;
  /** Null, too, where it or the rest of those outside the group are too few to show. */
  nearest: number | null;
}

/** A step of the funnel against the firm's own best months. */
export interface StepTarget {
  from: string;
  to: string;
  /** Share of people moving on within the step's window, over all complete months; null where few did, or didn't. */
  conversion: number | null;
  /** Upper quartile of the monthly cohorts; null where it would tell of few people in one of them. */
  best: number | null;
  /** People more, if not too few to show, who would have moved in the last 12 complete months at the best rate. */
  people: number | null;
  /** Those people times what one in the next states has brought more than one who stayed. */
  money: number | null;
  cohorts: number;
}

export interface Targets {
  firm: Firm;
  stage: Stage;
  how: "set" | "suggested";
  stages: StageTarget[];
  steps: StepTarget[];
}

export async function computeTargets(
  engine: Engine,
  { business, states, schemes }: Definitions,
  inputs: TargetInputs
): Promise<Targets> {
  const { tables, features, funnel, all, settings, minimum } = inputs;
  const { stages } = business;
  const firm = await readFirm(engine, business, { tables, features, all, minimum });
  const set = stages.find((s) => s.number === settings.stage);
  const scheme = schemes.find((s) => s.id === "stage-fit");
  return {
    firm,
    stage: set ?? suggestStage(stages, firm),
    how: set ? "set" : "suggested",
    stages: scheme ? await countStages(engine, business, scheme, inputs) : [],
    steps: await readSteps(engine, business, states, funnel, minimum)
  };
}

async function countStages(
  engine: Engine,
  { stages, limits }: Business,
  scheme: Scheme,
  { features: { lacking }, all, settings, minimum }: TargetInputs
): Promise<StageTarget[]> {
  const column = schemeColumn(scheme.id);
  const buyers = numberIn(all, "buyers");
  const groups = stages.map((s) => scheme.groups.find((g) => g.id === s.group));
  // Whom an earlier rule of the scheme has taken would stay there, however far this one is eased.
  const taken = (i: number) =>
    scheme.groups
      .slice(0, scheme.groups.findIndex((g) => g.id === groups[i]?.id) + 1)
      .map((g) => literal(g.id))
      .join(", ") || "''";
  const counts = stages.flatMap((s, i) => {
    const group = groups[i];
    const eased = group
      ? ruleSql(
          engine.dialect,
          { ...scheme, thresholds: ease(scheme.thresholds, group.rule, limits.eased.value) },
          group.rule,
          lacking
        )
      : "FALSE";
    return [
      `sum(CASE WHEN m.${column} = '${s.group}' THEN 1 ELSE 0 END) AS have_${i}`,
      `sum(CASE WHEN m.${column} NOT IN (${taken(i)}) AND (${eased}) THEN 1 ELSE 0 END) AS near_${i}`,
      `sum(CASE WHEN m.${column} NOT IN (${taken(i)}) THEN 1 ELSE 0 END) AS outside_${i}`
    ];
  });
  const [row] = await engine.rows(sql`
    SELECT
      ${counts}
    FROM features AS f
    INNER JOIN membership AS m ON f.person = m.person
    LEFT JOIN membership_breaks AS b ON f.snapshot = b.as_of
  `);
  return stages.map((stage, i) => {
    const group = groups[i];
    const unknown = !group || (lackingColumns(group.rule, lacking).length > 0 && Number(row?.[`have_${i}`] ?? 0) === 0);
    const count = (of: string) => Number(row?.[`${of}_${i}`] ?? 0);
    const have = unknown ? null : count("have");
    const share = buyers === null ? null : Math.ceil(stage.wantedShare * buyers);
    const wanted = settings.wanted?.[stage.group as keyof typeof settings.wanted] ?? share;
    const near = count("near");
    const hidden = isFew(near, minimum) || isFew(count("outside") - near, minimum);
    return {
      stage,
      have,
      wanted,
      gap: have === null || wanted === null ? null : Math.max(0, wanted - have),
      nearest: unknown || hidden ? null : near
    };
  });
}

async function readSteps(
  engine: Engine,
  business: Business,
  states: readonly State[],
  funnel: Funnel,
  minimum: number
): Promise<StepTarget[]> {
  const { cohort_people, cohorts: fewest, best_share, gain_months } = valuesOf(business.limits);
  const few = (...people: number[]) => people.some((n) => isFew(n, minimum));
  const worth = await engine.rows(sql`
    WITH by_state AS (
      SELECT furthest, count(*) AS people, sum(revenue_value) AS revenue
      FROM journeys
      GROUP BY furthest
    ),
    steps AS (
      SELECT n + 1 AS state
      FROM ${engine.dialect.series(states.length - 1)} AS s
    )
    SELECT
      state,
      sum(CASE WHEN furthest > state THEN revenue ELSE 0 END) AS above,
      sum(CASE WHEN furthest > state THEN people ELSE 0 END) AS people_above,
      sum(CASE WHEN furthest = state THEN revenue ELSE 0 END) AS here,
      sum(CASE WHEN furthest = state THEN people ELSE 0 END) AS people_here
    FROM steps
    CROSS JOIN by_state
    GROUP BY state
  `);
  return states.slice(1).map((state, i) => {
    const months = funnel.steps.filter((s) => s.state === state.id);
    const cohorts = months.filter((s) => s.entered >= cohort_people);
    const entered = months.reduce((sum, s) => sum + s.entered, 0);
    const moved = months.reduce((sum, s) => sum + s.moved, 0);
    const conversion = entered > 0 && !few(moved, entered - moved) ? moved / entered : null;
    const best = cohorts.length >= fewest ? bestShare(cohorts, best_share, minimum) : null;
    const lastYear = months.slice(-gain_months).reduce((sum, s) => sum + s.entered, 0);
    const more = best === null || conversion === null ? null : Math.max(0, Math.round((best - conversion) * lastYear));
    const people = more === null || few(more) ? null : more;
    const w = worth.find((row) => Number(row.state) === i + 1);
    const [peopleAbove, peopleHere] = [Number(w?.people_above ?? 0), Number(w?.people_here ?? 0)];
    const above = few(peopleAbove, peopleHere) ? null : divide(Number(w?.above ?? 0), peopleAbove);
    const here = divide(Number(w?.here ?? 0), peopleHere) ?? 0;
    return {
      from: states[i]?.id ?? "",
      to: state.id,
      conversion,
      best,
      people,
      money: people === null || above === null ? null : Math.max(0, people * (above - here)),
      cohorts: cohorts.length
    };
  });
}

/** A quantile of the shares that moved on; null where a cohort it lies between has few who did, or who didn't. */
function bestShare(cohorts: readonly StepCohort[], share: number, minimum: number): number | null {
  const sorted = [...cohorts].sort((a, b) => a.moved / a.entered - b.moved / b.entered);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (!below || !above) return null;
  if ([below, above].some((c) => isFew(c.moved, minimum) || isFew(c.entered - c.moved, minimum))) return null;
  const [low, high] = [below.moved / below.entered, above.moved / above.entered];
  return low + (high - low) * (place - Math.floor(place));
}
