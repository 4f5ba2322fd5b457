import type { State } from "../definitions/states.js";
import { toSql } from "../definitions/to-sql.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";

/** Later than any day of the data: where a state was never entered. */
const NEVER = "DATE '9999-12-31'";

/**
 * Makes `journeys`: for each state, by its place from 1, the day of entry (`entry_1`, null: never entered) and whether
 * it was skipped (`skipped_1`); `furthest` counts the states entered, with or without a day. A state counts as entered on its own earliest
 * evidence or on that of any later state, whichever is first: so the funnel can't grow.
 */
export async function makeJourneys(
  engine: Engine,
  states: readonly State[],
  dimensions: readonly string[]
): Promise<void> {
  const context = { dialect: engine.dialect, name: (feature: string) => feature };
  const places = states.map((_, i) => i + 1);
  const entered = (place: number) => {
    const evidence = places.slice(place - 1).map((later) => `evidence_${later}`);
    return evidence.length === 1 ? evidence[0] : `LEAST(${evidence.join(", ")})`;
  };
  await createTable(engine, {
    name: "journeys",
    grain: "one row per customer",
    from: sql`
      WITH evidence AS (
        SELECT
          person,
          snapshot,
          revenue_value,
          ${dimensions},
          ${states.map(({ id }, i) => `COALESCE(${id}_date, ${NEVER}) AS evidence_${i + 1}`)},
          ${states.map(({ undated }, i) => `${undated ? `COALESCE(${toSql(undated, context)}, FALSE)` : "FALSE"} AS undated_${i + 1}`)}
        FROM features
      ),
      entries AS (
        SELECT
          *,
          ${places.map((place) => `${entered(place)} AS entered_${place}`)}
        FROM evidence
      )
      SELECT
        person,
        snapshot,
        revenue_value,
        ${dimensions},
        ${places.map((place) => `NULLIF(entered_${place}, ${NEVER}) AS entry_${place}`)},
        ${places.map((place) => `CASE WHEN entered_${place} < evidence_${place} THEN 1 ELSE 0 END AS skipped_${place}`)},
        GREATEST(1, ${places.map((place) => `CASE WHEN entered_${place} < ${NEVER} OR undated_${place} THEN ${place} ELSE 0 END`).join(", ")}) AS furthest
      FROM entries
    `
  });
}
