import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import type { FindingKind, NameOf, NumberOf } from "../definitions/findings.js";

/** One sentence worth saying first, with the numbers behind it. Ordered by strength, best first. */
export interface Finding {
  id: string;
  kind: FindingKind;
  headline: Bilingual;
  detail: Bilingual;
  /** Page it leads to, as a path below the language: `funnel`, `segments?scheme=rfm`. */
  page: string;
  evidence: { label: Bilingual; value: number; unit: Unit; of?: number }[];
  strength: number;
}

/** A finding before it is put into words: its kind, what it is about, its numbers; null is not to be told. */
export type RawFinding = {
  [Kind in FindingKind]: {
    id: string;
    kind: Kind;
    /** Words from the data that the sentence names: a source, a product, a branch, a campaign. Empty: none. */
    about: Readonly<Record<NameOf<Kind>, string>>;
    numbers: Readonly<Record<NumberOf<Kind>, number | null>>;
    /** Comparable across kinds: about how many standard errors it stands out, times how much of the firm it touches. */
    strength: number;
  };
}[FindingKind];

/** How many standard errors two shares are apart. Source: pooled two-proportion z-test. */
export function apart(hitsA: number, totalA: number, hitsB: number, totalB: number): number {
  if (totalA === 0 || totalB === 0) return 0;
  const pooled = (hitsA + hitsB) / (totalA + totalB);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / totalA + 1 / totalB));
  return error === 0 ? 0 : (hitsA / totalA - hitsB / totalB) / error;
}
