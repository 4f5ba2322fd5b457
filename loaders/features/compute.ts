import { type Feature, maybeGiven, missingColumn } from "../definitions/feature.js";
import type { Definitions } from "../definitions/read.js";
import type { Settings } from "../definitions/settings.js";
import { stateThreshold } from "../definitions/states.js";
import type { Engine } from "../engine/engine.js";
import type { Tables } from "../tables/compute.js";
import { computeAttributes } from "./attributes.js";
import { makeBaseNow, makeBasePast } from "./base.js";
import { monthEnds } from "./calendar.js";
import { makeCategories } from "./categories.js";
import { makeFacts } from "./facts.js";
import { createLayers } from "./layers.js";
import { makeLines } from "./lines.js";
import { type Fan, makeMilestones } from "./milestones.js";
import { makeOrders } from "./orders.js";
import { makePeople } from "./people.js";
import { planFeatures } from "./plan.js";

/** Month ends looked back on, besides the as-of date. */
export const PAST_MONTHS = 24;

/**
 * `features` has one row per customer at the as-of date, `features_past` (once `computePast` was called) one row per
 * customer and month end since the customer is known. Both carry `person` and `snapshot`.
 */
export interface Features {
  asOf: string;
  /** First day of the data. */
  from: string;
  /** Month ends before the as-of date, oldest first. */
  snapshots: string[];
  /** Feature id → column it lacks, for those that can't be computed. */
  lacking: ReadonlyMap<string, string>;
  /** Features taken from totals in a customers file, as there are no orders: of the as-of date alone. */
  given: ReadonlySet<string>;
}

/** Measures that later stages read beside the features. */
const ALWAYS = ["orders", "main_orders", "revenue", "follow_ups"];

/**
 * Makes `features` and, step by step, what they are made from:
 *
 *     people → lines → order_heads · customer_categories → facts → milestones · attributes → base_now → features
 */
export async function computeFeatures(
  engine: Engine,
  tables: Tables,
  settings: Settings,
  definitions: Definitions
): Promise<Features> {
  const { asOf, from } = tables;
  const order = [...definitions.features.keys()];
  const columns = availableColumns(tables, settings);
  const lacking = findLacking(definitions.features.values(), columns);
  const standIns = [...definitions.features.values()].flatMap((feature) => maybeGiven(feature, columns) ?? []);
  const features = new Map([...definitions.features, ...standIns.map((feature) => [feature.id, feature] as const)]);
  const given = new Set(standIns.map(({ id }) => id).filter((id) => !lacking.has(id)));
  const plan = planFeatures(engine.dialect, { ...definitions, features }, order, lacking);
  await makePeople(engine);
  await makeLines(engine, tables, settings);
  await makeOrders(engine, tables, settings);
  await makeCategories(engine);
  await makeFacts(engine, tables, definitions, new Set([...plan.bases.map(({ measure }) => measure), ...ALWAYS]));
  await makeMilestones(engine, fanOf(definitions));
  await computeAttributes(engine, tables, settings, definitions);
  await makeBaseNow(engine, plan, asOf);
  await createLayers(engine, plan, { target: "features", base: "base_now", grain: "one row per customer", order });
  return { asOf, from, snapshots: monthEnds(from, asOf, PAST_MONTHS), lacking, given };
}

/** Makes `features_past` with the features that are needed. */
export async function computePast(
  engine: Engine,
  definitions: Definitions,
  { lacking, given, snapshots }: Features,
  needed: ReadonlySet<string>
): Promise<void> {
  // Totals are of today: what they were a month ago, nobody knows.
  const unknown = new Map([...lacking, ...[...given].map((id) => [id, ""] as const)]);
  const plan = planFeatures(engine.dialect, definitions, [...needed].sort(), unknown);
  await makeBasePast(engine, plan, definitions.measures, snapshots);
  await createLayers(engine, plan, {
    target: "features_past",
    base: "base_past",
    grain: "one row per customer and month end since the customer is known",
    order: [...definitions.features.keys()]
  });
}

function findLacking(features: Iterable<Feature>, columns: ReadonlySet<string>): Map<string, string> {
  return new Map(
    [...features].flatMap((feature): [string, string][] => {
      const better = feature.unless !== undefined && columns.has(feature.unless);
      const missing = better ? feature.needs[0]?.split("|")[0] : missingColumn(feature, columns);
      return missing ? [[feature.id, missing]] : [];
    })
  );
}

/** What makes a fan: thresholds of the states, since the day of becoming one is a feature. */
function fanOf({ journey, schemes }: Definitions): Fan {
  return {
    orders: stateThreshold(journey, schemes, "fan_orders"),
    spanDays: stateThreshold(journey, schemes, "fan_span_days")
  };
}

/** Columns of the files, and those that settings stand in for. */
function availableColumns(tables: Tables, settings: Settings): ReadonlySet<string> {
  const columns = new Set(tables.columns);
  if (settings.bait?.products?.length || settings.bait?.maximumPrice !== undefined) columns.add("orders.offer");
  return columns;
}
