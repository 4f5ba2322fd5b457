/** A rule as written: a condition in words, or conditions joined by all, any or none. */
export type RuleSource = string | { all: RuleSource[] } | { any: RuleSource[] } | { none: RuleSource[] };

export type Operator = ">=" | "<=" | ">" | "<" | "=" | "!=" | "in" | "known" | "unknown";

/** What a condition compares with: a number, a word, a threshold of the scheme, or a list. */
export type Operand =
  | { kind: "number"; value: number }
  | { kind: "word"; value: string }
  | { kind: "threshold"; id: string }
  | { kind: "list"; values: (number | string)[] }
  | { kind: "none" };

export interface Condition {
  kind: "condition";
  feature: string;
  operator: Operator;
  operand: Operand;
}

export type Rule = Condition | { kind: "all" | "any" | "none"; rules: Rule[] };

const CONDITION = /^([a-z][a-z0-9_]*)\s*(?:(>=|<=|!=|=|>|<|in)\s*(.+)|is\s+(known|unknown))$/;

/** Parses a rule. Throws a `RuleError` naming the part that is no condition; nothing in a rule is ever run as code. */
export function parseRule(source: RuleSource): Rule {
  if (typeof source === "string") return parseCondition(source);
  for (const kind of ["all", "any", "none"] as const) {
    const rules = (source as Record<string, RuleSource[] | undefined>)[kind];
    if (rules) return { kind, rules: rules.map(parseRule) };
  }
  throw new RuleError(JSON.stringify(source));
}

/** Says which text could not be read as a condition. */
export class RuleError extends Error {
  constructor(readonly text: string) {
    super(`invalid condition: ${text}`);
  }
}

function parseCondition(text: string): Condition {
  const match = CONDITION.exec(text.trim());
  const feature = match?.[1];
  if (!match || !feature) throw new RuleError(text);
  const state = match[4];
  if (state === "known" || state === "unknown")
    return { kind: "condition", feature, operator: state, operand: { kind: "none" } };
  const operator = match[2] as Operator;
  const operand = parseOperand(match[3] ?? "");
  if (operand === undefined || (operator === "in") !== (operand.kind === "list")) throw new RuleError(text);
  if (operand.kind === "word" && operator !== "=" && operator !== "!=") throw new RuleError(text);
  return { kind: "condition", feature, operator, operand };
}

function parseOperand(text: string): Operand | undefined {
  const source = text.trim();
  const threshold = /^\{([a-z][a-z0-9_]*)\}$/.exec(source)?.[1];
  if (threshold) return { kind: "threshold", id: threshold };
  if (/^-?\d+(\.\d+)?$/.test(source)) return { kind: "number", value: Number(source) };
  const list = /^\[(.+)\]$/.exec(source)?.[1];
  if (list) {
    const values = list.split(",").map((item) => parseOperand(item));
    if (values.some((v) => v?.kind !== "number" && v?.kind !== "word")) return undefined;
    return { kind: "list", values: values.map((v) => (v as { value: number | string }).value) };
  }
  const word = /^"([^"]+)"$/.exec(source)?.[1] ?? /^([\p{L}\p{N}][\p{L}\p{N} .&'-]*)$/u.exec(source)?.[1];
  return word === undefined ? undefined : { kind: "word", value: word };
}

/** Every condition of a rule, in reading order. */
export function conditions(rule: Rule): Condition[] {
  return rule.kind === "condition" ? [rule] : rule.rules.flatMap(conditions);
}
