import { lineage } from "../definitions/lineage.js";
import type { Definitions } from "../definitions/read.js";
import type { Scheme } from "../definitions/scheme.js";
import type { Engine } from "../engine/engine.js";
import { computePast, type Features } from "../features/compute.js";
import { type CrossRow, readCross } from "./cross.js";
import { makeMembership, readFound } from "./membership.js";
import { type MigrationRow, readMigration } from "./migration.js";
import { readTrend, type TrendRow } from "./trend.js";

/**
 * Who is in which group at the as-of date, beside the table `membership` (one row per customer, one column per
 * scheme). Exact counts: suppression comes with publishing.
 */
export interface Segments {
  cross: CrossRow[];
  /** `scheme.threshold` → the quantile found at the as-of date; null where too few people are behind it. */
  found: Record<string, number | null>;
}

/** How groups came to be what they are, beside the table `membership_past` (one row per customer and month end). */
export interface History {
  /** Sizes at every month end, and at the as-of date. */
  trend: TrendRow[];
  migration: MigrationRow[];
}

/** For those who can't wait for the past. */
export const NO_HISTORY: History = { trend: [], migration: [] };

/** Features that rules of the schemes read; the past needs only these. */
function neededFeatures(schemes: readonly Scheme[]): Set<string> {
  const needed = new Set<string>();
  for (const scheme of schemes) {
    for (const group of scheme.groups) for (const id of lineage(group.rule).names) needed.add(id);
    for (const { quantile } of scheme.thresholds)
      if (quantile) for (const id of [quantile.of, ...lineage(quantile.among).names]) needed.add(id);
  }
  return needed;
}

/** Makes `membership`. Of fewer people than the minimum no quantile is told. */
export async function assignSegments(
  engine: Engine,
  definitions: Definitions,
  features: Features,
  minimum: number
): Promise<Segments> {
  await makeMembership(engine, definitions, features, {
    from: "features",
    to: "membership",
    grain: "one row per customer: the group of every scheme"
  });
  return {
    cross: await readCross(engine, definitions.schemes),
    found: await readFound(engine, definitions, features, minimum)
  };
}

/** Makes `features_past` and `membership_past` by the same rules: how groups grew, and who moved. */
export async function computeHistory(engine: Engine, definitions: Definitions, features: Features): Promise<History> {
  const { schemes } = definitions;
  await computePast(engine, definitions, features, neededFeatures(schemes));
  await makeMembership(engine, definitions, features, {
    from: "features_past",
    to: "membership_past",
    grain: "one row per customer and month end since the customer is known: the group of every scheme"
  });
  return { trend: await readTrend(engine, schemes), migration: await readMigration(engine, schemes, features) };
}
