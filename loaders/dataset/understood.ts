import type { TableName } from "../definitions/columns.js";
import type { Said } from "../definitions/overrides.js";
import type { Preset } from "../definitions/preset.js";
import type { DayFormat, NumberStyle } from "../engine/dialect.js";
import type { Sheet } from "../files/sheet.js";
import type { Issue } from "../issues/issue.js";
import type { Looks } from "./accept.js";
import type { ColumnMap, Grain, SourceFile } from "./source.js";
import type { Question } from "./understanding.js";

/** By what a heading was given to a column. */
export type How = "said" | "preset" | "heading" | "values";

/** A sheet with all that was made of it; `source` only where nothing stands in the way of reading it. */
export interface Understood {
  sheet: Sheet;
  looks: Looks;
  table?: TableName;
  preset?: Preset | undefined;
  columns: ColumnMap;
  how: Record<string, How>;
  source?: SourceFile;
  /** Columns whose heading fits and whose values don't: they aren't used. */
  contradicted: { id: string; heading: string }[];
  questions: Question[];
  issues: Issue[];
  /** As chosen, even where something still stands in the way. */
  grain?: Grain;
  dates?: DayFormat;
  numbers?: NumberStyle;
  constants: Record<string, string>;
  zone?: string;
  /** Statuses whose meaning only a person can tell. */
  strange: string[];
  /** What a person said of it. */
  said: Said;
}
