import { z } from "zod";
import { DAY_FORMATS, NUMBER_STYLES } from "../engine/dialect.js";
import { isZone } from "../engine/zone.js";
import { expecting } from "../issues/expected.js";
import { TABLE_NAMES } from "./columns.js";
import { GRAINS } from "./grain.js";
import { AMOUNT_READINGS, COST_READINGS, DISCOUNT_READINGS } from "./money-reading.js";

/** Stands in a mapping file where a person is to decide. */
export const OPEN = "?";

/** In place of a table: the file or sheet is left alone. */
export const IGNORE = "ignore";

/** A time zone by its name, such as `Asia/Ho_Chi_Minh`. */
export const zone = z
  .string()
  .refine(isZone)
  .meta(expecting(["một múi giờ như Asia/Ho_Chi_Minh", "a time zone such as Asia/Ho_Chi_Minh"]));

/** In place of a key: the sheets stay apart. */
export const NO_JOIN = "none";

const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** What is said of one sheet, wherever: every key optional, what is said wins over what is recognised. */
const KEYS = {
  table: z.enum([...TABLE_NAMES, IGNORE]),
  /** Id of a platform's layout, or null for none. */
  preset: z.string().nullable(),
  grain: z.enum(GRAINS),
  /** Canonical column → heading, or null to drop one that was recognised. */
  columns: z.record(z.string(), z.string().nullable()),
  constants: z.record(z.string(), cell),
  words: z.record(z.string(), z.record(z.string(), z.string())),
  /** Name of another sheet → the key that both have, `key = key of the other`, or `none`. */
  join: z.record(z.string(), z.string()),
  dates: z.enum(DAY_FORMATS),
  zone: zone,
  numbers: z.enum(NUMBER_STYLES),
  amount: z.enum(AMOUNT_READINGS),
  discount: z.enum(DISCOUNT_READINGS),
  cost: z.enum(COST_READINGS),
  /** Whether equal rows are copies of one another, or sales. */
  duplicates: z.enum(["drop", "keep"]),
  /** Names of the columns, for a file without a heading row. */
  headings: z.array(z.string()).min(1),
  headingRow: z.int().min(1),
  sheets: z.array(z.string()).min(1)
} as const;

export const overridesSchema = z.strictObject(KEYS).partial();

/** How a person says a file is to be read. */
export type Overrides = z.infer<typeof overridesSchema>;

/** Two sets of overrides of one sheet; the later wins, columns and words one by one. */
export function joinOverrides(first: Overrides = {}, second: Overrides = {}): Overrides {
  const joined: Overrides = { ...first, ...second };
  if (first.columns && second.columns) joined.columns = { ...first.columns, ...second.columns };
  if (first.constants && second.constants) joined.constants = { ...first.constants, ...second.constants };
  if (first.join && second.join) joined.join = { ...first.join, ...second.join };
  if (first.words && second.words) {
    const columns = new Set([...Object.keys(first.words), ...Object.keys(second.words)]);
    joined.words = Object.fromEntries([...columns].map((id) => [id, { ...first.words?.[id], ...second.words?.[id] }]));
  }
  return joined;
}
