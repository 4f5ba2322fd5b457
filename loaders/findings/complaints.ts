import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import type { RawFinding } from "./finding.js";

const LEAST = 8;
const TIMES = 4;
const ERRORS = 5;

/** Products with a month of complaints far above their other months. */
export async function findComplaintWaves(engine: Engine, minimum: number): Promise<RawFinding[]> {
  const month = "substr(CAST(occurred_at AS VARCHAR), 1, 7)";
  const rows = await engine.rows(sql`
    SELECT product, ${month} AS month, count(*) AS complaints, count(DISTINCT customer_id) AS people
    FROM events
    WHERE kind = 'complaint' AND product IS NOT NULL
    GROUP BY 1, 2
    ORDER BY 1, 2
  `);
  const totals = await engine.rows(sql`
    SELECT ${month} AS month, count(*) AS complaints
    FROM events
    WHERE kind = 'complaint'
    GROUP BY 1
    ORDER BY 1
  `);
  const subjects = await engine.rows(sql`
    SELECT product, ${month} AS month, subject, count(*) AS n
    FROM events
    WHERE kind = 'complaint' AND product IS NOT NULL AND subject IS NOT NULL
    GROUP BY 1, 2, 3
    ORDER BY 1, 2, 4 DESC, 3
  `);
  const last = String(totals.at(-1)?.month ?? "");
  return rows.flatMap((row): RawFinding[] => {
    const complaints = Number(row.complaints);
    const own = rows.filter((r) => r.product === row.product);
    const since = String(own[0]?.month ?? last);
    const otherMonths = Math.max(1, totals.filter((t) => String(t.month) >= since && t.month !== row.month).length);
    const usual =
      own.filter((r) => r.month !== row.month).reduce((sum, r) => sum + Number(r.complaints), 0) / otherMonths;
    const z = (complaints - usual) / Math.sqrt(Math.max(usual, 1));
    if (
      complaints < Math.max(LEAST, minimum) ||
      Number(row.people) < minimum ||
      complaints < TIMES * Math.max(usual, 1) ||
      z < ERRORS
    )
      return [];
    const all = Number(totals.find((t) => t.month === row.month)?.complaints ?? complaints);
    const subject = String(subjects.find((s) => s.product === row.product && s.month === row.month)?.subject ?? "");
    return [
      {
        id: `complaints-${row.product}-${row.month}`,
        kind: "complaint-wave",
        page: "segments?scheme=sales-groups&group=difficult",
        about: { product: String(row.product), month: String(row.month), subject },
        numbers: { complaints, usual, times: complaints / Math.max(usual, 1), share: complaints / all },
        strength: 45 + z / 2
      }
    ];
  });
}
