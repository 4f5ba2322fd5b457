import { bilingual } from "../../src/terms/words.js";
import { FORMULA_EXPECTED } from "../../src/words/formula.js";
import {
  type Condition,
  type Formula,
  type List,
  type Name,
  type NumberLiteral,
  type Place,
  parseFormula,
  type Text
} from "./formula.js";
import { FormulaError } from "./scanner.js";

/** A rule as written: a condition in words, or conditions joined by all, any or none. */
export type RuleSource = string | { all: RuleSource[] } | { any: RuleSource[] } | { none: RuleSource[] };

/** What a rule's condition compares with. */
export type Operand = NumberLiteral | Text | Place | List;

/** A condition on one feature of a customer: the leaf of a rule. */
export interface RuleCondition extends Condition {
  left: Name;
  right?: Operand;
}

/** A formula that is made of conditions on single features, so that each can be explained by the feature's value. */
export type Rule = RuleCondition | { kind: "all" | "any"; parts: readonly Rule[] } | { kind: "not"; part: Rule };

/** Parses a rule. Throws a `FormulaError` at the part that is no condition; nothing in a rule is ever run as code. */
export function parseRule(source: RuleSource): Rule {
  if (typeof source === "string") return parseCondition(source);
  if ("all" in source) return { kind: "all", parts: source.all.map(parseRule) };
  if ("any" in source) return { kind: "any", parts: source.any.map(parseRule) };
  if ("none" in source) return { kind: "not", part: joinAny(source.none.map(parseRule)) };
  throw new FormulaError(JSON.stringify(source), 0, Object.keys(source)[0] ?? "", bilingual(FORMULA_EXPECTED.joined));
}

function joinAny(parts: readonly Rule[]): Rule {
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: "any", parts };
}

function parseCondition(text: string): RuleCondition {
  const formula = parseFormula(text);
  if (isRuleCondition(formula)) return formula;
  throw new FormulaError(text, 0, text, bilingual(FORMULA_EXPECTED.rule));
}

function isRuleCondition(formula: Formula): formula is RuleCondition {
  if (formula.kind !== "condition" || formula.left.kind !== "name") return false;
  const { right, operator } = formula;
  if (!right || right.kind === "list" || right.kind === "number" || right.kind === "place") return true;
  return right.kind === "text" && (operator === "=" || operator === "!=");
}

/** Every condition of a rule, in reading order. */
export function conditions(rule: Rule): RuleCondition[] {
  if (rule.kind === "condition") return [rule];
  return rule.kind === "not" ? conditions(rule.part) : rule.parts.flatMap(conditions);
}
