import type { Folder } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";
import type { Catalogue } from "./catalogue.js";
import type { Tables } from "./columns.js";
import { compileFeatures } from "./compile-features.js";
import type { FeatureSet } from "./feature.js";
import { type FeatureFiles, NO_FILES, readFeatureFiles } from "./feature-files.js";
import { type State, sinceLabel } from "./states.js";

/** Reads the built-in features and what they are made from. Throws every issue at once. */
export async function readFeatures(
  folder: Folder,
  tables: Tables,
  states: readonly State[]
): Promise<{ catalogue: Catalogue; featureFiles: FeatureFiles }> {
  const issues: Issue[] = [];
  const featureFiles = await readFeatureFiles(folder, NO_FILES, issues, stateFeatures(states));
  const catalogue = compileFeatures(featureFiles, tables, issues);
  if (issues.length > 0) throw new IssuesError(issues);
  return { catalogue, featureFiles };
}

/**
 * A firm's features: what lies in `features/` of its folder is laid over what is built in. What is wrong with it is
 * added to `issues`.
 */
export async function customiseFeatures(
  builtIn: Catalogue & { featureFiles: FeatureFiles },
  folder: Folder,
  tables: Tables,
  issues: Issue[]
): Promise<Catalogue> {
  const { features, measures, attributes, constants, lists, origins, featureFiles } = builtIn;
  const files = await readFeatureFiles(folder, featureFiles, issues);
  const own = Object.values(files).some((part, i) => part !== Object.values(featureFiles)[i]);
  return own ? compileFeatures(files, tables, issues) : { features, measures, attributes, constants, lists, origins };
}

/** The day of entry into each state, `<id>_date`, as a feature. */
function stateFeatures(states: readonly State[]): FeatureFiles["features"] {
  return new Map(
    states.map((state) => {
      const { evidence: meaning, whenNull, needs, given, formula } = state;
      const source = { label: sinceLabel(state), unit: "date" as const, meaning, whenNull, needs, given, formula };
      return [`${state.id}_date`, { file: "states.yaml", row: () => undefined, source }];
    })
  );
}

/** The days of entry under the names that a firm gives its states. */
export function renameStateFeatures(features: FeatureSet, states: readonly State[]): FeatureSet {
  const renamed = new Map(features);
  for (const state of states) {
    const known = features.get(`${state.id}_date`);
    if (known) renamed.set(known.id, { ...known, label: sinceLabel(state), meaning: state.evidence });
  }
  return renamed;
}
