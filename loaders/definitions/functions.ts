/** What a formula may call: how many parts it takes, which by name, and what a bare name in it stands for. */
export interface FormulaFunction {
  least: number;
  most: number;
  named: readonly string[];
  /** Named parts that are one of a few words. */
  choices?: Readonly<Record<string, readonly string[]>>;
  /** What the name given to it is one of; elsewhere a name is a value of the row. */
  of?: "measure" | "attribute";
}

const MANY = 20;

/** The closed list of functions. Which of them can be used depends on what the formula is for. */
export const FUNCTIONS = {
  /** A measure added up over all days so far, or the last months. */
  sum: { least: 1, most: 1, named: ["months"], of: "measure" },
  /** The first day on which a measure was more than nothing. */
  first: { least: 1, most: 1, named: [], of: "measure" },
  last: { least: 1, most: 1, named: [], of: "measure" },
  /** What doesn't change with time. */
  attribute: { least: 1, most: 1, named: [], of: "attribute" },
  /** Whole days from one day to another. */
  days: { least: 2, most: 2, named: [] },
  /** A share (0–1) of the firm's own values of a feature lies below it. */
  quantile: { least: 2, most: 2, named: ["among"] },
  /** 1–5: five, less one for each fifth that a value is worse than; the worst value scores 1, one that all share 3. */
  score: { least: 1, most: 1, named: ["best", "among"], choices: { best: ["low", "high"] } },
  /** The first that is known. */
  coalesce: { least: 2, most: MANY, named: [] },
  /** `if(condition, then, else)`; without an else unknown. */
  if: { least: 2, most: 3, named: [] },
  /** The smallest of those that are known. */
  min: { least: 2, most: MANY, named: [] },
  max: { least: 2, most: MANY, named: [] },
  /** The nearest whole number. */
  round: { least: 1, most: 1, named: [] },
  /** What a number of the group was so many months ago. */
  before: { least: 1, most: 1, named: ["months"] },
  /** How many rows there are, or hold a condition. */
  count: { least: 0, most: 1, named: [] },
  /** A value added up over the rows. */
  total: { least: 1, most: 1, named: [] },
  /** The middle value of the rows, halfway between the two in the middle of an even number. */
  median: { least: 1, most: 1, named: [] }
} as const satisfies Record<string, FormulaFunction>;

export type FunctionName = keyof typeof FUNCTIONS;

export function findFunction(name: string): FormulaFunction | undefined {
  return Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name as FunctionName] : undefined;
}
