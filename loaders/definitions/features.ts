import type { Feature } from "./feature.js";
import { BUYING } from "./features/buying.js";
import { CONTACT } from "./features/contact.js";
import { IDENTITY } from "./features/identity.js";
import { RHYTHM } from "./features/rhythm.js";
import { stateFeatures } from "./features/states.js";
import type { State } from "./states.js";

/** Every feature by its id, in the order of the features table. */
export type FeatureSet = ReadonlyMap<string, Feature>;

/** Every feature, the days of entry into the states among them. */
export function featuresWith(states: readonly State[]): FeatureSet {
  const features = [...BUYING, ...RHYTHM, ...CONTACT, ...stateFeatures(states), ...IDENTITY];
  return new Map(features.map((feature) => [feature.id, feature]));
}

/** The first column that a feature needs and no file carries; undefined when it can be computed. */
export function missingColumn(feature: Feature, columns: ReadonlySet<string>): string | undefined {
  return feature.needs.find((need) => !need.split("|").some((column) => columns.has(column)))?.split("|")[0];
}
