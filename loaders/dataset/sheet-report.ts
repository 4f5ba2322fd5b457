import type { Bilingual } from "../../src/terms/lang.js";
import type { Reading } from "../../src/terms/readings.js";
import type { TableName } from "../definitions/columns.js";
import type { FileKind, LeftKind } from "../files/sheet.js";
import type { Issue } from "../issues/issue.js";
import type { ReadingSource } from "./reading-source.js";

/** What can be read in two ways: both, with what an example becomes. The answer goes into the mapping. */
export interface Question {
  about: "dates" | "numbers" | "amount" | "cost";
  /** Heading as the file has it. */
  column: string;
  example: string;
  readings: Reading[];
}

/** A column of a sheet; examples are cells as the file has them: text, never markup. */
export interface ReportedHeading {
  heading: string;
  examples: string[];
  /** Canonical column; null where unused. */
  column: string | null;
  label: Bilingual | null;
  /** By what it was given to the column; null where unused. */
  source: ReadingSource | null;
}

/** How a sheet is read, in words. */
export interface SheetReport {
  /** Unique in a dataset, and the sheet's key under `files` in a mapping. */
  name: string;
  /** The file it is in. */
  file: string;
  kind: FileKind;
  /** Kind, encoding, separator, packing. */
  form: Bilingual;
  /** Layout of a platform; null when read by headings and values. */
  preset: { id: string; label: Bilingual; source: Bilingual } | null;
  /** Null where nothing was recognised. */
  table: TableName | null;
  tableLabel: Bilingual | null;
  /** Why it was taken for that. */
  why: Bilingual;
  /** What one row stands for and which money is counted; null without a table. */
  grain: Bilingual | null;
  grainId: string | null;
  money: Bilingual | null;
  headings: ReportedHeading[];
  constants: { column: string; label: Bilingual; value: string }[];
  /** Rows found and left out, by kind; texts of the first few. */
  left: { kind: LeftKind; label: Bilingual; rows: number; examples: { row: number; text: string }[] }[];
  dates: string | null;
  datesText: Bilingual | null;
  numbers: string | null;
  numbersText: Bilingual | null;
  zone: string | null;
  /** Things to know: a heading that fits and whose values don't. */
  notes: Bilingual[];
  questions: Question[];
  problems: Issue[];
}
