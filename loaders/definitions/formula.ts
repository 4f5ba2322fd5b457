import { bilingual } from "../../src/terms/words.js";
import { FORMULA_EXPECTED } from "../../src/words/formula.js";
import { oneOf } from "../issues/one-of.js";
import { FUNCTIONS, type FunctionName, findFunction } from "./functions.js";
import { type Scanner, scan, type Token } from "./scanner.js";

export interface NumberLiteral {
  kind: "number";
  value: number;
}

export interface Text {
  kind: "text";
  value: string;
}

/** Something with a name: a feature, a number of a group, `all.repeat_share`, a measure, `as_of`. */
export interface Name {
  kind: "name";
  name: string;
}

/** `{many_orders}`: a threshold of the scheme, or a constant. */
export interface Place {
  kind: "place";
  id: string;
}

export interface List {
  kind: "list";
  values: readonly (NumberLiteral | Text)[];
}

export interface Arithmetic {
  kind: "arithmetic";
  operator: "+" | "-" | "*" | "/";
  left: Formula;
  right: Formula;
}

export type Operator = ">=" | "<=" | ">" | "<" | "=" | "!=" | "in" | "known" | "unknown";

/** A comparison; `known` and `unknown` have no right side. */
export interface Condition {
  kind: "condition";
  left: Formula;
  operator: Operator;
  right?: Formula;
}

export interface Joined {
  kind: "all" | "any";
  parts: readonly Formula[];
}

export interface Not {
  kind: "not";
  part: Formula;
}

export interface Call {
  kind: "call";
  name: FunctionName;
  parts: readonly Formula[];
  named: Readonly<Record<string, Formula>>;
}

/** What somebody wrote to compute or to judge by, as a plain tree: the one grammar of all definitions. */
export type Formula = NumberLiteral | Text | Name | Place | List | Arithmetic | Condition | Joined | Not | Call;

/**
 * Parses a formula such as `sum(revenue, months: 12) / orders_count >= {large} and source = zalo`. Right of `=`, `!=`
 * and in a list bare words are a text. Throws a `FormulaError`; nothing in a formula is ever run as code.
 */
export function parseFormula(source: string): Formula {
  const scanner = scan(source);
  const formula = parseAny(scanner);
  const rest = scanner.peek();
  if (rest.kind !== "end") scanner.fail(rest, bilingual(FORMULA_EXPECTED.end));
  return formula;
}

/** Every part of a formula, itself first, in reading order. */
export function* nodes(formula: Formula): Generator<Formula> {
  yield formula;
  for (const part of partsOf(formula)) yield* nodes(part);
}

/** The parts a formula is made of, in reading order. */
export function partsOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case "arithmetic":
      return [formula.left, formula.right];
    case "condition":
      return formula.right ? [formula.left, formula.right] : [formula.left];
    case "all":
    case "any":
      return formula.parts;
    case "not":
      return [formula.part];
    case "call":
      return [...formula.parts, ...Object.values(formula.named)];
    case "list":
      return formula.values;
    default:
      return [];
  }
}

function parseAny(scanner: Scanner): Formula {
  return parseJoined(scanner, "or", "any", parseAll);
}

function parseAll(scanner: Scanner): Formula {
  return parseJoined(scanner, "and", "all", parseNot);
}

function parseJoined(scanner: Scanner, word: string, kind: Joined["kind"], part: (s: Scanner) => Formula): Formula {
  const first = part(scanner);
  const parts = [first];
  while (scanner.take(word)) parts.push(part(scanner));
  return parts.length === 1 ? first : { kind, parts };
}

function parseNot(scanner: Scanner): Formula {
  return scanner.take("not") ? { kind: "not", part: parseNot(scanner) } : parseComparison(scanner);
}

function parseComparison(scanner: Scanner): Formula {
  const left = parseArithmetic(scanner);
  if (scanner.take("is")) return { kind: "condition", left, operator: parsePresence(scanner) };
  if (scanner.take("in")) return { kind: "condition", left, operator: "in", right: parseList(scanner) };
  for (const operator of [">=", "<=", ">", "<"] as const)
    if (scanner.take(operator)) return { kind: "condition", left, operator, right: parseArithmetic(scanner) };
  for (const operator of ["=", "!="] as const)
    if (scanner.take(operator)) return { kind: "condition", left, operator, right: parseValue(scanner) };
  return left;
}

