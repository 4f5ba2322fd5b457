import { type Equation, type Fit, fitEquation, fits, type Numbers, type Term } from "./equation.js";

/** An equation that holds, and in how much. */
export interface Holding {
  equation: Equation;
  fit: Fit;
}

export interface TotalSearch {
  /** Columns that may be the total, or be added to it as shipping and tax are. */
  free: readonly string[];
  terms: readonly Term[];
  rows: readonly Numbers[];
  /** Rows in which the equation says something: those with a discount. */
  telling: readonly Numbers[];
  unit: (heading: string) => number;
  per?: "row" | "order";
  summed?: readonly string[];
}

/** Rows that have to tell something; fewer agree by chance. */
export const TELLING = 2;
const FIRST = 40;
const EXTRAS = 3;

/** The simplest equation by which a free column is what the terms come to, with up to three others added or taken off. */
export function findTotal(search: TotalSearch): Holding | undefined {
  const { free, terms, rows, telling, unit, per = "row", summed = [] } = search;
  if (telling.length < TELLING) return undefined;
  const first = telling.slice(0, FIRST);
  for (let count = 0; count <= EXTRAS; count++)
    for (const result of free)
      for (const extras of choose(
        free.filter((heading) => heading !== result),
        count
      )) {
        const equation: Equation = { result, terms: [...terms, ...extras], per, summed };
        const small = fitEquation(equation, first, unit(result));
        if (small.rows < TELLING || !fits(small)) continue;
        const told = fitEquation(equation, telling, unit(result));
        const fit = fitEquation(equation, rows, unit(result));
        if (fits(told) && fits(fit)) return { equation, fit };
      }
  return undefined;
}

/** Every choice of so many columns, each added or taken off. */
function choose(headings: readonly string[], count: number): Term[][] {
  if (count === 0) return [[]];
  return headings.flatMap((heading, i) =>
    choose(headings.slice(i + 1), count - 1).flatMap((rest) =>
      ([1, -1] as const).map((sign): Term[] => [{ sign, factors: [{ heading }] }, ...rest])
    )
  );
}
