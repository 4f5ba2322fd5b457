import type { MERGES } from "../../src/words/people.js";

/** A phone or e-mail under which more different names are known than this is a counter's, a family's or an agency's. */
export const MOST_NAMES = 4;

/** Ids that contacts chain together beyond this many, without one that all of them carry, are no person. */
export const MOST_CHAINED = 50;

/** A phone or e-mail of more identities than this is shared without a look at their names. */
export const MOST_IDENTITIES = 1000;

/** A reason to take two identities for one person; its words are in `MERGES`. */
export type RuleId = keyof typeof MERGES;

/** Every rule by which identities become one person, with its number: the strongest has the lowest and goes first. */
export const RULES: Readonly<Record<RuleId, number>> = {
  together: 0,
  "same-id": 1,
  "phone-name": 2,
  "email-name": 3,
  "phone-part": 4,
  "email-part": 5,
  "phone-only": 6,
  "email-only": 7
};

/**
 * Why identities with one phone or e-mail stay apart: more names than `MOST_NAMES` use it, people of different names
 * use it, the settings say that they are different people, or it is a link of a chain longer than `MOST_CHAINED`.
 */
export type SharedId = "many-names" | "other-names" | "apart" | "chain";
