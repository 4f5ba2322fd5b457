import { bilingual } from "../../../src/terms/words.js";
import type { Feature, Parts } from "../feature.js";
import { type State, sinceLabel } from "../states.js";
import { NEVER } from "./define.js";

/** The first day of evidence of each state. */
const EVIDENCE: Readonly<Record<string, (p: Parts) => string>> = {
  niche: (p) => p.attribute("first_seen"),
  lead: (p) => p.first("connections"),
  buyer: (p) => p.first("bait_orders"),
  customer: (p) => p.first("main_orders"),
  member: (p) => reachedBy(p, "member_day"),
  fan: (p) => reachedBy(p, "fan_day"),
  referral: (p) => {
    const [said, bought] = [p.first("referrals"), p.first("referred_buyers")];
    return `CASE WHEN ${said} IS NULL OR ${bought} < ${said} THEN ${bought} ELSE ${said} END`;
  }
};

/**
 * The day somebody reached each of the states, from the earliest evidence of it. A state that was skipped is counted
 * as passed by the funnel.
 */
export function stateFeatures(states: readonly State[]): Feature[] {
  return states.map((state) => {
    const sql = EVIDENCE[state.id];
    if (!sql) throw new Error(`no evidence of state: ${state.id}`);
    return {
      id: `${state.id}_date`,
      unit: "date",
      label: sinceLabel(state),
      meaning: state.evidence,
      whenNull: bilingual(NEVER),
      needs: state.needs,
      sql
    };
  });
}

/** A day that lies fixed once it has come; before it, it is not known. */
function reachedBy(p: Parts, day: string): string {
  return `CASE WHEN ${p.attribute(day)} <= ${p.asOf} THEN ${p.attribute(day)} END`;
}
