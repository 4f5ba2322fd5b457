import { isAdditive, type NumberSet, type Numbers, numberIn, pastOf } from "../definitions/numbers.js";
import type { Definitions } from "../definitions/read.js";
import { RESTS, type Scheme, schemeColumn } from "../definitions/scheme.js";
import type { Engine } from "../engine/engine.js";
import { monthEnd } from "../features/calendar.js";
import type { Features } from "../features/compute.js";
import type { Tables } from "../tables/compute.js";
import type { History } from "./compute.js";
import { completeNumbers, type Measured, readNumbers } from "./numbers.js";
import { suppressParts } from "./suppress.js";
import { type ExactGroup, type ExactGroups, suppressNumbers } from "./suppress-numbers.js";
import { type ExactTexts, readTexts, suppressTexts, type Texts } from "./texts.js";

/** One group (or rest) of a scheme as it may be shown: what comes of fewer than the minimum of people is null. */
export interface Summary {
  scheme: string;
  group: string;
  withheld: boolean;
  numbers: Numbers;
  texts: Texts;
}

export interface Summaries {
  /** Everybody, exact. */
  all: Numbers;
  /** Everybody, as it may be shown. */
  everybody: Summary;
  groups: Summary[];
}

/** True where a number of everybody is known and may not be shown. */
export function isSuppressed({ all, everybody }: Pick<Summaries, "all" | "everybody">, number: string): boolean {
  return numberIn(all, number) !== null && numberIn(everybody.numbers, number) === null;
}

/** Exact aggregates and words of all groups as the database gives them. */
export interface Groups {
  all: Measured;
  schemes: { scheme: Scheme; measured: ReadonlyMap<string, Measured>; texts: ReadonlyMap<string, ExactTexts> }[];
}

const NOBODY: Measured = { values: {}, people: {}, rests: {} };

export async function readGroups(
  engine: Engine,
  { schemes, numbers }: Definitions,
  features: Features,
  tables: Tables
): Promise<Groups> {
  const all = (await readNumbers(engine, numbers, "'all'", features.lacking)).get(ALL) ?? NOBODY;
  const groups: Groups = { all, schemes: [] };
  const texts = await readTexts(engine, schemes, tables, features);
  for (const scheme of schemes) {
    const measured = await readNumbers(engine, numbers, `m.${schemeColumn(scheme.id)}`, features.lacking);
    groups.schemes.push({ scheme, measured, texts: texts.get(scheme.id) ?? new Map() });
  }
  return groups;
}

const ALL = "all";

/** Numbers and words of every group of every scheme, with what must not be shown already taken out. */
export function summarise(
  numbers: NumberSet,
  { all: measured, schemes }: Groups,
  { trend }: History,
  { asOf }: Features,
  minimum: number
): Summaries {
  /** Sizes of the groups of a scheme so many months ago; undefined where the past isn't known that far. */
  const sizes = (scheme: string, months: number) => {
    const then = trend.filter((t) => t.scheme === scheme && t.date === monthEnd(asOf, -months));
    return then.length > 0 ? new Map(then.map((t) => [t.group, t.customers])) : undefined;
  };
  const [first] = schemes;
  const all = completeNumbers(numbers, measured.values, undefined, (months) => {
    const then = [...((first && sizes(first.scheme.id, months))?.values() ?? [])];
    return then.reduce((sum, n) => sum + n, 0) || null;
  });
  const exactAll = exactGroup(numbers, measured, all);
  const hiddenOfAll = hiddenNumbers(numbers, exactAll, minimum);
  const everybody: Summary = {
    scheme: ALL,
    group: ALL,
    withheld: hiddenOfAll.has("customers"),
    numbers: without(all, hiddenOfAll),
    texts: suppressTexts({}, minimum)
  };
  const groups = schemes.flatMap(({ scheme, measured: found, texts }) => {
    const exact: ExactGroups = new Map(
      [...scheme.groups, ...RESTS].map(({ id }) => {
        const group = found.get(id) ?? emptyGroup(numbers, measured);
        const then = (months: number) => {
          const known = sizes(scheme.id, months);
          return known ? (known.get(id) ?? 0) : null;
        };
        return [id, exactGroup(numbers, group, completeNumbers(numbers, group.values, all, then))];
      })
    );
    const customers = new Map([...exact].map(([id, { people }]) => [id, people.customers ?? 0]));
    const withheld = suppressParts(customers, minimum);
    const hidden = suppressNumbers(numbers, exact, withheld, hiddenOfAll, minimum);
    return [...exact].map(([id, group]): Summary => {
      const whole = withheld.has(id);
      const gone = [...numbers.keys()].filter((number) => whole || hidden.get(number)?.has(id));
      return {
        scheme: scheme.id,
        group: id,
        withheld: whole,
        numbers: without(group.numbers, new Set(gone)),
        texts: suppressTexts((!whole && texts.get(id)) || {}, minimum)
      };
    });
  });
  return { all, everybody, groups };
}

/** Adds to what rows say the people of the numbers of the past, which are sizes of groups. */
function exactGroup(numbers: NumberSet, { people, rests }: Measured, complete: Numbers): ExactGroup {
  const past = [...numbers.values()].filter(pastOf).map(({ id }) => [id, complete[id] ?? 0]);
  return { numbers: complete, rests, people: { ...people, ...Object.fromEntries(past) } };
}

/** A group that nobody is in: zero wherever everybody has a value that adds up. */
function emptyGroup(numbers: NumberSet, { values }: Measured): Measured {
  const zeros = [...numbers.values()].map((n) => [n.id, isAdditive(n) && values[n.id] !== null ? 0 : null]);
  return { ...NOBODY, values: Object.fromEntries(zeros) };
}

/** Everybody as the only group there is. */
function hiddenNumbers(numbers: NumberSet, all: ExactGroup, minimum: number): Set<string> {
  const one = new Map([[ALL, all]]);
  const customers = new Map([[ALL, all.people.customers ?? 0]]);
  const hidden = suppressNumbers(numbers, one, suppressParts(customers, minimum), undefined, minimum);
  const whole = hidden.get("customers")?.has(ALL);
  return new Set([...hidden].flatMap(([id, groups]) => (whole || groups.has(ALL) ? [id] : [])));
}

function without(numbers: Numbers, hidden: ReadonlySet<string>): Numbers {
  return Object.fromEntries(Object.entries(numbers).map(([id, value]) => [id, hidden.has(id) ? null : value]));
}
