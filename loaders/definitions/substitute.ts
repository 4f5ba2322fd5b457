import type { Formula, Name, Place } from "./formula.js";

/** The formula with names and places replaced; those for which nothing is given stay. */
export function substitute(formula: Formula, given: (leaf: Name | Place) => Formula | undefined): Formula {
  const inside = (part: Formula) => substitute(part, given);
  switch (formula.kind) {
    case "name":
    case "place":
      return given(formula) ?? formula;
    case "arithmetic":
      return { ...formula, left: inside(formula.left), right: inside(formula.right) };
    case "condition":
      return { ...formula, left: inside(formula.left), ...(formula.right && { right: inside(formula.right) }) };
    case "all":
    case "any":
      return { ...formula, parts: formula.parts.map(inside) };
    case "not":
      return { ...formula, part: inside(formula.part) };
    case "call": {
      const named = Object.fromEntries(Object.entries(formula.named).map(([name, part]) => [name, inside(part)]));
      return { ...formula, parts: formula.parts.map(inside), named };
    }
    default:
      return formula;
  }
}
