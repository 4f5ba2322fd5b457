import type { MoneyReading } from "../../definitions/money-reading.js";
import type { ReadingSource } from "../reading-source.js";
import type { Question } from "../sheet-report.js";
import type { ColumnMap } from "../source.js";
import type { CostReading } from "./cost.js";
import type { Equation } from "./equation.js";
import type { Holding } from "./find-total.js";

/** How a file's money is to be read by its own sums. */
export interface Reconciled {
  /** Headings of columns again, some of them given to another column. */
  columns: ColumnMap;
  sources: Readonly<Record<string, ReadingSource>>;
  reading: MoneyReading;
  /** Equations that hold in the first rows, for all rows to be tried by. */
  equations: Equation[];
  /** A cost that is told by its products, and in how many of their rows. */
  constant: CostReading["constant"];
  /** Equations of columns that belong together and don't come out. */
  broken: Holding[];
  questions: Question[];
}
