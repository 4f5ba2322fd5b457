import type { Table, TableName } from "../definitions/columns.js";
import type { Grain } from "../definitions/grain.js";
import type { Overrides } from "../definitions/overrides.js";
import type { Preset } from "../definitions/preset.js";
import type { DayFormat, NumberForm, NumberStyle } from "../engine/dialect.js";
import type { Sheet } from "../files/sheet.js";
import type { Issue } from "../issues/issue.js";
import type { UnknownStatuses } from "./check-statuses.js";
import type { ColumnProfiles } from "./column-profiles.js";
import type { ReadingSource } from "./reading-source.js";
import type { Reconciled } from "./reconcile/reconciled.js";
import type { Question } from "./sheet-report.js";
import type { ColumnMap, SourceFile } from "./source.js";

/** Which headings carry which columns. */
export interface Assignment {
  columns: ColumnMap;
  /** Column id → by what; ids that have lost their heading may still be in it. */
  sources: Readonly<Record<string, ReadingSource>>;
}

/** A column whose heading fits and whose values don't: it isn't used. */
export interface Contradiction {
  id: string;
  heading: string;
}

/** A sheet with all that was made of it. */
export interface SheetReading extends Assignment {
  sheet: Sheet;
  profiles: ColumnProfiles;
  /** What a person said of it. */
  overrides: Overrides;
  /** Undefined where nothing was recognised; then all below is empty. */
  table: TableName | undefined;
  /** That table as this firm has it. */
  definition: Table | undefined;
  /** Undefined where it is read by headings and values. */
  preset: Preset | undefined;
  contradicted: readonly Contradiction[];
  constants: Readonly<Record<string, string>>;
  grain: Grain | undefined;
  /** Undefined where only all rows together tell, or a person has to. */
  dates: DayFormat | undefined;
  numbers: NumberStyle | undefined;
  /** Canonical column → how it is read, where not simply by `numbers`. */
  forms: Readonly<Record<string, NumberForm>>;
  /** Whether headings, words or phones say that it is of a shop in Vietnam. */
  vietnamese: boolean;
  /** Code of the currency that a heading of money names; cells and columns may say another. */
  currency?: string;
  /** Undefined = the firm's own. */
  zone: string | undefined;
  unknownStatuses: UnknownStatuses;
  /** What its own sums say; undefined for tables without sales. */
  reconciled: Reconciled | undefined;
  questions: readonly Question[];
  issues: readonly Issue[];
  /** Only where nothing stands in the way of reading it. */
  source: SourceFile | undefined;
}
