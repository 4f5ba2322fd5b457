import { type Dataset, readDataset } from "./dataset/read.js";
import { readSources, type Sources } from "./definitions/read-plays.js";
import { readSchemes } from "./definitions/read-schemes.js";
import type { Scheme } from "./definitions/scheme.js";
import { readSettings } from "./definitions/settings.js";
import type { Folder } from "./files/folder.js";
import { type Issue, IssuesError } from "./issues/issue.js";

export interface Inputs {
  dataset: Dataset;
  schemes: Scheme[];
  sources: Sources;
}

/**
 * All that people wrote: data files, settings, schemes, templates, plays, theirs before the built-in ones. What is
 * wrong in any of them is reported together. `read` is the dataset, where the files were looked at already.
 */
export async function readInputs(folder: Folder, definitions: Folder, read?: Dataset): Promise<Inputs> {
  const issues: Issue[] = [];
  const gather = async <T>(reading: Promise<T>): Promise<T | undefined> =>
    reading.catch((error) => {
      if (!(error instanceof IssuesError)) throw error;
      issues.push(...error.issues);
      return undefined;
    });
  const dataset = read ?? (await gather(readDataset(folder, definitions)));
  const settings = dataset?.settings ?? (await readSettings(folder)).settings;
  const schemes = await gather(readSchemes(folder, definitions, settings));
  const sources = await gather(readSources(folder, definitions, schemes ?? []));
  if (!dataset || !schemes || !sources) throw new IssuesError(issues);
  return { dataset, schemes, sources };
}
