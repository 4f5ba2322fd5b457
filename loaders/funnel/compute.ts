import type { Bilingual } from "../../src/terms/lang.js";
import type { Definitions } from "../definitions/read.js";
import type { Engine } from "../engine/engine.js";
import type { Features } from "../features/compute.js";
import { readCohorts, readSteps } from "./cohorts.js";
import { readDimensions } from "./dimensions.js";
import { makeJourneys } from "./journeys.js";

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

/** Makes `journeys`, the way of each customer through the states, and counts. */
export async function computeFunnel(
  engine: Engine,
  { states, features: known }: Definitions,
  features: Features
): Promise<Funnel> {
  await makeJourneys(engine, states, DIMENSIONS);
  const usable = DIMENSIONS.filter((id) => !features.lacking.has(id));
  return {
    rows: await readDimensions(engine, states, usable, features.asOf),
    cohorts: await readCohorts(engine, states, features),
    steps: await readSteps(engine, states, features),
    dimensions: usable.map((id) => ({ id, label: known.get(id)?.label ?? { vi: id, en: id } }))
  };
}
