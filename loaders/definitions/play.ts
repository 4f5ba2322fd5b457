import type { Lang } from "../../src/terms/lang.js";

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

/** `group number, operator, number or factor × another number`. */
export interface PlayCondition {
  number: string;
  operator: ">=" | "<=" | ">" | "<" | "=" | "!=";
  factor: number;
  /** `group.x` or `all.x`; undefined when `factor` itself is the value. */
  of?: { who: "group" | "all"; number: string };
}

/** Something to do with a group, with what it may bring. */
export interface Play {
  id: string;
  audience: (typeof AUDIENCES)[number];
  worth: (typeof WORTHS)[number];
  /** Assumed share of the audience that acts, 0–1; to be replaced by the firm's own result. */
  response: number;
  when: readonly PlayCondition[];
  words: Record<Lang, Record<PlayField, string>>;
  file: string;
  /** Line of the file on which the play begins. */
  line: number;
}

const CONDITION =
  /^([a-z_0-9]+)\s*(>=|<=|!=|=|>|<)\s*(?:(-?\d+(?:\.\d+)?)(?:\s*\*\s*)?)?(?:(group|all)\.)?([a-z_][a-z_0-9]*)?$/;

/** Parses a condition of a play; undefined when it is none. */
export function parsePlayCondition(text: string): PlayCondition | undefined {
  const match = CONDITION.exec(text.trim());
  if (!match || (match[3] === undefined && match[5] === undefined)) return undefined;
  const [, number = "", operator, factor, who, other] = match;
  return {
    number,
    operator: operator as PlayCondition["operator"],
    factor: factor === undefined ? 1 : Number(factor),
    ...(other ? { of: { who: (who ?? "group") as "group" | "all", number: other } } : {})
  };
}
