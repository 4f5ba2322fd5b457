import { type Dialect, literal } from "../engine/dialect.js";
import type { Call, Condition, Formula } from "./formula.js";
import { bindingOf, print } from "./print.js";

/** What the names of a formula are in SQL where it is to be computed. */
export interface SqlContext {
  dialect: Dialect;
  /** A feature, a column of what is read, `as_of`. */
  name(name: string): string;
  /** A threshold or constant. */
  place?(id: string): string;
  /** Functions beside `days`, `coalesce`, `if`, `min` and `max`, which are the same everywhere. */
  call?(call: Call, print: (part: Formula) => string): string;
  /** SQL for a condition that is decided here without looking at its parts. */
  condition?(condition: Condition): string | undefined;
}

/**
 * A formula as SQL. A condition is true, false, or null where what it asks is not known; a quotient is a double, null
 * where the divisor is null or zero; `min` and `max` leave out what is null.
 */
export function toSql(formula: Formula, context: SqlContext): string {
  const whole = (part: Formula) => toSql(part, context);
  const inside = (part: Formula, least: number) => (sqlBinding(part) < least ? `(${whole(part)})` : whole(part));
  switch (formula.kind) {
    case "number":
      return print(formula);
    case "text":
      return literal(formula.value);
    case "name":
      return context.name(formula.name);
    case "place":
      return context.place?.(formula.id) ?? unknown("place", formula.id);
    case "list":
      return `(${formula.values.map(whole).join(", ")})`;
    case "arithmetic": {
      const { dialect } = context;
      if (formula.operator === "/")
        return `${dialect.double(whole(formula.left))} / NULLIF(${dialect.double(whole(formula.right))}, 0)`;
      const binding = bindingOf(formula);
      return `${inside(formula.left, binding)} ${formula.operator} ${inside(formula.right, binding + 1)}`;
    }
    case "condition":
      return context.condition?.(formula) ?? conditionSql(formula, (part) => inside(part, SUM));
    case "all":
      return formula.parts.map((part) => inside(part, NOT)).join(" AND ");
    case "any":
      return formula.parts.map((part) => inside(part, ALL)).join(" OR ");
    case "not":
      return `NOT ${inside(formula.part, CONDITION + 1)}`;
    case "call":
      return callSql(formula, context, whole);
  }
}

const [ALL, NOT, CONDITION, SUM] = [2, 3, 4, 5];

/** What a context makes of a name or a call is taken for a whole: it brings its own brackets. */
const sqlBinding = bindingOf;

function conditionSql({ left, operator, right }: Condition, inside: (part: Formula) => string): string {
  if (!right) return `${inside(left)} IS ${operator === "known" ? "NOT NULL" : "NULL"}`;
  const sign = { in: "IN", "!=": "<>" }[operator as string] ?? operator;
  return `${inside(left)} ${sign} ${inside(right)}`;
}

/** What a function's parts are is the context's to say where the function is: only here they are all values. */
function callSql(call: Call, context: SqlContext, whole: (part: Formula) => string): string {
  switch (call.name) {
    case "days": {
      const [from = "", to = ""] = call.parts.map(whole);
      return context.dialect.days(from, to);
    }
    case "coalesce":
      return `COALESCE(${call.parts.map(whole).join(", ")})`;
    case "if":
      return `CASE ${branches(call, whole)} END`;
    case "round":
      return `CAST(round(${call.parts.map(whole).join(", ")}, 0) AS BIGINT)`;
    case "min":
      return call.parts.map(whole).reduce((a, b) => pick(a, b, "<"));
    case "max":
      return call.parts.map(whole).reduce((a, b) => pick(a, b, ">"));
    default:
      return context.call?.(call, whole) ?? unknown("function", call.name);
  }
}

/** An `if` as the branches of a CASE; an `if` for its else goes on in the same. */
function branches({ parts: [condition, then, otherwise] }: Call, whole: (part: Formula) => string): string {
  const branch = `WHEN ${condition && whole(condition)} THEN ${then && whole(then)}`;
  if (!otherwise) return branch;
  if (otherwise.kind === "call" && otherwise.name === "if") return `${branch} ${branches(otherwise, whole)}`;
  return `${branch} ELSE ${whole(otherwise)}`;
}

function pick(a: string, b: string, sign: "<" | ">"): string {
  return `CASE WHEN ${a} IS NULL OR ${b} ${sign} ${a} THEN ${b} ELSE ${a} END`;
}

function unknown(what: string, name: string): never {
  throw new Error(`unknown ${what}: ${name}`);
}
