import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { NUMBER_EXPECTED } from "../../src/words/numbers.js";
import type { Issue } from "../issues/issue.js";
import { oneOf } from "../issues/one-of.js";
import { checkFormula, typeOfUnit, type ValueType, type Vocabulary } from "./check-formula.js";
import type { FeatureSet } from "./feature.js";
import { type Call, nodes } from "./formula.js";
import {
  aggregateOf,
  EVERYBODY,
  isAdditive,
  isAggregate,
  type NumberSource,
  type NumberSources,
  operandsOf,
  pastOf
} from "./numbers.js";

type Sources = NumberSources["numbers"];

/** Everything wrong with numbers of a group: names that there are not, and numbers that don't say what they count. */
export function checkNumbers({ thresholds, numbers }: NumberSources, features: FeatureSet): Issue[] {
  const places = new Set(thresholds.keys());
  const ofCustomers: Vocabulary = {
    names: new Map([...features.values()].map((f) => [f.id, typeOfUnit(f.unit)])),
    places,
    functions: ["count", "total", "median", "round", "days", "coalesce", "if", "min", "max"]
  };
  const ofNumbers: Vocabulary = {
    names: new Map([...numbers.keys()].map((id): [string, ValueType] => [id, "number"])),
    prefixes: ["all"],
    places,
    functions: ["before", "coalesce", "if", "min", "max"]
  };
  const outside = [...thresholds.values()].filter((t) => t.value < t.range[0] || t.value > t.range[1]);
  return [
    ...outside.map(({ id, at, value, range: [from, to] }) =>
      fault(at, id, "default", bilingual(NUMBER_EXPECTED.range, { from, to }), String(value))
    ),
    ...[...numbers.values()].flatMap((number) => {
      const lineage = checkLineage(number, numbers);
      if (lineage.length > 0) return lineage;
      const faults = checkFormula(number.formula, aggregateOf(number) ? ofCustomers : ofNumbers, "number");
      return faults.map(({ got, expected }) => fault(number.at, number.id, "formula", expected, got));
    })
  ];
}

function checkLineage(number: NumberSource, numbers: Sources): Issue[] {
  const { id, at, formula, counts, of, madeOf } = number;
  const wrong = (key: string, expected: Exclude<keyof typeof NUMBER_EXPECTED, "range">, got?: string) => [
    fault(at, id, key, bilingual(NUMBER_EXPECTED[expected]), got)
  ];
  const aggregate = aggregateOf(number);
  const past = pastOf(number);
  const inside = [...nodes(formula)].slice(1);
  if (inside.some((part) => part.kind === "call" && (isAggregate(part) || part.name === "before")))
    return wrong("formula", "alone");
  if (!aggregate && !past) {
    if (counts !== undefined || of !== undefined || madeOf.length > 0) return wrong("counts", "derived");
    return isCircular(id, numbers) ? wrong("formula", "circle") : [];
  }
  if (past && !isCustomersBefore(past)) return wrong("formula", "before");
  if (id === "customers" && (aggregate?.name !== "count" || aggregate.parts.length > 0))
    return wrong("formula", "customers");
  if (counts === undefined) return wrong("counts", "counts");
  if ((past || aggregate?.name === "count") && counts !== "people") return wrong("counts", "people", counts);
  if (counts === "people" && of === undefined) return wrong("of", "whole");
  return [...checkWhole(number, numbers), ...checkParts(number, numbers)];
}

function checkWhole({ id, at, counts, of, formula }: NumberSource, numbers: Sources): Issue[] {
  if (of === undefined || of === EVERYBODY) return [];
  const whole = numbers.get(of);
  if (!whole) return [fault(at, id, "of", oneOf([...numbers.keys(), EVERYBODY], of), of)];
  const [own, others] = [aggregateOf({ formula })?.name, aggregateOf(whole)?.name];
  if (whole.counts !== counts || !isAdditive({ formula }) || own !== others)
    return [fault(at, id, "of", bilingual(NUMBER_EXPECTED.same), of)];
  return wholesOf(whole, numbers).includes(id) ? [fault(at, id, "of", bilingual(NUMBER_EXPECTED.circle), of)] : [];
}

function checkParts({ id, at, madeOf }: NumberSource, numbers: Sources): Issue[] {
  return madeOf.flatMap((part) => {
    if (!numbers.has(part)) return [fault(at, id, "made_of", oneOf(numbers.keys(), part), part)];
    return numbers.get(part)?.of === id ? [] : [fault(at, id, "made_of", bilingual(NUMBER_EXPECTED.part), part)];
  });
}

/** The wholes of a number, the nearest first; ends where they go round. */
function wholesOf(number: NumberSource, numbers: Sources): string[] {
  const wholes: string[] = [];
  for (let { of } = number; of !== undefined && of !== EVERYBODY && !wholes.includes(of); of = numbers.get(of)?.of)
    wholes.push(of);
  return wholes;
}

/** True where following what a number is made from leads back to it. */
function isCircular(id: string, numbers: Sources): boolean {
  const seen = new Set<string>();
  const leadsBack = (from: string): boolean => {
    const number = numbers.get(from);
    return (number ? operandsOf(number) : []).some((operand) => {
      if (operand.id === id) return true;
      if (seen.has(operand.id)) return false;
      seen.add(operand.id);
      return leadsBack(operand.id);
    });
  };
  return leadsBack(id);
}

/** Of the past only the sizes of groups are known. */
function isCustomersBefore({ parts: [what], named: { months } }: Call): boolean {
  return (
    what?.kind === "name" && what.name === "customers" && months?.kind === "number" && Number.isInteger(months.value)
  );
}

function fault({ file, line }: NumberSource["at"], id: string, key: string, expected: Bilingual, got?: string): Issue {
  return {
    code: "definition",
    file,
    ...(line !== undefined && { row: line }),
    column: `${id} → ${key}`,
    ...(got !== undefined && { got }),
    detail: { expected }
  };
}
