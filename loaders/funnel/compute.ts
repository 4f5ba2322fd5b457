import type { Bilingual } from "../../src/terms/lang.js";
import type { Definitions } from "../definitions/read.js";
import type { State } from "../definitions/states.js";
import type { Engine } from "../engine/engine.js";
import type { Features } from "../features/compute.js";
import { readCohorts, readSteps } from "./cohorts.js";
import { readDimensions } from "./dimensions.js";
import { makeJourneys } from "./journeys.js";
import type { CohortRow, FunnelRow, StepCohort } from "./rows.js";

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
  const rows = await readDimensions(engine, states, usable, features.asOf);
  const told = findTold(states, rows, features.lacking);
  const isTold = ({ state }: { state: string }) => told.has(state);
  return {
    rows: rows.filter(isTold),
    cohorts: (await readCohorts(engine, states, features)).filter(isTold),
    steps: (await readSteps(engine, states, features)).filter(isTold),
    dimensions: usable.map((id) => ({ id, label: known.get(id)?.label ?? { vi: id, en: id } }))
  };
}

/**
 * The states up to the last that these data can tell of: those after it are no zero, as no column says who is there.
 * One that lacks its column and lies before is told by whoever has come past it.
 */
function findTold(
  states: readonly State[],
  rows: readonly FunnelRow[],
  lacking: ReadonlyMap<string, string>
): ReadonlySet<string> {
  const reached = new Set(rows.filter((row) => row.reached > 0).map((row) => row.state));
  const last = states.findLastIndex(({ id }) => !lacking.has(`${id}_date`) || reached.has(id));
  return new Set(states.slice(0, Math.max(1, last + 1)).map(({ id }) => id));
}
