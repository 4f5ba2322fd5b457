/** The two languages everything is said in; Vietnamese is the original. */
export type Lang = "vi" | "en";

/** The languages in the order in which they are shown. */
export const LANGS: readonly Lang[] = ["vi", "en"];

/** The same thing said in both languages. */
export type Bilingual = Record<Lang, string>;

/** A text as definitions and words are written down: the Vietnamese original, then its English equal. */
export type Pair = readonly [vi: string, en: string];
