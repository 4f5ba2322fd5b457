import { constantValue } from "../definitions/constant.js";
import type { Numbers } from "../definitions/numbers.js";
import type { Definitions } from "../definitions/read.js";
import type { Engine } from "../engine/engine.js";
import type { Features } from "../features/compute.js";
import type { Funnel } from "../funnel/compute.js";
import type { Tables } from "../tables/compute.js";
import type { Targets } from "../targets/compute.js";
import { findChannels } from "./channels.js";
import { findComplaintWaves } from "./complaints.js";
import type { RawFinding } from "./finding.js";
import { findMissingFollowUp } from "./follow-up.js";
import { findConcentration, findGaps, findLost } from "./money.js";
import { findTrainedToWait } from "./promotions.js";

/**
 * Looks for what matters most: a source that converts far better or worse, a wave of complaints, a branch that
 * stopped following up, a promotion that trained people to wait, money in few hands, customers forgotten after
 * the sale, the dearest gap of the funnel. Strongest first; each only where the numbers bear it.
 */
export async function computeFindings(
  engine: Engine,
  { findings, constants }: Definitions,
  inputs: { tables: Tables; features: Features; funnel: Funnel; targets: Targets; all: Numbers; minimum: number }
): Promise<RawFinding[]> {
  const { tables, features, funnel, targets, all, minimum } = inputs;
  const found = [
    ...findChannels(funnel, findings["channel-conversion"], minimum),
    ...(tables.columns.has("events.kind") && tables.columns.has("events.product")
      ? await findComplaintWaves(engine, findings["complaint-wave"], minimum)
      : []),
    ...(tables.columns.has("events.kind") && tables.columns.has("orders.branch")
      ? await findMissingFollowUp(engine, findings["missing-follow-up"], features.asOf, minimum)
      : []),
    ...(tables.columns.has("orders.campaign") && tables.columns.has("orders.discount")
      ? await findTrainedToWait(
          engine,
          findings["trained-to-wait"],
          constantValue(constants, "order_discount_bar"),
          minimum
        )
      : []),
    ...(await findConcentration(engine, findings.concentration, all)),
    ...(await findLost(engine, findings["lost-after-sale"], all, minimum)),
    ...findGaps(targets, findings["funnel-gap"])
  ];
  return found.sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1));
}
