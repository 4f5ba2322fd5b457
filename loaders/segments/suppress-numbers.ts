import {
  aggregateOf,
  EVERYBODY,
  type GroupNumber,
  isAdditive,
  type NumberSet,
  type Numbers,
  operandsOf,
  pastOf
} from "../definitions/numbers.js";
import type { Measured } from "./numbers.js";
import { isFew, suppressTogether } from "./suppress.js";

/** Exact numbers of a group, with how many people they come of. */
export interface ExactGroup extends Pick<Measured, "people" | "rests"> {
  numbers: Numbers;
}

/** The groups of a partition by id. */
export type ExactGroups = ReadonlyMap<string, ExactGroup>;

/**
 * In which groups each number is hidden. A number is hidden where it comes of fewer than `minimum` people, or leaves
 * so few of a whole that it is a part of; where parts that make up a whole would give one another or that whole away;
 * in companion groups, so that it can't be subtracted from everybody's; and wherever a number that it is made from
 * is. All of it follows from what numbers say they count.
 *
 * `withheld` are groups that are hidden whole; `hiddenOfAll` are the numbers that are hidden of everybody;
 * left out where everybody is the only group.
 */
export function suppressNumbers(
  numbers: NumberSet,
  groups: ExactGroups,
  withheld: ReadonlySet<string>,
  hiddenOfAll: ReadonlySet<string> | undefined,
  minimum: number
): Map<string, ReadonlySet<string>> {
  const hidden = new Map<string, ReadonlySet<string>>();
  const wholeOf = new Map([...numbers.values()].flatMap((n) => n.madeOf.map((part) => [part, n] as const)));
  const find = (id: string): ReadonlySet<string> => {
    const known = hidden.get(id);
    if (known) return known;
    const number = numbers.get(id);
    if (!number) throw new Error(`unknown number: ${id}`);
    const found = decide(number);
    hidden.set(id, found);
    return found;
  };
  const decide = (number: GroupNumber): ReadonlySet<string> => {
    const whole = wholeOf.get(number.id);
    if (whole)
      return together(
        whole.madeOf.flatMap((id) => numbers.get(id) ?? []),
        find(whole.id)
      );
    // Sizes in the past are hidden in companions of their own, the same as wherever else that date is shown.
    if (pastOf(number)) return new Set([...together([number], new Set()), ...withheld]);
    if (isAdditive(number)) return together([number], withheld);
    if (aggregateOf(number)) return new Set([...withheld, ...few(number)]);
    const operands = operandsOf(number);
    if (operands.some(({ id, ofAll }) => ofAll && hiddenOfAll?.has(id))) return new Set(groups.keys());
    return new Set(operands.flatMap(({ id, ofAll }) => (ofAll && hiddenOfAll ? [] : [...find(id)])));
  };
  const together = (parts: readonly GroupNumber[], primary: ReadonlySet<string>) =>
    suppressTogether(
      parts.flatMap((part) => peopleBehind(part, numbers, groups)),
      minimum,
      primary
    );
  const few = (number: GroupNumber) =>
    [...groups].flatMap(([group, { people }]) => (isFew(people[number.id] ?? 0, minimum) ? [group] : []));
  for (const id of numbers.keys()) find(id);
  return hidden;
}

/** How many people a number comes of in each group, and what is left of each whole that it is a part of. */
function peopleBehind(number: GroupNumber, numbers: NumberSet, groups: ExactGroups): Map<string, number>[] {
  const count = (of: (group: ExactGroup) => number) => new Map([...groups].map(([id, group]) => [id, of(group)]));
  const people = (id: string) => (group: ExactGroup) => group.people[id] ?? 0;
  const own = count(people(number.id));
  if (number.of === undefined || number.of === EVERYBODY) return [own];
  if (number.counts !== "people" || aggregateOf(number)?.name !== "count")
    return [own, count((group) => group.rests[number.id] ?? 0)];
  const rests = wholesOf(number, numbers).map((whole) =>
    count((group) => people(whole)(group) - people(number.id)(group))
  );
  return [own, ...rests];
}

/** The wholes that a number is a part of, the nearest first. */
function wholesOf(number: GroupNumber, numbers: NumberSet): string[] {
  const { of } = number;
  const whole = of === undefined || of === EVERYBODY ? undefined : numbers.get(of);
  return whole ? [whole.id, ...wholesOf(whole, numbers)] : [];
}
