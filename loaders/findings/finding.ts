import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";

/** One sentence worth saying first, with the numbers behind it. Ordered by strength, best first. */
export interface Finding {
  id: string;
  kind:
    | "channel-conversion"
    | "complaint-wave"
    | "missing-follow-up"
    | "trained-to-wait"
    | "concentration"
    | "lost-after-sale"
    | "funnel-gap";
  headline: Bilingual;
  detail: Bilingual;
  /** Page it leads to, as a path below the language: `funnel`, `segments?scheme=rfm`. */
  page: string;
  evidence: { label: Bilingual; value: number; unit: Unit; of?: number }[];
  strength: number;
}

/** A finding before it is put into words: its kind, what it is about, its numbers. */
export interface RawFinding {
  id: string;
  kind: Finding["kind"];
  page: string;
  /** Words from the data that the sentence names: a source, a product, a branch, a campaign. */
  about: Record<string, string>;
  numbers: Record<string, number>;
  /** Comparable across kinds: about how many standard errors it stands out, times how much of the firm it touches. */
  strength: number;
}

/** How many standard errors two shares are apart. Source: pooled two-proportion z-test. */
export function apart(hitsA: number, totalA: number, hitsB: number, totalB: number): number {
  if (totalA === 0 || totalB === 0) return 0;
  const pooled = (hitsA + hitsB) / (totalA + totalB);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / totalA + 1 / totalB));
  return error === 0 ? 0 : (hitsA / totalA - hitsB / totalB) / error;
}
