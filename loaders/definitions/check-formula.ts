import type { Bilingual } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import { bilingual } from "../../src/terms/words.js";
import { FORMULA_EXPECTED } from "../../src/words/formula.js";
import { oneOf } from "../issues/one-of.js";
import type { Call, Condition, Formula } from "./formula.js";
import type { FunctionName } from "./functions.js";
import { print } from "./print.js";

/** What a part of a formula gives. */
export type ValueType = "number" | "text" | "date" | "condition";

/** What can be named where a formula stands. */
export interface Vocabulary {
  names: ReadonlyMap<string, ValueType>;
  /** Whose values they are, where that can be said: `all` takes `all.revenue`. */
  prefixes?: readonly string[];
  measures?: ReadonlySet<string>;
  attributes?: ReadonlyMap<string, ValueType>;
  /** Thresholds and constants. */
  places?: ReadonlySet<string>;
  functions: readonly FunctionName[];
}

/** Something wrong in a formula that could be read: a name that there isn't, two things that don't go together. */
export interface FormulaFault {
  got: string;
  expected: Bilingual;
}

export function typeOfUnit(unit: Unit): ValueType {
  return unit === "text" || unit === "date" ? unit : "number";
}

/** Everything wrong with a formula, where only these names may stand and this is to come out. */
export function checkFormula(formula: Formula, vocabulary: Vocabulary, wanted: ValueType): FormulaFault[] {
  const faults: FormulaFault[] = [];
  const report = (got: string, expected: Bilingual) => void faults.push({ got, expected });

  /** The type of a part; undefined where that can't be told any more. */
  const typeOf = (part: Formula): ValueType | undefined => {
    switch (part.kind) {
      case "number":
      case "text":
        return part.kind;
      case "name":
        return typeOfName(part.name);
      case "place":
        if (!vocabulary.places?.has(part.id))
          report(`{${part.id}}`, oneOf(inBraces(vocabulary.places), `{${part.id}}`));
        return "number";
      case "arithmetic":
        want(part.left, "number");
        want(part.right, "number");
        return "number";
      case "condition":
        compare(part);
        return "condition";
      case "all":
      case "any":
        for (const inner of part.parts) want(inner, "condition");
        return "condition";
      case "not":
        want(part.part, "condition");
        return "condition";
      case "call":
        return typeOfCall(part);
      case "list":
        return undefined;
    }
  };

  const typeOfName = (name: string): ValueType | undefined => {
    const prefix = vocabulary.prefixes?.find((whose) => name.startsWith(`${whose}.`));
    const type = vocabulary.names.get(prefix ? name.slice(prefix.length + 1) : name);
    if (!type) report(name, oneOf(vocabulary.names.keys(), name));
    return type;
  };

  const want = (part: Formula | undefined, type: ValueType, whole: Formula | undefined = part): void => {
    const met = part && typeOf(part);
    if (met && whole && met !== type) report(print(whole), bilingual(FORMULA_EXPECTED[type]));
  };

  const compare = (condition: Condition): void => {
    const { left, operator, right } = condition;
    const type = typeOf(left);
    if (!right || !type) return;
    if (type === "condition") report(print(condition), bilingual(FORMULA_EXPECTED.number));
    else if (type === "date" && ["number", "text", "list"].includes(right.kind))
      report(print(condition), bilingual(FORMULA_EXPECTED.presence, { what: print(left) }));
    else if (right.kind === "list") {
      if (right.values.some((value) => value.kind !== type))
        report(print(condition), bilingual(FORMULA_EXPECTED[type]));
    } else if (type === "text" && operator !== "=" && operator !== "!=")
      report(print(condition), bilingual(FORMULA_EXPECTED.equality));
    else want(right, type, condition);
  };

  const typeOfCall = ({ name, parts, named }: Call): ValueType | undefined => {
    if (!vocabulary.functions.includes(name)) {
      report(name, oneOf(vocabulary.functions, name));
      return undefined;
    }
    if (named.months) want(named.months, "number");
    if (named.among) want(named.among, "condition");
    const [first, second, third] = parts;
    switch (name) {
      case "sum":
      case "first":
      case "last":
        nameIn(first, vocabulary.measures ?? new Set());
        return name === "sum" ? "number" : "date";
      case "attribute":
        nameIn(first, new Set(vocabulary.attributes?.keys()));
        return first?.kind === "name" ? vocabulary.attributes?.get(first.name) : undefined;
      case "days":
        want(first, "date");
        want(second, "date");
        return "number";
      case "quantile":
      case "score":
        nameIn(first, new Set(vocabulary.names.keys()));
        want(first, "number");
        if (second && second.kind !== "number" && second.kind !== "place")
          report(print(second), bilingual(FORMULA_EXPECTED.number));
        return "number";
      case "count":
        want(first, "condition");
        return "number";
      case "total":
      case "median":
        want(first, "number");
        return "number";
      case "if": {
        want(first, "condition");
        const type = second && typeOf(second);
        if (type) want(third, type);
        return type;
      }
      default: {
        const type = first && typeOf(first);
        if (type) for (const part of parts.slice(1)) want(part, type);
        return type;
      }
    }
  };

  const nameIn = (part: Formula | undefined, names: ReadonlySet<string>): void => {
    const got = part && print(part);
    if (got !== undefined && !(part?.kind === "name" && names.has(got))) report(got, oneOf(names, got));
  };

  want(formula, wanted);
  return faults.filter((fault, i) => faults.findIndex(({ got }) => got === fault.got) === i);
}

function inBraces(ids: Iterable<string> = []): string[] {
  return [...ids].map((id) => `{${id}}`);
}
