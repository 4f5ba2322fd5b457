import type { Definitions } from "../definitions/read.js";
import type { Settings } from "../definitions/settings.js";
import type { Folder } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import { type Inspection, inspectDataset } from "./inspect.js";
import type { SourceFile } from "./source.js";

export type { SourceFile } from "./source.js";

/** A folder of files as understood, before a single row is read. */
export interface Dataset {
  label: string;
  sample: boolean;
  settings: Settings;
  /** The definitions as this firm has them. */
  definitions: Definitions;
  files: SourceFile[];
  /** Sheets and parts of files that hold nothing to read: skipped over, and shown. */
  skipped: Issue[];
}

/**
 * Reads a folder: its settings, and for every sheet which table it is and which headings carry which columns.
 * Throws all that is wrong or open in any of them at once.
 */
export async function readDataset(folder: Folder, builtIn: Definitions): Promise<Dataset> {
  return settle(await inspectDataset(folder, builtIn));
}

/** The dataset of an inspection that left nothing open; throws its issues else. */
export function settle({ label, sample, settings, definitions, sheets, skipped, issues }: Inspection): Dataset {
  if (issues.length > 0) throw new IssuesError(issues);
  return { label, sample, settings, definitions, files: sheets.flatMap(({ source }) => source ?? []), skipped };
}
