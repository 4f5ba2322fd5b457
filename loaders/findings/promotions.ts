import type { FindingDefinition } from "../definitions/findings.js";
import { valuesOf } from "../definitions/limits.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { apart, type RawFinding } from "./finding.js";

/** Campaigns whose new customers later buy mostly on discount, unlike all others: a promotion that trained people to wait. */
export async function findTrainedToWait(
  engine: Engine,
  definition: FindingDefinition<"trained-to-wait">,
  discountBar: number,
  minimum: number
): Promise<RawFinding[]> {
  const bar = valuesOf(definition.limits);
  const rows = await engine.rows(sql`
    WITH sales AS (
      SELECT
        person,
        CASE WHEN discount > ${discountBar} * (sales + discount) THEN 1 ELSE 0 END AS discounted,
        row_number() OVER (PARTITION BY person ORDER BY day, order_key) AS nth
      FROM order_heads
      WHERE order_count > 0
    ),
    buyers AS (
      SELECT
        person,
        sum(CASE WHEN nth > 1 THEN 1 ELSE 0 END) AS later,
        sum(CASE WHEN nth > 1 THEN discounted ELSE 0 END) AS later_discount
      FROM sales
      GROUP BY person
    )
    SELECT
      a.first_campaign AS campaign,
      count(*) AS people,
      sum(b.later) AS later,
      sum(b.later_discount) AS later_discount,
      sum(f.usual_gap_days) AS gap_days,
      count(f.usual_gap_days) AS gaps
    FROM buyers AS b
    INNER JOIN attributes AS a ON b.person = a.person
    INNER JOIN features AS f ON b.person = f.person
    GROUP BY a.first_campaign
    ORDER BY campaign
  `);
  const total = (key: string, except: (typeof rows)[number]) =>
    rows.reduce((sum, r) => sum + (r === except ? 0 : Number(r[key] ?? 0)), 0);
  return rows.flatMap((row): RawFinding[] => {
    const [people, later, bought] = [Number(row.people), Number(row.later), Number(row.later_discount)];
    const [othersLater, othersBought] = [total("later", row), total("later_discount", row)];
    if (
      row.campaign === null ||
      people < Math.max(bar.people, minimum) ||
      later < bar.people ||
      othersLater < bar.people
    )
      return [];
    const [rate, others] = [bought / later, othersBought / othersLater];
    const z = apart(bought, later, othersBought, othersLater);
    if (z < bar.errors || rate < bar.times * others) return [];
    const gap = Number(row.gap_days ?? 0) / Math.max(1, Number(row.gaps));
    const othersGap = total("gap_days", row) / Math.max(1, total("gaps", row));
    return [
      {
        id: `promotion-${row.campaign}`,
        kind: "trained-to-wait",
        about: { campaign: String(row.campaign) },
        numbers: { people, rate, others, gap: Math.round(gap), othersGap: Math.round(othersGap) },
        strength: definition.strength + Math.min(z, 40) / 2
      }
    ];
  });
}
