import { fold } from "../../src/terms/fold-heading.js";
import type { Catalogue } from "../definitions/catalogue.js";

/** Tells the source group that a cell means, or the cell itself where no group fits. */
export function sourceResolver(origins: Catalogue["origins"]): (source: string) => string {
  const byWord = new Map(
    [...origins].flatMap(([id, words]) => [id, ...words].map((word) => [fold(word), id] as const))
  );
  return (source) => byWord.get(fold(source)) ?? source;
}
