import { z } from "zod";
import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import type { Rule } from "./rule.js";
import { text } from "./text.js";

/** A number that a rule compares with. With `quantile`, `value` is a share (0–1) and the firm's own quantile is used. */
export interface Threshold {
  id: string;
  /** Line of the file it is written on, for errors. */
  line?: number | undefined;
  label: Bilingual;
  unit: Unit;
  default: number;
  /** The default, or what the firm's settings put in its place. */
  value: number;
  range: readonly [number, number];
  reason: Bilingual;
  quantile?: { of: string; among: Rule } | undefined;
}

export interface Group {
  id: string;
  /** Line of the file it is written on, for errors. */
  line?: number | undefined;
  label: Bilingual;
  description: Bilingual;
  rule: Rule;
}

/** One way to divide all customers: the first rule that holds gives the group. */
export interface Scheme {
  id: string;
  family: string;
  familyLabel: Bilingual;
  label: Bilingual;
  question: Bilingual;
  thresholds: readonly Threshold[];
  groups: readonly Group[];
  file: string;
}

/** Customers seen clearly whom no rule of the scheme takes. */
export const OTHERS = "others";
/** Customers for whom some rule could not be decided, as data are missing. */
export const NOT_ENOUGH_DATA = "not-enough-data";

export const RESTS: readonly { id: string; label: Bilingual; description: Bilingual }[] = [
  {
    id: OTHERS,
    label: { vi: "Còn lại", en: "Others" },
    description: { vi: "Đủ dữ liệu, không khớp nhóm nào", en: "Data are there, no rule holds" }
  },
  {
    id: NOT_ENOUGH_DATA,
    label: { vi: "Chưa đủ dữ liệu", en: "Not enough data" },
    description: { vi: "Thiếu dữ liệu để xếp nhóm", en: "Data that the rules need are missing" }
  }
];

/** The column of a scheme in the membership table. */
export function schemeColumn(id: string): string {
  return `in_${id.replaceAll("-", "_")}`;
}

/** A threshold as it is written. */
export const threshold = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: text,
  unit: z.enum(["count", "money", "share", "days", "ratio", "score", "months"]),
  quantile: z.strictObject({ of: z.string(), among: z.string() }).optional(),
  default: z.number(),
  range: z.tuple([z.number(), z.number()]),
  reason: text
});
