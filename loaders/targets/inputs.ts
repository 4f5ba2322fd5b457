import type { Numbers } from "../definitions/numbers.js";
import type { Settings } from "../definitions/settings.js";
import type { Features } from "../features/compute.js";
import type { Funnel } from "../funnel/compute.js";
import type { Tables } from "../tables/compute.js";

export interface TargetInputs {
  tables: Tables;
  features: Features;
  funnel: Funnel;
  /** Everybody as it may be shown: nothing is made from what is hidden. */
  all: Numbers;
  settings: Settings;
  minimum: number;
}
