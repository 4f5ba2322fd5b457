import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";

/** A number that decides something. */
export interface Constant {
  id: string;
  label: Bilingual;
  unit: Unit;
  value: number;
  range: readonly [number, number];
  /** Why this value. */
  reason: Bilingual;
}

export type ConstantSet = ReadonlyMap<string, Constant>;

/** Words that decide something. */
export interface WordList {
  id: string;
  label: Bilingual;
  values: readonly string[];
  reason: Bilingual;
}
