import type { FindingDefinition } from "../definitions/findings.js";
import { valuesOf } from "../definitions/limits.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { isFew } from "../segments/suppress.js";
import type { RawFinding } from "./finding.js";

const MONTH = "substr(CAST(occurred_at AS VARCHAR), 1, 7)";

/** Products with a month of complaints far above their other months. */
export async function findComplaintWaves(
  engine: Engine,
  definition: FindingDefinition<"complaint-wave">,
  minimum: number
): Promise<RawFinding[]> {
  const bar = valuesOf(definition.limits);
  const rows = await engine.rows(sql`
    SELECT product, ${MONTH} AS month, count(*) AS complaints, count(DISTINCT customer_id) AS people
    FROM events
    WHERE kind = 'complaint' AND product IS NOT NULL
    GROUP BY 1, 2
    ORDER BY 1, 2
  `);
  const totals = await engine.rows(sql`
    SELECT ${MONTH} AS month, count(*) AS complaints
    FROM events
    WHERE kind = 'complaint'
    GROUP BY 1
    ORDER BY 1
  `);
  const subjects = await engine.rows(sql`
    SELECT product, ${MONTH} AS month, subject, count(*) AS n
    FROM events
    WHERE kind = 'complaint' AND product IS NOT NULL AND subject IS NOT NULL
    GROUP BY 1, 2, 3
    ORDER BY 1, 2, 4 DESC, 3
  `);
  const last = String(totals.at(-1)?.month ?? "");
  const found: RawFinding[] = [];
  for (const row of rows) {
    const complaints = Number(row.complaints);
    const own = rows.filter((r) => r.product === row.product);
    const since = String(own[0]?.month ?? last);
    const otherMonths = Math.max(1, totals.filter((t) => String(t.month) >= since && t.month !== row.month).length);
    const usual =
      own.filter((r) => r.month !== row.month).reduce((sum, r) => sum + Number(r.complaints), 0) / otherMonths;
    const z = (complaints - usual) / Math.sqrt(Math.max(usual, 1));
    if (
      complaints < Math.max(bar.complaints, minimum) ||
      Number(row.people) < minimum ||
      complaints < bar.times * Math.max(usual, 1) ||
      z < bar.errors
    )
      continue;
    const all = Number(totals.find((t) => t.month === row.month)?.complaints ?? complaints);
    const [product, when] = [String(row.product), String(row.month)];
    const subject = String(subjects.find((s) => s.product === row.product && s.month === row.month)?.subject ?? "");
    const people = await countBehind(engine, { product, month: when, subject });
    found.push({
      id: `complaints-${product}-${when}`,
      kind: "complaint-wave",
      about: { product, month: when, subject: people.subject < minimum ? "" : subject },
      numbers: {
        complaints,
        usual: isFew(people.otherMonths, minimum) ? null : usual,
        share: isFew(people.otherProducts, minimum) ? null : complaints / all
      },
      strength: definition.strength + z / 2
    });
  }
  return found;
}

/** How many people stand behind what a wave is held against, and behind its subject. */
async function countBehind(
  engine: Engine,
  { product, month, subject }: { product: string; month: string; subject: string }
): Promise<{ otherMonths: number; otherProducts: number; subject: number }> {
  const [row] = await engine.rows(sql`
    WITH complaints AS (
      SELECT
        customer_id,
        CASE WHEN product = ${literal(product)} THEN 1 ELSE 0 END AS own,
        CASE WHEN ${MONTH} = ${literal(month)} THEN 1 ELSE 0 END AS now,
        CASE WHEN subject = ${literal(subject)} THEN 1 ELSE 0 END AS same
      FROM events
      WHERE kind = 'complaint'
    )
    SELECT
      count(DISTINCT CASE WHEN own = 1 AND now = 0 THEN customer_id END) AS other_months,
      count(DISTINCT CASE WHEN own = 0 AND now = 1 THEN customer_id END) AS other_products,
      count(DISTINCT CASE WHEN own = 1 AND now = 1 AND same = 1 THEN customer_id END) AS subject
    FROM complaints
  `);
  return {
    otherMonths: Number(row?.other_months ?? 0),
    otherProducts: Number(row?.other_products ?? 0),
    subject: Number(row?.subject ?? 0)
  };
}
