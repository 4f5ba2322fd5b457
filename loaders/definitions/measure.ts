import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import type { ValueType } from "./check-formula.js";
import type { Formula } from "./formula.js";

/** What happened on a day, added up: a column of `facts`. */
export interface Measure {
  id: string;
  label: Bilingual;
  /** Money and ratings, which may be halves, are added up exactly; all else in whole numbers. */
  unit: Unit;
  of: RowName;
  /** `count()`, `count(condition)` or `total(value)` over the rows of a customer and day. */
  formula: Formula;
  /** `table.column` that must be there, `a|b` where one of several will do. */
  needs: readonly string[];
}

export type MeasureSet = ReadonlyMap<string, Measure>;

/** Rows that measures count: what each row is, which values it has, and the column without which there are none. */
export const ROWS = {
  /** One order of a known customer on a day it has lines on. */
  orders: {
    needs: ["orders.ordered_at"],
    columns: {
      order_count: "number",
      main: "number",
      bait: "number",
      revenue: "number",
      sales: "number",
      returns: "number",
      discount: "number",
      profit: "number",
      channel: "text",
      branch: "text",
      campaign: "text"
    }
  },
  /** One event of a known customer; `contact_cost` is what one contact of care cost that month. */
  events: {
    needs: ["events.kind"],
    columns: {
      kind: "text",
      value: "number",
      channel: "text",
      product: "text",
      subject: "text",
      branch: "text",
      campaign: "text",
      contact_cost: "number"
    }
  },
  /** A category on the day somebody first bought of it. */
  categories: { needs: ["orders.category"], columns: { category: "text" } },
  /** A product bought within its first days on sale. */
  launches: { needs: ["orders.product_id|orders.product"], columns: {} },
  /** A person brought who bought, on the day of their first order. */
  referrals: { needs: ["customers.referred_by|events.other_customer_id"], columns: {} },
  /** The day itself, after its other measures were added up. */
  days: { needs: ["orders.ordered_at"], columns: {} }
} as const satisfies Record<string, { needs: readonly string[]; columns: Readonly<Record<string, ValueType>> }>;

export type RowName = keyof typeof ROWS;
export const ROW_NAMES = Object.keys(ROWS) as RowName[];
