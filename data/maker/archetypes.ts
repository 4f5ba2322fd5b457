/**
 * How a kind of buyer behaves. Probabilities are per order unless said otherwise; people also vary around
 * their kind, so that groups overlap at their edges as they do in life.
 */
export interface Archetype {
  /** Share among buyers. */
  weight: number;
  /** Usual days between orders. */
  gap: number;
  /** Chance to stop after an order that was followed up, and how much more after one that was not. */
  quit: number;
  neglect: number;
  /** Orders before quitting is thought of, and the most there can be. */
  least: number;
  most: number;
  /** First order is bait only; later orders hold bait. */
  baitFirst: number;
  bait: number;
  /** Order on discount outside promotions, and on promotion days. */
  voucher: number;
  promotion: number;
  /** Looks for promotion days when choosing when to buy. */
  waits: boolean;
  complaint: number;
  returns: number;
  rating: number;
  /** Usual stars. */
  stars: number;
  review: number;
  share: number;
  support: number;
  /** Visits and views before each order. */
  views: number;
  /** Buys and tries newly launched products. */
  novelty: number;
  /** Growth of spend with each order, 0 being none. */
  rise: number;
  /** Weight when a newcomer says who sent them. */
  refers: number;
  /** Joined early (old contact or first months). */
  early: number;
}

// biome-ignore format: a row of figures is compared at a glance
const ORDINARY: Archetype = {
  weight: 0, gap: 60, quit: 0.09, neglect: 0.32, least: 1, most: 99, baitFirst: 0.5, bait: 0.16,
  voucher: 0.07, promotion: 0.45, waits: false, complaint: 0.022, returns: 0.022, rating: 0.1, stars: 4.3,
  review: 0.03, share: 0.015, support: 0.03, views: 0.6, novelty: 0.05, rise: 0, refers: 0.3, early: 0.17
};

const NAMES = [
  "bait-taker",
  "one-time",
  "occasional",
  "regular",
  "fan",
  "referrer",
  "bargain",
  "difficult",
  "browser-buyer",
  "willing",
  "forgiving",
  "viral",
  "valuable",
  "profitable"
] as const;

export type ArchetypeName = (typeof NAMES)[number];

/** Kinds of buyers; weights sum to about one, the rest become regulars. */
// biome-ignore format: a row of figures is compared at a glance
export const ARCHETYPES: Readonly<Record<ArchetypeName, Archetype>> = {
  "bait-taker": { ...ORDINARY, weight: 0.07, gap: 70, quit: 0.7, most: 2, baitFirst: 1, bait: 1, refers: 0 },
  "one-time": { ...ORDINARY, weight: 0.095, most: 1, baitFirst: 0, refers: 0.1 },
  occasional: { ...ORDINARY, weight: 0.2, gap: 42, quit: 0.015, neglect: 0.42 },
  regular: { ...ORDINARY, weight: 0.27, gap: 27, quit: 0.008, neglect: 0.32 },
  fan: {
    ...ORDINARY, weight: 0.07, gap: 24, quit: 0.002, neglect: 0.04, least: 4, baitFirst: 0.2, bait: 0.08, complaint: 0.006,
    rating: 0.16, stars: 4.8, review: 0.06, share: 0.04, views: 0.9, novelty: 0.08, refers: 2, early: 0.85
  },
  referrer: {
    ...ORDINARY, weight: 0.045, gap: 34, quit: 0.01, neglect: 0.14, least: 3, rating: 0.2, stars: 4.7, review: 0.07,
    share: 0.1, refers: 30, early: 0.5
  },
  bargain: {
    ...ORDINARY, weight: 0.075, gap: 58, quit: 0.03, neglect: 0.16, least: 2, voucher: 0.6, promotion: 0.96, waits: true,
    bait: 0.3, views: 2, refers: 0.2
  },
  difficult: {
    ...ORDINARY, weight: 0.032, gap: 55, quit: 0.05, neglect: 0.08, least: 3, complaint: 0.5, returns: 0.22, rating: 0.4,
    stars: 2.1, review: 0.14, support: 0.35, refers: 0
  },
  "browser-buyer": { ...ORDINARY, weight: 0.04, most: 1, views: 18, refers: 0 },
  willing: {
    ...ORDINARY, weight: 0.03, gap: 50, quit: 0.01, neglect: 0.08, least: 4, rating: 0.45, review: 0.3, novelty: 0.85,
    stars: 4.1, support: 0.08, early: 0.7
  },
  forgiving: {
    ...ORDINARY, weight: 0.03, gap: 45, quit: 0.01, neglect: 0.08, least: 5, rating: 0.5, stars: 4.6, early: 0.5
  },
  viral: {
    ...ORDINARY, weight: 0.028, gap: 40, quit: 0.01, neglect: 0.1, least: 4, rating: 0.35, stars: 4.8, review: 0.3,
    share: 0.45, complaint: 0.004, refers: 40, early: 0.5
  },
  valuable: {
    ...ORDINARY, weight: 0.03, gap: 36, quit: 0.005, neglect: 0.05, least: 6, baitFirst: 0.3, bait: 0.03, rise: 0.1,
    rating: 0.2, stars: 4.7, novelty: 0.06, refers: 2, early: 0.5
  },
  profitable: {
    ...ORDINARY, weight: 0.03, gap: 31, quit: 0.005, neglect: 0.05, least: 6, baitFirst: 0.1, bait: 0.01, voucher: 0,
    promotion: 0.03, complaint: 0, returns: 0, support: 0, views: 0.2, rating: 0.1, stars: 4.8, refers: 1, early: 0.45
  }
};

export const ARCHETYPE_NAMES: readonly ArchetypeName[] = NAMES;
