import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import type { Formula } from "./formula.js";

/** One column of the features table: one value per customer, as of a date. */
export interface Feature {
  id: string;
  label: Bilingual;
  unit: Unit;
  /** What it is, with its formula, in words. */
  meaning: Bilingual;
  whenNull: Bilingual;
  /** `table.column` that must be there, `a|b` where one of several will do; without them it is null for everyone. */
  needs: readonly string[];
  formula: Formula;
}

/** Every feature by its id, in the order of the features table. */
export type FeatureSet = ReadonlyMap<string, Feature>;

/** The first column that a feature needs and no file carries; undefined when it can be computed. */
export function missingColumn(feature: Feature, columns: ReadonlySet<string>): string | undefined {
  return feature.needs.find((need) => !need.split("|").some((column) => columns.has(column)))?.split("|")[0];
}
