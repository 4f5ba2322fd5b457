import type { Bilingual } from "../../src/terms/lang.js";
import type { FileKind, LeftKind } from "../files/sheet.js";
import type { Issue } from "../issues/issue.js";

/** What can be read in two ways: both, with what an example becomes. The answer goes into the mapping. */
export interface Question {
  about: "dates" | "numbers";
  /** Heading as the file has it. */
  column: string;
  example: string;
  readings: { answer: string; reads: string }[];
}

/** A column of a sheet; examples are cells as the file has them: text, never markup. */
export interface UnderstoodHeading {
  heading: string;
  examples: string[];
  /** Canonical column; null where unused. */
  column: string | null;
  label: Bilingual | null;
  /** By what it was given to the column; null where unused. */
  how: "said" | "preset" | "heading" | "values" | null;
}

/** A sheet and how it was understood, in words. */
export interface Understanding {
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
  table: "customers" | "orders" | "events" | "costs" | null;
  tableLabel: Bilingual | null;
  /** Why it was taken for that. */
  why: Bilingual;
  /** What one row stands for and which money is counted; null without a table. */
  grain: Bilingual | null;
  grainId: string | null;
  money: Bilingual | null;
  headings: UnderstoodHeading[];
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
