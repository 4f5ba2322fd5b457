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

export type WordListSet = ReadonlyMap<string, WordList>;

/** The value of a constant. Throws for one that there isn't. */
export function constantValue(constants: ConstantSet, id: string): number {
  const constant = constants.get(id);
  if (!constant) throw new Error(`unknown constant: ${id}`);
  return constant.value;
}

/** The words of a list. Throws for one that there isn't. */
export function listWords(lists: WordListSet, id: string): readonly string[] {
  const list = lists.get(id);
  if (!list) throw new Error(`unknown list: ${id}`);
  return list.values;
}
