import { type Call, type Formula, partsOf } from "./formula.js";
import { findFunction } from "./functions.js";

/** What a formula reads: each name once, in reading order. */
export interface Lineage {
  /** Values of the row: features, numbers of a group, columns; `all.x` by that name. */
  names: readonly string[];
  measures: readonly string[];
  attributes: readonly string[];
  /** Thresholds and constants. */
  places: readonly string[];
}

/** Everything that formulas read, each by itself: what a feature reads whose name stands there is not followed. */
export function lineage(...formulas: readonly Formula[]): Lineage {
  const found = { names: new Set<string>(), measures: new Set<string>(), attributes: new Set<string>() };
  const places = new Set<string>();
  const visit = (formula: Formula): void => {
    if (formula.kind === "name") found.names.add(formula.name);
    if (formula.kind === "place") places.add(formula.id);
    const kind = kindOfNames(formula);
    for (const part of partsOf(formula))
      if (kind && part.kind === "name") found[kind].add(part.name);
      else visit(part);
  };
  for (const formula of formulas) visit(formula);
  return {
    names: [...found.names],
    measures: [...found.measures],
    attributes: [...found.attributes],
    places: [...places]
  };
}

/** What bare names are that a function is given; undefined where they are values like everywhere. */
function kindOfNames(formula: Formula): "measures" | "attributes" | undefined {
  const of = formula.kind === "call" ? findFunction((formula as Call).name)?.of : undefined;
  return of && `${of}s`;
}
