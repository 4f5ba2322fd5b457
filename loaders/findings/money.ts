import type { FindingDefinition } from "../definitions/findings.js";
import { valuesOf } from "../definitions/limits.js";
import { type Numbers, numberIn } from "../definitions/numbers.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import type { Targets } from "../targets/compute.js";
import type { RawFinding } from "./finding.js";

/** The share of profit (revenue where cost is unknown) that the best fifth of the buyers brings. */
export async function findConcentration(
  engine: Engine,
  definition: FindingDefinition<"concentration">,
  all: Numbers
): Promise<RawFinding[]> {
  const bar = valuesOf(definition.limits);
  // How many a fifth of the buyers are tells how many buyers there are.
  if (numberIn(all, "buyers") === null) return [];
  const [row] = await engine.rows(sql`
    WITH buyers AS (
      SELECT
        person,
        COALESCE(profit_value, revenue_value) AS value,
        CASE WHEN profit_value IS NULL THEN 0 ELSE 1 END AS known
      FROM features
      WHERE orders_count > 0
    ),
    ranked AS (
      SELECT value, known, row_number() OVER (ORDER BY value DESC, person) AS place, count(*) OVER () AS n
      FROM buyers
    )
    SELECT
      count(*) AS buyers,
      sum(value) AS total,
      sum(CASE WHEN place <= ceil(${bar.top} * n) THEN value ELSE 0 END) AS top,
      max(known) AS known
    FROM ranked
  `);
  const buyers = Number(row?.buyers ?? 0);
  const total = Number(row?.total ?? 0);
  if (buyers < bar.buyers || total <= 0) return [];
  const share = Number(row?.top) / total;
  return [
    {
      id: "concentration",
      kind: "concentration",
      about: { of: Number(row?.known) === 1 ? "profit" : "revenue" },
      numbers: { top: bar.top, share, people: Math.ceil(bar.top * buyers) },
      strength: definition.strength + share * 10
    }
  ];
}

/** Buyers past their usual gap whom nobody has been in touch with since the sale. */
export async function findLost(
  engine: Engine,
  definition: FindingDefinition<"lost-after-sale">,
  all: Numbers,
  minimum: number
): Promise<RawFinding[]> {
  const [lost, share] = [numberIn(all, "lost_customers"), numberIn(all, "lost_share")];
  const order = numberIn(all, "average_order_value");
  if (lost === null || share === null || order === null || lost < minimum || share < definition.limits.share.value)
    return [];
  // One-time buyers are measured by the others' gaps: those of a few people are nobody's rhythm.
  const [own] = await engine.rows("SELECT count(*) AS people FROM features WHERE usual_gap_days > 0");
  if (Number(own?.people ?? 0) < minimum) return [];
  return [
    {
      id: "lost-after-sale",
      kind: "lost-after-sale",
      about: {},
      numbers: { people: lost, share, value: lost * order },
      strength: definition.strength + share * 20
    }
  ];
}

/** The step of the funnel where reaching the firm's own best months is worth most. */
export function findGaps({ steps }: Targets, definition: FindingDefinition<"funnel-gap">): RawFinding[] {
  const dearest = [...steps]
    .filter((s) => s.money !== null && s.people !== null && s.people > 0)
    .sort((a, b) => (b.money ?? 0) - (a.money ?? 0))[0];
  if (!dearest) return [];
  return [
    {
      id: `gap-${dearest.to}`,
      kind: "funnel-gap",
      about: { from: dearest.from, to: dearest.to },
      numbers: {
        conversion: dearest.conversion,
        best: dearest.best,
        people: dearest.people,
        money: dearest.money
      },
      strength: definition.strength
    }
  ];
}
