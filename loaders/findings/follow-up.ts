import type { FindingDefinition } from "../definitions/findings.js";
import { valuesOf } from "../definitions/limits.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { daysBefore } from "../features/calendar.js";
import { apart, type RawFinding } from "./finding.js";

type Definition = FindingDefinition<"missing-follow-up">;

interface Cell {
  branch: string;
  month: string;
  orders: number;
  followed: number;
  repeated: number;
  /** Orders old enough for the repeat window to have passed. */
  judged: number;
}

/**
 * Branches that stopped following up after the sale: from some month on far less often than all other branches, though not before. Tells what became of the repeat rate there.
 */
export async function findMissingFollowUp(
  engine: Engine,
  definition: Definition,
  asOf: string,
  minimum: number
): Promise<RawFinding[]> {
  const { follow_up_days, repeat_days } = valuesOf(definition.limits);
  const d = engine.dialect;
  const followed = `f.follow_ups > 0 AND ${d.days("o.day", "f.day")} BETWEEN 0 AND ${follow_up_days}`;
  const repeated = `f.orders > 0 AND ${d.days("o.day", "f.day")} BETWEEN 1 AND ${repeat_days}`;
  const rows = await engine.rows(sql`
    WITH sales AS (
      SELECT branch, person, day, order_key
      FROM order_heads
      WHERE order_count > 0 AND branch IS NOT NULL AND day <= DATE ${literal(daysBefore(asOf, follow_up_days))}
    ),
    after AS (
      SELECT person, day, follow_ups, orders
      FROM facts
      WHERE follow_ups > 0 OR orders > 0
    ),
    judged AS (
      SELECT
        o.branch,
        substr(CAST(o.day AS VARCHAR), 1, 7) AS month,
        CASE WHEN o.day <= DATE ${literal(daysBefore(asOf, repeat_days))} THEN 1 ELSE 0 END AS old,
        max(CASE WHEN ${followed} THEN 1 ELSE 0 END) AS followed,
        max(CASE WHEN ${repeated} THEN 1 ELSE 0 END) AS repeated
      FROM sales AS o
      LEFT JOIN after AS f ON o.person = f.person AND f.day >= o.day
      GROUP BY o.branch, o.person, o.day, o.order_key
    )
    SELECT
      branch,
      month,
      count(*) AS orders,
      sum(followed) AS followed,
      sum(CASE WHEN old = 1 THEN repeated ELSE 0 END) AS repeated,
      sum(old) AS judged
    FROM judged
    GROUP BY branch, month
    ORDER BY branch, month
  `);
  const cells = rows.map(
    (r): Cell => ({
      branch: String(r.branch),
      month: String(r.month),
      orders: Number(r.orders),
      followed: Number(r.followed),
      repeated: Number(r.repeated),
      judged: Number(r.judged)
    })
  );
  return [...new Set(cells.map((c) => c.branch))].flatMap((branch) => judge(branch, cells, definition, minimum));
}

function judge(branch: string, cells: readonly Cell[], definition: Definition, minimum: number): RawFinding[] {
  const bar = valuesOf(definition.limits);
  const months = [...new Set(cells.map((c) => c.month))].sort();
  const rate = (pick: readonly Cell[]) => sum(pick, "followed") / Math.max(1, sum(pick, "orders"));
  const of = (month: string, here: boolean) => cells.filter((c) => c.month === month && (c.branch === branch) === here);
  let start = months.length;
  const stopped = (month: string) => rate(of(month, true)) < bar.below * rate(of(month, false));
  while (start > 0 && stopped(months[start - 1] ?? "")) start--;
  const since = months[start];
  if (since === undefined || months.length - start < bar.months) return [];
  const pick = (here: boolean, after: boolean) =>
    cells.filter((c) => (c.branch === branch) === here && c.month >= since === after);
  const [now, others, before, othersBefore] = [
    pick(true, true),
    pick(false, true),
    pick(true, false),
    pick(false, false)
  ];
  const z = apart(sum(others, "followed"), sum(others, "orders"), sum(now, "followed"), sum(now, "orders"));
  if (sum(now, "orders") < Math.max(bar.orders, minimum) || z < bar.errors) return [];
  const repeat = (pick: readonly Cell[]) => sum(pick, "repeated") / Math.max(1, sum(pick, "judged"));
  return [
    {
      id: `follow-up-${branch}`,
      kind: "missing-follow-up",
      about: { branch, since },
      numbers: {
        now: rate(now),
        before: rate(before),
        others: rate(others),
        orders: sum(now, "orders"),
        repeat: repeat(now),
        repeatBefore: repeat(before),
        repeatOthers: repeat(others),
        repeatOthersBefore: repeat(othersBefore)
      },
      strength: definition.strength + Math.min(z, 40) / 2
    }
  ];
}

function sum(cells: readonly Cell[], key: "orders" | "followed" | "repeated" | "judged"): number {
  return cells.reduce((total, cell) => total + cell[key], 0);
}
