import { z } from "zod";
import { isZone } from "../engine/zone.js";
import { expecting } from "../issues/expected.js";

/** Stands in a mapping file where a person is to decide. */
export const OPEN = "?";

/** A time zone by its name, such as `Asia/Ho_Chi_Minh`. */
export const zone = z
  .string()
  .refine(isZone)
  .meta(expecting(["một múi giờ như Asia/Ho_Chi_Minh", "a time zone such as Asia/Ho_Chi_Minh"]));

const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** What is said of one sheet, wherever: every key optional, what is said wins over what is recognised. */
const KEYS = {
  table: z.enum(["customers", "orders", "events", "costs", "ignore"]),
  /** Id of a platform's layout, or null for none. */
  preset: z.string().nullable(),
  grain: z.enum(["order", "line", "first-line", "repeated", "unit", "row"]),
  /** Canonical column → heading, or null to drop one that was recognised. */
  columns: z.record(z.string(), z.string().nullable()),
  constants: z.record(z.string(), cell),
  words: z.record(z.string(), z.record(z.string(), z.string())),
  dates: z.enum(["iso", "dmy", "mdy", "ymd-compact", "named", "serial"]),
  zone: zone,
  numbers: z.enum(["dot", "comma"]),
  /** Names of the columns, for a file without a heading row. */
  headings: z.array(z.string()).min(1),
  headingRow: z.int().min(1),
  sheets: z.array(z.string()).min(1)
} as const;

export const said = z.strictObject(KEYS).partial();

/** How a person says a file is to be understood. */
export type Said = z.infer<typeof said>;

/** Two sayings about one sheet; the later wins, columns and words one by one. */
export function joinSaid(first: Said = {}, second: Said = {}): Said {
  const joined: Said = { ...first, ...second };
  if (first.columns && second.columns) joined.columns = { ...first.columns, ...second.columns };
  if (first.constants && second.constants) joined.constants = { ...first.constants, ...second.constants };
  if (first.words && second.words) {
    const columns = new Set([...Object.keys(first.words), ...Object.keys(second.words)]);
    joined.words = Object.fromEntries([...columns].map((id) => [id, { ...first.words?.[id], ...second.words?.[id] }]));
  }
  return joined;
}
