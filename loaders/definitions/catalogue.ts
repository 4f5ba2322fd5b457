import type { ValueType } from "./check-formula.js";
import type { ConstantSet, WordListSet } from "./constant.js";
import type { FeatureSet } from "./feature.js";
import type { MeasureSet } from "./measure.js";

/** What is known of a customer for all dates alike: a column of `attributes`. */
export interface Attribute {
  type: ValueType;
  /** `table.column` that it comes from, `a|b` where one of several will do. */
  needs: readonly string[];
}

/** Everything that can be known of one customer, and what it is made from. */
export interface Catalogue {
  features: FeatureSet;
  measures: MeasureSet;
  attributes: ReadonlyMap<string, Attribute>;
  constants: ConstantSet;
  lists: WordListSet;
  /** Where customers come from → words that exports use for it. */
  origins: ReadonlyMap<string, readonly string[]>;
}
