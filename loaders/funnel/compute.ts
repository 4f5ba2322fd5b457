import type { Bilingual } from "../../src/terms/lang.js";
import type { Definitions } from "../definitions/read.js";
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
  return {
    rows: await readDimensions(engine, states, usable, features.asOf),
    cohorts: await readCohorts(engine, states, features),
    steps: await readSteps(engine, states, features),
    dimensions: usable.map((id) => ({ id, label: known.get(id)?.label ?? { vi: id, en: id } }))
  };
}
