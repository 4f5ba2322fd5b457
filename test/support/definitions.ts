import { customise } from "../../loaders/definitions/read.js";
import type { Settings } from "../../loaders/definitions/settings.js";
import type { Folder } from "../../loaders/files/folder.js";
import { IssuesError } from "../../loaders/issues/issue.js";
import { openDefinitions } from "../../loaders/store/local.js";

/** The built-in definitions, read once for a file of tests. */
export const DEFINITIONS = await openDefinitions();

/** The definitions as a firm with this folder has them; its faults are thrown. */
export async function definitionsOf(folder: Folder, settings: Settings = {}) {
  const { definitions, issues } = await customise(DEFINITIONS, folder, settings);
  if (issues.length > 0) throw new IssuesError(issues);
  return definitions;
}
