import { group } from "d3-array";
import { isFew, shownSteps, suppressParts, suppressTogether } from "../segments/suppress.js";
import type { Funnel } from "./compute.js";
import type { CohortRow, FunnelRow } from "./rows.js";

type Hidden<Row, Key extends keyof Row> = Omit<Row, Key> & { [K in Key]: Row[K] | null };

/** A state of the funnel as it may be shown: null where it tells of too few people, or would give them away. */
export type ShownFunnelRow = Hidden<FunnelRow, "reached" | "current" | "skipped" | "moved">;

/** A month's leads as they may be shown. */
export type ShownCohortRow = Hidden<CohortRow, "entered" | "reached">;

const EVERYBODY = "all";
/** Stands for those who have no value of a dimension, or came before the first month: they can be subtracted, too. */
const REST = "";

/** The funnel as it may be shown, of everybody and by each dimension. */
export function suppressFunnel(rows: readonly FunnelRow[], minimum: number): ShownFunnelRow[] {
  const everybody = rows.filter((r) => r.dimension === EVERYBODY);
  return [...group(rows, (r) => r.dimension)].flatMap(([dimension, found]) => {
    // A value that few people have isn't even named: they count with those who have none.
    const values = new Map(
      [...group(found, (r) => r.value)].filter(
        ([, [top]]) => dimension === EVERYBODY || !isFew(top?.reached ?? 0, minimum)
      )
    );
    const known = dimension === EVERYBODY ? values : withRest(values, everybody);
    const reached = shownByValue(
      mapValues(known, (states) => states.map((s) => s.reached)),
      minimum
    );
    const part = (key: "skipped" | "moved") => everybody.map((_, i) => shownPart(known, key, i, reached, minimum));
    const [skipped, moved] = [part("skipped"), part("moved")];
    return [...values].flatMap(([value, states]) =>
      states.map((row, i) => {
        const visible = (state: number) => reached.get(value)?.[state] === true;
        const after = i === states.length - 1 || visible(i + 1);
        const enough = row.moved >= minimum;
        return {
          ...row,
          reached: visible(i) ? row.reached : null,
          current: visible(i) && after ? row.current : null,
          conversionFromPrevious: visible(i) && visible(i - 1) ? row.conversionFromPrevious : null,
          conversionFromTop: visible(i) && visible(0) ? row.conversionFromTop : null,
          skipped: skipped[i]?.has(value) ? null : row.skipped,
          moved: enough && !moved[i]?.has(value) ? row.moved : null,
          p25Days: enough ? row.p25Days : null,
          medianDays: enough ? row.medianDays : null,
          p75Days: enough ? row.p75Days : null
        };
      })
    );
  });
}

/** The cohorts as they may be shown: the months are parts of all who ever got so far. */
export function suppressCohorts(
  { cohorts, rows }: Pick<Funnel, "cohorts" | "rows">,
  minimum: number
): ShownCohortRow[] {
  const months = group(cohorts, (r) => r.month);
  const ever = rows.filter((r) => r.dimension === EVERYBODY).slice(1);
  const counts = mapValues(months, (states) => states.map((s) => s.reached));
  const before = ever.map(({ reached }, i) => reached - sum([...counts.values()].map((count) => count[i] ?? 0)));
  const shown = shownByValue(new Map([...counts, [REST, before]]), minimum);
  return [...months].flatMap(([month, states]) => {
    const early = shownSteps(
      states.map((s) => s.reached90 ?? 0),
      minimum
    );
    const visible = (i: number) => shown.get(month)?.[i] === true;
    return states.map((row, i) => {
      const late = row.reached - (row.reached90 ?? 0);
      return {
        ...row,
        entered: visible(0) ? row.entered : null,
        reached: visible(i) ? row.reached : null,
        reached90: visible(0) && early[i] && !isFew(late, minimum) ? row.reached90 : null
      };
    });
  });
}

/** Which states of each value may be shown; where one value hides a state, companions hide it too. */
function shownByValue(values: ReadonlyMap<string, readonly number[]>, minimum: number): Map<string, boolean[]> {
  const shown = mapValues(values, (counts) => shownSteps(counts, minimum));
  if (values.size === 1) return shown;
  for (const i of [...values.values()][0]?.keys() ?? []) {
    const hidden = [...shown].flatMap(([value, steps]) => (steps[i] ? [] : [value]));
    const counts = mapValues(values, (states) => states[i] ?? 0);
    for (const value of suppressParts(counts, minimum, new Set(hidden))) (shown.get(value) ?? [])[i] = false;
  }
  return shown;
}

/** The values of which a part of those who reached a state is hidden: where they, or all but them, are few. */
function shownPart(
  values: ReadonlyMap<string, readonly Counts[]>,
  key: "skipped" | "moved",
  state: number,
  reached: ReadonlyMap<string, readonly boolean[]>,
  minimum: number
): Set<string> {
  const part = mapValues(values, (states) => states[state]?.[key] ?? 0);
  const rest = mapValues(values, (states) => (states[state]?.reached ?? 0) - (states[state]?.[key] ?? 0));
  const hidden = [...reached].flatMap(([value, shown]) => (shown[state] ? [] : [value]));
  return suppressTogether([part, rest], minimum, new Set(hidden));
}

type Counts = Pick<FunnelRow, "reached" | "skipped" | "moved">;

/** The values with those who have none. */
function withRest(
  values: ReadonlyMap<string, readonly Counts[]>,
  everybody: readonly Counts[]
): Map<string, readonly Counts[]> {
  const rest = everybody.map((all, i) => {
    const left = (key: keyof Counts) => all[key] - sum([...values.values()].map((states) => states[i]?.[key] ?? 0));
    return { reached: left("reached"), skipped: left("skipped"), moved: left("moved") };
  });
  return new Map([...values, [REST, rest]]);
}

function sum(list: readonly number[]): number {
  return list.reduce((total, n) => total + n, 0);
}

function mapValues<T, U>(map: ReadonlyMap<string, T>, make: (value: T) => U): Map<string, U> {
  return new Map([...map].map(([key, value]) => [key, make(value)]));
}
