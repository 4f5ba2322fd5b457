import { formats } from "../../src/terms/format.js";
import type { Bilingual, Lang } from "../../src/terms/lang.js";
import type { Unit } from "../../src/terms/unit.js";
import { fill } from "../../src/terms/words.js";
import type { Constant } from "./constant.js";
import type { Call, Formula } from "./formula.js";
import { lineage } from "./lineage.js";
import { print } from "./print.js";
import { substitute } from "./substitute.js";

/** What a number adds up or is the middle of. Counts of people are what suppression protects. */
export const COUNTED = ["people", "acts", "things", "money", "days", "score"] as const;
export type Counted = (typeof COUNTED)[number];

/** Stands as the whole of people who are no part of a number of their group: its customers, or people outside it. */
export const EVERYBODY = "everybody";

/** A number that describes a group: what pages plot and playbooks quote. */
export interface GroupNumber {
  id: string;
  label: Bilingual;
  unit: Unit;
  meaning: Bilingual;
  /**
   * One aggregate of the rows of the group's customers (`count`, `total`, `median`), `before(…)`, or made from other
   * numbers of the group and of everybody (`all.revenue`).
   */
  formula: Formula;
  /** Values of the thresholds that stand in the formula. */
  thresholds: Readonly<Record<string, number>>;
  /** Undefined where the number is made from others: what it counts follows from theirs. */
  counts?: Counted | undefined;
  /** The number that this one is a part of, or `everybody`. People always have one. */
  of?: string | undefined;
  /** Numbers that add up to this one. */
  madeOf: readonly string[];
  /** Serves to make others and is not published. */
  internal: boolean;
  /** True where the number doesn't grow with the group, so that it can be held against everybody's. */
  comparable: boolean;
}

/** The numbers of a group by their id, in the order of published tables. */
export type NumberSet = ReadonlyMap<string, GroupNumber>;

/** Values by the id of a number; null where unknown or suppressed. */
export type Numbers = Record<string, number | null>;

/** A bar that formulas of numbers and texts about them use by its name in braces. */
export interface NumberThreshold extends Constant {
  at: Place;
}

/** Where a definition stands. */
export interface Place {
  file: string;
  line: number | undefined;
}

/** A number as written: thresholds stand in it by their names. */
export interface NumberSource extends Omit<GroupNumber, "comparable" | "thresholds"> {
  at: Place;
}

/** The numbers and their thresholds as written, by id. */
export interface NumberSources {
  thresholds: ReadonlyMap<string, NumberThreshold>;
  numbers: ReadonlyMap<string, NumberSource>;
}

/** Numbers with the values of their thresholds, in texts too. Expects sources without faults. */
export function defineNumbers({ thresholds, numbers }: NumberSources): NumberSet {
  const told = (text: Bilingual): Bilingual => ({ vi: tell(text, "vi", thresholds), en: tell(text, "en", thresholds) });
  return new Map(
    [...numbers.values()].map(({ at: _at, ...number }) => [
      number.id,
      {
        ...number,
        label: told(number.label),
        meaning: told(number.meaning),
        thresholds: Object.fromEntries(
          lineage(number.formula).places.map((id) => [id, thresholds.get(id)?.value ?? Number.NaN])
        ),
        comparable: isComparable(number, numbers)
      }
    ])
  );
}

/** The numbers that pages and files show. */
export function publishedNumbers(numbers: NumberSet): GroupNumber[] {
  return [...numbers.values()].filter((n) => !n.internal);
}

/** A number's formula to be read: thresholds by their values, numbers that nobody sees by what they are made from. */
export function describeFormula(number: GroupNumber, numbers: NumberSet): string {
  return print(expand(number, numbers));
}

function expand({ formula, thresholds }: GroupNumber, numbers: NumberSet): Formula {
  return substitute(formula, (leaf) => {
    if (leaf.kind === "place") return { kind: "number", value: thresholds[leaf.id] ?? Number.NaN };
    const operand = aggregateOf({ formula }) ? undefined : numbers.get(leaf.name);
    return operand?.internal ? expand(operand, numbers) : undefined;
  });
}

/** The aggregate of customers' rows that a number is; undefined where it is made from other numbers, or from the past. */
export function aggregateOf({ formula }: Pick<GroupNumber, "formula">): Call | undefined {
  return formula.kind === "call" && isAggregate(formula) ? formula : undefined;
}

export function isAggregate({ name }: Call): boolean {
  return name === "count" || name === "total" || name === "median";
}

/** The number that stands in `before(…)`; undefined for a formula of the present. */
export function pastOf({ formula }: Pick<GroupNumber, "formula">): Call | undefined {
  return formula.kind === "call" && formula.name === "before" ? formula : undefined;
}

/** True where the values of groups add up to that of everybody. */
export function isAdditive(number: Pick<GroupNumber, "formula">): boolean {
  const aggregate = aggregateOf(number);
  return aggregate ? aggregate.name !== "median" : pastOf(number) !== undefined;
}

/** A number of a group; throws where there is none of that id. */
export function numberIn(numbers: Numbers, id: string): number | null {
  const value = numbers[id];
  if (value === undefined) throw new Error(`unknown number: ${id}`);
  return value;
}

export function divide(a: number | null | undefined, b: number | null | undefined): number | null {
  return a === null || a === undefined || !b ? null : a / b;
}

/** Where the other numbers that a number is made from stand: in the group, or in everybody. */
export function operandsOf({ formula }: Pick<GroupNumber, "formula">): { id: string; ofAll: boolean }[] {
  if (aggregateOf({ formula }) || pastOf({ formula })) return [];
  return lineage(formula).names.map((name) =>
    name.startsWith(ALL) ? { id: name.slice(ALL.length), ofAll: true } : { id: name, ofAll: false }
  );
}

const ALL = "all.";

/** What is in the middle, or made of the group's own present numbers only. */
function isComparable(number: Pick<GroupNumber, "formula">, numbers: NumberSources["numbers"]): boolean {
  if (aggregateOf(number) || pastOf(number)) return !isAdditive(number);
  return operandsOf(number).every(({ id, ofAll }) => {
    const operand = numbers.get(id);
    return (
      !ofAll && operand !== undefined && !pastOf(operand) && (isAdditive(operand) || isComparable(operand, numbers))
    );
  });
}

function tell(text: Bilingual, lang: Lang, thresholds: NumberSources["thresholds"]): string {
  const f = formats(lang);
  const values = [...thresholds.values()].filter(({ id }) => text[lang].includes(`{${id}}`));
  return fill<string>(text[lang], Object.fromEntries(values.map((t) => [t.id, f.unit(t.value, t.unit)])));
}
