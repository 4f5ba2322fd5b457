import type { Engine } from "../engine/engine.js";
import { apart, type RawFinding } from "./finding.js";

const PEOPLE = 30;
const TIMES = 1.8;
const ERRORS = 4;

/** Campaigns whose new customers later buy mostly on discount, unlike all others: a promotion that trained people to wait. */
export async function findTrainedToWait(engine: Engine, minimum: number): Promise<RawFinding[]> {
  const rows = await engine.rows(
    "SELECT campaign, count(*) AS people, sum(later) AS later, sum(later_discount) AS later_discount, sum(gap_days) AS gap_days, sum(gaps) AS gaps FROM (SELECT a.first_campaign AS campaign, o.person, sum(CASE WHEN o.nth > 1 THEN 1 ELSE 0 END) AS later, sum(CASE WHEN o.nth > 1 AND o.discount > 0.05 * (o.sales + o.discount) THEN 1 ELSE 0 END) AS later_discount, max(f.usual_gap_days) * max(CASE WHEN f.usual_gap_days IS NOT NULL THEN 1 ELSE 0 END) AS gap_days, max(CASE WHEN f.usual_gap_days IS NOT NULL THEN 1 ELSE 0 END) AS gaps FROM (SELECT person, discount, sales, row_number() OVER (PARTITION BY person ORDER BY day, order_key) AS nth FROM order_heads WHERE order_count > 0) AS o INNER JOIN attributes AS a ON o.person = a.person INNER JOIN features AS f ON o.person = f.person GROUP BY a.first_campaign, o.person) AS starters GROUP BY campaign ORDER BY campaign"
  );
  const total = (key: string, except: (typeof rows)[number]) =>
    rows.reduce((sum, r) => sum + (r === except ? 0 : Number(r[key] ?? 0)), 0);
  return rows.flatMap((row): RawFinding[] => {
    const [people, later, bought] = [Number(row.people), Number(row.later), Number(row.later_discount)];
    const [othersLater, othersBought] = [total("later", row), total("later_discount", row)];
    if (row.campaign === null || people < Math.max(PEOPLE, minimum) || later < PEOPLE || othersLater < PEOPLE)
      return [];
    const [rate, others] = [bought / later, othersBought / othersLater];
    const z = apart(bought, later, othersBought, othersLater);
    if (z < ERRORS || rate < TIMES * others) return [];
    const gap = Number(row.gap_days ?? 0) / Math.max(1, Number(row.gaps));
    const othersGap = total("gap_days", row) / Math.max(1, total("gaps", row));
    return [
      {
        id: `promotion-${row.campaign}`,
        kind: "trained-to-wait",
        page: "segments?scheme=sales-groups&group=bargain",
        about: { campaign: String(row.campaign) },
        numbers: { people, rate, others, gap: Math.round(gap), othersGap: Math.round(othersGap) },
        strength: 41 + Math.min(z, 40) / 2
      }
    ];
  });
}
