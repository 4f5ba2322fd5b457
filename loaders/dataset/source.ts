import type { Bilingual } from "../../src/terms/lang.js";
import type { Table, TableName } from "../definitions/columns.js";
import type { Grain } from "../definitions/grain.js";
import type { MoneyReading } from "../definitions/money-reading.js";
import type { DayFormat, NumberForm, NumberStyle } from "../engine/dialect.js";
import type { Sheet } from "../files/sheet.js";
import type { Equation } from "./reconcile/equation.js";

/** Canonical column id → heading of the file that carries it. */
export type ColumnMap = Record<string, string>;

/** A sheet and how it is understood. */
export interface SourceFile {
  /** The sheet's name, unique in the dataset. */
  file: string;
  sheet: Sheet;
  table: TableName;
  /** That table as this firm has it. */
  definition: Table;
  /** Id of the platform's layout that it was recognised by; undefined when read by headings and values. */
  preset?: string;
  /** Name of that layout, where the file is to be had, which money is counted. */
  layout?: { label: Bilingual; source: Bilingual; money?: Bilingual };
  grain: Grain;
  columns: ColumnMap;
  /** Canonical column id → value of every row, where a layout or a file's name says it for all of them. */
  constants: Record<string, string>;
  /** Canonical column id → spelling as written (compared folded) → word, before the general spellings. */
  words: Record<string, Record<string, string>>;
  /** How its days are written, where mapping, layout or values leave no doubt; else found from all its rows. */
  dates?: DayFormat;
  /** Time zone of timestamps without offset; undefined = the firm's own. */
  zone?: string;
  /** Which sign parts decimals. */
  numbers: NumberStyle;
  /** Canonical column → how it is read, where not simply by `numbers`. */
  forms: Readonly<Record<string, NumberForm>>;
  /** Whether headings, words or phones say that it is of a shop in Vietnam. */
  vietnamese: boolean;
  /** Code of the currency that a heading of money names; cells and columns may say another. */
  currency?: string;
  /** How its money is read, where not simply as it stands. */
  reading: MoneyReading;
  /** Sums that its first rows agree with, and those of columns that belong together that they don't. */
  equations: readonly Equation[];
  /** What a person says of its equal rows: copies that count once, or sales. */
  duplicates?: "drop" | "keep";
  /** Headings that were read and not used. */
  ignored: string[];
}
