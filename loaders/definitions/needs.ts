import type { Attribute } from "./catalogue.js";
import { type Formula, partsOf } from "./formula.js";

/** Where the parts of a formula get their columns from. */
export interface NeedSources {
  measures: ReadonlyMap<string, { needs: readonly string[] }>;
  attributes: ReadonlyMap<string, Attribute>;
  /** Columns of another value of the row. */
  needsOf(name: string): readonly string[];
}

/**
 * The columns without which a formula comes to nothing, in reading order. `coalesce` does without all but its last
 * part.
 */
export function needsOf(formula: Formula, sources: NeedSources): string[] {
  const visit = (part: Formula): readonly string[] => {
    if (part.kind === "name") return sources.needsOf(part.name);
    if (part.kind !== "call") return partsOf(part).flatMap(visit);
    const [first] = part.parts;
    const name = first?.kind === "name" ? first.name : "";
    switch (part.name) {
      case "sum":
      case "first":
      case "last":
        return sources.measures.get(name)?.needs ?? [];
      case "attribute":
        return sources.attributes.get(name)?.needs ?? [];
      case "coalesce":
        return part.parts.slice(-1).flatMap(visit);
      default:
        return partsOf(part).flatMap(visit);
    }
  };
  return [...new Set(visit(formula))];
}