function parsePresence(scanner: Scanner): "known" | "unknown" {
  const token = scanner.next();
  if (token.text === "known" || token.text === "unknown") return token.text;
  return scanner.fail(token, oneOf(["known", "unknown"], token.text));
}

/** Right of `=`: bare words are a text, a number is the beginning of a sum. */
function parseValue(scanner: Scanner): Formula {
  const token = scanner.nextWords();
  return parseArithmetic(scanner, token.kind === "text" ? { kind: "text", value: token.text } : token);
}

function parseList(scanner: Scanner): List {
  const values: (NumberLiteral | Text)[] = [];
  expect(scanner, "[");
  do {
    const token = scanner.nextWords();
    if (token.kind === "text") values.push({ kind: "text", value: token.text });
    else values.push(parseNumber(scanner, token));
  } while (scanner.take(","));
  expect(scanner, "]");
  return { kind: "list", values };
}

const STRENGTH: Readonly<Record<string, number>> = { "+": 1, "-": 1, "*": 2, "/": 2 };

/** Precedence climbing: all that stands before a sign that binds less than `least`. */
function parseArithmetic(scanner: Scanner, first: Formula | Token = scanner.next(), least = 1): Formula {
  let left = "at" in first ? parsePrimary(scanner, first) : first;
  for (;;) {
    const sign = scanner.peek();
    const strength = sign.kind === "sign" ? (STRENGTH[sign.text] ?? 0) : 0;
    if (strength < least) return left;
    scanner.next();
    const right = parseArithmetic(scanner, scanner.next(), strength + 1);
    left = { kind: "arithmetic", operator: sign.text as Arithmetic["operator"], left, right };
  }
}

function parsePrimary(scanner: Scanner, token: Token): Formula {
  if (token.kind === "text") return { kind: "text", value: token.text };
  if (token.kind === "place") return { kind: "place", id: token.text };
  if (token.kind === "name" && !KEYWORDS.includes(token.text))
    return scanner.take("(") ? parseCall(scanner, token) : { kind: "name", name: token.text };
  if (token.kind === "sign" && token.text === "(") {
    const inside = parseAny(scanner);
    expect(scanner, ")");
    return inside;
  }
  return parseNumber(scanner, token);
}

/** Words that no name can be. */
const KEYWORDS: readonly string[] = ["and", "or", "not", "in", "is"];

function parseNumber(scanner: Scanner, token: Token): NumberLiteral {
  if (token.kind === "number") return { kind: "number", value: Number(token.text) };
  const digits = token.kind === "sign" && token.text === "-" ? scanner.next() : undefined;
  if (digits?.kind === "number") return { kind: "number", value: -Number(digits.text) };
  return scanner.fail(digits ?? token, bilingual(FORMULA_EXPECTED.value));
}

function parseCall(scanner: Scanner, token: Token): Call {
  const called = findFunction(token.text);
  if (!called) return scanner.fail(token, oneOf(Object.keys(FUNCTIONS), token.text));
  const parts: Formula[] = [];
  const named: Record<string, Formula> = {};
  if (!scanner.take(")")) {
    do {
      if (scanner.peek().kind !== "label") {
        parts.push(parseAny(scanner));
        continue;
      }
      const label = scanner.next();
      if (!called.named.includes(label.text) || label.text in named) {
        const left = called.named.filter((name) => !(name in named));
        scanner.fail(
          label,
          left.length > 0 ? oneOf(left, label.text) : bilingual(FORMULA_EXPECTED.sign, { sign: ")" })
        );
      }
      const choice = called.choices?.[label.text];
      named[label.text] = choice ? parseChoice(scanner, choice) : parseAny(scanner);
    } while (scanner.take(","));
    expect(scanner, ")");
  }
  if (parts.length < called.least || parts.length > called.most) {
    const count = called.least === called.most ? String(called.least) : `${called.least}–${called.most}`;
    scanner.fail(token, bilingual(FORMULA_EXPECTED.parts, { name: token.text, count }));
  }
  return { kind: "call", name: token.text as FunctionName, parts, named };
}

function parseChoice(scanner: Scanner, words: readonly string[]): Text {
  const token = scanner.nextWords();
  if (!words.includes(token.text)) scanner.fail(token, oneOf(words, token.text));
  return { kind: "text", value: token.text };
}

function expect(scanner: Scanner, sign: string): void {
  const token = scanner.peek();
  if (!scanner.take(sign)) scanner.fail(token, bilingual(FORMULA_EXPECTED.sign, { sign }));
}
