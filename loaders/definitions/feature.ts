import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import type { Dialect } from "../engine/dialect.js";

/** What happened on a day, added up: a column of `facts`. */
export type Measure = string;

/** A sum, first day or last day of a measure up to the as-of date, over all time or the last months. */
export interface Base {
  column: string;
  kind: "sum" | "first" | "last";
  measure: Measure;
  months?: number | undefined;
}

/** A quantile of a feature over the firm's own customers at each date. */
export interface Break {
  column: string;
  feature: string;
  quantile: number;
  /** SQL on features: who is counted. */
  among: string;
}

/** What a feature's SQL may be made from. Each call gives a column name and notes that it is needed. */
export interface Parts {
  dialect: Dialect;
  /** The as-of date of the row. */
  asOf: string;
  sum(measure: Measure, months?: number): string;
  first(measure: Measure): string;
  last(measure: Measure): string;
  /** A column of `attributes`: what doesn't change with time. */
  attribute(column: string): string;
  /** Another feature of the same row. */
  feature(id: string): string;
  /** The firm's own quantile of a feature. */
  quantile(feature: string, quantile: number, among?: string): string;
}

/** One column of the features table: one value per customer, as of a date. */
export interface Feature {
  id: string;
  label: Bilingual;
  unit: Unit;
  /** What it is, with its formula, in words. */
  meaning: Bilingual;
  whenNull: Bilingual;
  /** `table.column` that must be there; without them the feature is null for everyone. */
  needs: readonly string[];
  sql: (parts: Parts) => string;
}

/** `numerator / denominator` as a double, null where the denominator is null or zero. */
export function ratio(d: Dialect, numerator: string, denominator: string): string {
  return `${d.double(numerator)} / NULLIF(${d.double(denominator)}, 0)`;
}
