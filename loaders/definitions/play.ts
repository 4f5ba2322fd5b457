import type { Lang } from "../../src/terms/lang.js";
import type { Formula } from "./formula.js";

/** The words of a play; all of them in both languages. */
export const PLAY_FIELDS = [
  "name",
  "know",
  "say",
  "show",
  "do",
  "trigger",
  "channel",
  "offer",
  "owner",
  "cadence",
  "stop",
  "measure"
] as const;
export type PlayField = (typeof PLAY_FIELDS)[number];

/** Numbers of a group that say how many people a play addresses. */
export const AUDIENCES = [
  "customers",
  "consenting_customers",
  "overdue_customers",
  "lost_customers",
  "one_time_customers",
  "repeat_customers",
  "complaint_customers",
  "untouched_customers",
  "new_customers",
  "unbought_customers",
  "discount_customers",
  "referral_customers",
  "silent_customers"
] as const;

/** Numbers that say what one success brings. */
export const WORTHS = [
  "average_order_value",
  "revenue_per_customer",
  "profit_per_customer",
  "average_order_profit"
] as const;

/** Something to do with a group, with what it may bring. */
export interface Play {
  id: string;
  audience: (typeof AUDIENCES)[number];
  worth: (typeof WORTHS)[number];
  /** Assumed share of the audience that acts, 0–1; to be replaced by the firm's own result. */
  response: number;
  /** Conditions on numbers of the group, and of everybody as `all.<number>`; all of them have to hold. */
  when: readonly Formula[];
  words: Record<Lang, Record<PlayField, string>>;
  file: string;
  /** Line of the file on which the play begins. */
  line: number;
}
