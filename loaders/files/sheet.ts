import { type Issue, makeIssue } from "../issues/issue.js";
import type { OpenFile } from "./folder.js";

export type FileKind = "csv" | "xlsx" | "xls" | "ods" | "json" | "ndjson" | "parquet" | "arrow" | "sqlite";
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1258" | "macintosh";

/** How a file is written, as found; only what its kind has. */
export interface SheetForm {
  kind: FileKind;
  encoding?: Encoding;
  /** Sign between cells: comma, semicolon, tab or bar. */
  delimiter?: string;
  lineEnd?: "LF" | "CRLF" | "CR";
  /** Packed in `gz` or `zip`. */
  packed?: "gz" | "zip";
}

/** Why a row is no data: it stands above the headings, repeats or explains them, adds up, closes the file, or belongs to another part of it. */
export type LeftKind =
  | "preamble"
  | "heading"
  | "description"
  | "total"
  | "footer"
  | "blank"
  | "event"
  | "purchase"
  | "ignored";

/** A row that was found and left out; `row` as a spreadsheet counts, heading of a plain file = 1. */
export interface LeftRow {
  row: number;
  kind: LeftKind;
  text: string;
}

/** A row of data as text, one cell a heading. Empty text = no value. */
export interface SheetRow {
  row: number;
  cells: readonly string[];
}

/** A row whose cells don't fit the headings, or that can't be told apart from its neighbours. */
export interface RaggedRow {
  row: number;
  text: string;
  /** Cells found; undefined where they can't be counted. */
  cells?: number;
  /** A quote opens in this row and never closes. */
  open?: boolean;
}

export interface RowBatch {
  rows: SheetRow[];
  left: LeftRow[];
  ragged: RaggedRow[];
}

/**
 * One table of a file, before anything is known of its meaning: which row holds the headings, what follows,
 * what isn't data. Numbers, days and ids are text as the file shows them; days of spreadsheets are ISO.
 */
export interface Sheet {
  /** Unique in a dataset and shown to people: `orders.csv`, `shop.xlsx › Tháng 6`, `all.zip › orders.csv`. */
  name: string;
  /** The file of the folder that it is in. */
  file: string;
  form: SheetForm;
  /** Distinct: NFC, trimmed, blanks made plain; an empty one is `column_3`, a repeated one `Name_2`. */
  headings: readonly string[];
  /** 1-based; 0 where a format has no heading row (JSON, Parquet, Arrow, SQLite). */
  headingRow: number;
  /** Cells of the first rows of data, at most `SAMPLE_ROWS`. */
  sample: readonly (readonly string[])[];
  /**
   * All rows from the first to the last, in batches of a few thousand, each row in exactly one of the three
   * lists. Can be called again. Throws `FileFault` where the rest can't be read.
   */
  rows(): AsyncGenerator<RowBatch>;
  /** What is doubtful in it and doesn't stand in the way of reading it; to be shown. */
  doubts?: readonly Issue[];
  /**
   * Set where a database may read the bytes itself: a Parquet file, or a text proven plain (UTF-8, headings in
   * row 1, no blank line, nothing to leave out; rows may still be ragged, at which the database must stop).
   */
  direct?: {
    kind: "csv" | "parquet";
    file: OpenFile;
    delimiter: string;
    /** Rows of data as this program counts them: whoever reads the bytes must find as many. */
    rows: RowCount;
  };
}

/** A number of rows; `most` alone where cells may hold line breaks. */
export interface RowCount {
  least: number;
  most: number;
}

/** Rows that are looked at before a file is read as a whole. */
export const SAMPLE_ROWS = 1000;

/** What makes the rest of a file unreadable: a cut-off archive, broken compression, a row without end. */
export class FileFault extends Error {
  constructor(
    readonly code: "cut-off" | "unknown-format" | "too-large" | "too-many-files" | "open-quote",
    readonly row?: number,
    /** What is allowed, where a limit was passed: `16 MB`. */
    readonly limit?: string
  ) {
    super(code);
    this.name = "FileFault";
  }

  /** The fault as a problem of the file that has it. */
  issueOf(file: string): Issue {
    return makeIssue(this.code, { file, row: this.row }, { limit: this.limit });
  }
}
