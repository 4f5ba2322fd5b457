import type { Arithmetic, Call, Condition, Formula } from "./formula.js";

export type FormulaValue = number | string | boolean | null;

/** Values of the names and places of a formula where it is computed on the spot; undefined counts as not known. */
export interface Values {
  name(name: string): FormulaValue | undefined;
  place?(id: string): number | undefined;
}

/**
 * The value of a formula without a database, by the same rules as in SQL: null is what is not known, a quotient by
 * nothing is null, a condition on what is not known is null. Throws at a function that needs rows.
 */
export function evaluate(formula: Formula, values: Values): FormulaValue {
  const value = (part: Formula | undefined): FormulaValue => (part ? evaluate(part, values) : null);
  switch (formula.kind) {
    case "number":
    case "text":
      return formula.value;
    case "name":
      return values.name(formula.name) ?? null;
    case "place":
      return values.place?.(formula.id) ?? null;
    case "arithmetic":
      return calculate(formula, value);
    case "condition":
      return compare(formula, value);
    case "all":
      return decide(formula.parts.map(value), false);
    case "any":
      return decide(formula.parts.map(value), true);
    case "not": {
      const held = value(formula.part);
      return held === null ? null : !held;
    }
    case "call":
      return call(formula, value);
    case "list":
      throw new Error("a list has no value of its own");
  }
}

function calculate({ operator, left, right }: Arithmetic, value: (part: Formula) => FormulaValue): number | null {
  const [a, b] = [value(left), value(right)];
  if (typeof a !== "number" || typeof b !== "number") return null;
  if (operator === "/") return b === 0 ? null : a / b;
  return operator === "+" ? a + b : operator === "-" ? a - b : a * b;
}

function compare({ left, operator, right }: Condition, value: (part: Formula) => FormulaValue): boolean | null {
  const a = value(left);
  if (operator === "known" || operator === "unknown") return (a !== null) === (operator === "known");
  if (a === null) return null;
  if (right?.kind === "list") return right.values.some((item) => item.value === a);
  const b = right ? value(right) : null;
  if (b === null) return null;
  return { "=": a === b, "!=": a !== b, ">": a > b, "<": a < b, ">=": a >= b, "<=": a <= b, in: false }[operator];
}

/** `deciding` where one part is so, null where one is not known, else the other. */
function decide(parts: readonly FormulaValue[], deciding: boolean): boolean | null {
  if (parts.includes(deciding)) return deciding;
  return parts.includes(null) ? null : !deciding;
}

function call({ name, parts }: Call, value: (part: Formula | undefined) => FormulaValue): FormulaValue {
  const numbers = () => parts.map(value).filter((part) => typeof part === "number");
  switch (name) {
    case "if":
      return value(value(parts[0]) === true ? parts[1] : parts[2]);
    case "coalesce":
      return parts.map(value).find((part) => part !== null) ?? null;
    case "min":
    case "max": {
      const known = numbers();
      return known.length === 0 ? null : known.reduce((a, b) => (name === "min" ? Math.min(a, b) : Math.max(a, b)));
    }
    default:
      throw new Error(`${name} needs rows`);
  }
}
