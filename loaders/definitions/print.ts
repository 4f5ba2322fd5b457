import type { Arithmetic, Formula } from "./formula.js";
import { findFunction } from "./functions.js";
import { canStandBare } from "./scanner.js";

/** How strongly the kinds bind: a part that binds less than its whole stands in brackets. */
const BINDING = { any: 1, all: 2, not: 3, condition: 4, sum: 5, product: 6, whole: 7 } as const;

/** Which of two formulas binds its parts more strongly; the same in print and in SQL. */
export function bindingOf(formula: Formula): number {
  switch (formula.kind) {
    case "any":
    case "all":
    case "not":
    case "condition":
      return BINDING[formula.kind];
    case "arithmetic":
      return formula.operator === "+" || formula.operator === "-" ? BINDING.sum : BINDING.product;
    default:
      return BINDING.whole;
  }
}

/** A formula as text that parses to the same formula. */
export function print(formula: Formula): string {
  const inside = (part: Formula, least: number) => {
    const text = print(part);
    return bindingOf(part) < least ? `(${text})` : text;
  };
  switch (formula.kind) {
    case "number":
      return printNumber(formula.value);
    case "text":
      return `"${formula.value}"`;
    case "name":
      return formula.name;
    case "place":
      return `{${formula.id}}`;
    case "list":
      return `[${formula.values.map(printValue).join(", ")}]`;
    case "arithmetic": {
      const binding = bindingOf(formula);
      return `${inside(formula.left, binding)} ${formula.operator} ${inside(formula.right, binding + 1)}`;
    }
    case "condition": {
      const { left, operator, right } = formula;
      const subject = inside(left, BINDING.sum);
      if (!right) return `${subject} is ${operator}`;
      return `${subject} ${operator} ${operator === "=" || operator === "!=" ? printEqual(right) : inside(right, BINDING.sum)}`;
    }
    case "all":
      return formula.parts.map((part) => inside(part, BINDING.not)).join(" and ");
    case "any":
      return formula.parts.map((part) => inside(part, BINDING.all)).join(" or ");
    case "not":
      return `not ${inside(formula.part, BINDING.not)}`;
    case "call": {
      const choices = findFunction(formula.name)?.choices ?? {};
      const named = Object.entries(formula.named).map(
        ([name, part]) => `${name}: ${name in choices && part.kind === "text" ? part.value : print(part)}`
      );
      return `${formula.name}(${[...formula.parts.map(print), ...named].join(", ")})`;
    }
  }
}

/** Right of `=`, where bare words are a text: what begins with a name stands in brackets. */
function printEqual(right: Formula): string {
  if (right.kind === "text" || right.kind === "number") return printValue(right);
  const bare = beginsBare(right) || bindingOf(right) < BINDING.sum;
  return bare ? `(${print(right)})` : print(right);
}

function beginsBare(formula: Formula): boolean {
  if (formula.kind === "arithmetic") return beginsBare((formula as Arithmetic).left);
  return formula.kind !== "place";
}

function printValue(value: Formula): string {
  if (value.kind === "text" && canStandBare(value.value)) return value.value;
  return print(value);
}

/** Without an exponent, which no formula has. */
function printNumber(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  return value.toFixed(Math.abs(value) < 1 ? 20 : 0).replace(/(\.\d*?)0+$/, "$1");
}
