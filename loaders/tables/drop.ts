import type { Imported } from "./imported.js";

/**
 * `equal-row` all cells equal · `same-line` in two files, order, day, money and, where both say it, product, quantity
 * and customer are the same · `same-order` a whole order in one file whose lines stand in another · `newer-order` an
 * order of one layout in two files that says something else in the later.
 */
export type DuplicateRule = "equal-row" | "same-line" | "same-order" | "newer-order";

/** `pairs` is a query of `source_row` to take out and `kept`, the file it stays in. */
export type Drop = (
  one: Imported,
  rule: DuplicateRule,
  pairs: { query: string; files: readonly Imported[] }
) => Promise<void>;
