import type { QUALITY } from "../../src/words/quality.js";
import type { PublishedScore } from "./published.js";

/** From how many times its usual gap on a file counts as behind: one missed delivery may be chance. */
export const USUAL_GAPS = 3;

/** An amount this many times the middle one is more often a slip of the keyboard than a sale. */
export const LARGE_TIMES = 100;

/** Amounts are counted in this many steps of a factor of e, so that the middle one is found to within half a step. */
export const AMOUNT_STEPS = 10;

/** One side of the quality of a file, scored 0–1; its words are in `QUALITY`. */
export interface Dimension {
  id: keyof typeof QUALITY;
  /** Scores from which on a file is good, or fair. */
  good: number;
  fair: number;
}

/** The scorecard's five dimensions. Names: DAMA UK, The Six Primary Dimensions (2013); plausibility: Kahn et al., eGEMs 4(1), 2016. */
export const DIMENSIONS: readonly Dimension[] = [
  { id: "completeness", good: 0.75, fair: 0.4 },
  { id: "validity", good: 0.99, fair: 0.95 },
  { id: "uniqueness", good: 0.99, fair: 0.9 },
  { id: "freshness", good: 1, fair: 0.5 },
  { id: "plausibility", good: 0.999, fair: 0.99 }
];

/** The word for a score. */
export function levelOf({ good, fair }: Dimension, score: number): NonNullable<PublishedScore["level"]> {
  return score >= good ? "good" : score >= fair ? "fair" : "weak";
}
