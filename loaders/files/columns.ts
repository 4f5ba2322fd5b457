import type { Shape } from "./cell.js";

/** What the first rows show of a table's columns. */
export interface Columns {
  /** What nearly all filled cells look like; `text` where they differ. */
  shapes: readonly Shape[];
  /** Columns that are filled in every row. */
  always: readonly number[];
  /** Columns that are filled in half of the rows at least. */
  usual: readonly number[];
  /** What the numbers of each column add up to, as far as was looked. */
  sums: readonly number[];
  /** True where the writer leaves out empty cells at the end of a row. */
  drops: boolean;
}
