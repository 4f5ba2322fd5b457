import { evaluate } from "../definitions/evaluate.js";
import { type Numbers, numberIn } from "../definitions/numbers.js";
import type { Business, FACTS, Firm } from "../definitions/stages.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { monthIndex, monthsBefore } from "../features/calendar.js";
import { isFew } from "../segments/suppress.js";
import type { TargetInputs } from "./inputs.js";

type Facts = Record<(typeof FACTS)[number], number | null>;
type Inputs = Pick<TargetInputs, "tables" | "features" | "all" | "minimum">;

/** The numbers of the business as a whole: what its stage and its readiness are judged by. */
export async function readFirm(engine: Engine, { numbers }: Business, inputs: Inputs): Promise<Firm> {
  const known: Numbers = { ...inputs.all, ...(await readFacts(engine, inputs)) };
  const entries = [...numbers].map(([id, { formula }]) => {
    const value = evaluate(formula, { name: (name) => known[name] });
    return [id, typeof value === "number" ? value : null];
  });
  return Object.fromEntries(entries);
}

async function readFacts(engine: Engine, { tables, features, all, minimum }: Inputs): Promise<Facts> {
  const { asOf, from } = tables;
  const halfYearAgo = `DATE ${literal(monthsBefore(asOf, 6))}`;
  const yearAgo = `DATE ${literal(monthsBefore(asOf, 12))}`;
  const [row] = await engine.rows(sql`
    WITH by_person AS (
      SELECT
        person,
        sum(CASE WHEN day > ${halfYearAgo} THEN revenue ELSE 0 END) AS now,
        sum(CASE WHEN day <= ${halfYearAgo} THEN revenue ELSE 0 END) AS before
      FROM facts
      WHERE day > ${yearAgo}
      GROUP BY person
    )
    SELECT
      sum(now) AS now,
      sum(before) AS before,
      sum(CASE WHEN now <> 0 THEN 1 ELSE 0 END) AS people_now,
      sum(CASE WHEN before <> 0 THEN 1 ELSE 0 END) AS people_before
    FROM by_person
  `);
  const few = [row?.people_now, row?.people_before].some((people) => isFew(Number(people ?? 0), minimum));
  const enough = from <= monthsBefore(asOf, 11) && !few;
  return {
    months_of_data: monthIndex(asOf) - monthIndex(from) + 1,
    half_year_revenue: Number(row?.now ?? 0),
    half_year_revenue_before: enough ? Number(row?.before ?? 0) : null,
    cost: costOf(all, features.lacking)
  };
}

/** What is known of the cost to win and to serve; null where one of the two is hidden, or neither is in the data. */
function costOf(all: Numbers, lacking: Inputs["features"]["lacking"]): number | null {
  const costs = [
    ...(lacking.has("cost_to_win_value") ? [] : [numberIn(all, "win_cost")]),
    ...(lacking.has("cost_to_serve_value") ? [] : [numberIn(all, "serve_cost")])
  ];
  if (costs.length === 0) return null;
  return costs.reduce((sum, x) => (sum === null || x === null ? null : sum + x), 0);
}
