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
  /** What stands in where the formula's own columns are missing: totals as a customers file gives them. */
  given?:
    | { formula: Formula /** The columns of the formula that it stands in for. */; insteadOf: readonly string[] }
    | undefined;
  /** `table.column` where the feature isn't computed: it only stands in for what that column tells better. */
  unless?: string | undefined;
}

/** Every feature by its id, in the order of the features table. */
export type FeatureSet = ReadonlyMap<string, Feature>;

/** The first column that a feature needs and no file carries; undefined when it can be computed. */
export function missingColumn({ needs }: Pick<Feature, "needs">, columns: ReadonlySet<string>): string | undefined {
  return needs.find((need) => !need.split("|").some((column) => columns.has(column)))?.split("|")[0];
}

/** The feature by what stands in for its formula, where the formula's own columns are missing; undefined else. */
export function maybeGiven(feature: Feature, columns: ReadonlySet<string>): Feature | undefined {
  const { given } = feature;
  return given && missingColumn({ needs: given.insteadOf }, columns) !== undefined
    ? { ...feature, formula: given.formula }
    : undefined;
}
