import type { Folder } from "../files/folder.js";
import type { Issue } from "../issues/issue.js";
import type { Catalogue } from "./catalogue.js";
import type { Tables } from "./columns.js";
import type { FeatureFiles } from "./feature-files.js";
import { customiseFindings, type FindingSet, readFindings } from "./findings.js";
import { customiseNobody, type Nobody, readNobody } from "./nobody.js";
import { defineNumbers, type NumberSet, type NumberSources } from "./numbers.js";
import { type Preset, readPresets } from "./preset.js";
import { customiseTables, readTables } from "./read-columns.js";
import { customiseFeatures, readFeatures, renameStateFeatures } from "./read-features.js";
import { customiseNumbers, readNumberSources } from "./read-numbers.js";
import { customiseSources, readSources, type Sources } from "./read-plays.js";
import { customiseSchemes, readSchemes } from "./read-schemes.js";
import type { Scheme } from "./scheme.js";
import type { Settings } from "./settings.js";
import { type Business, customiseStages, readStages } from "./stages.js";
import { customiseStates, readStates, renameStates, type State, type States } from "./states.js";

/**
 * All that may be read and changed, as one value: what columns there are, what is computed of a customer and of a
 * group, how customers are divided, and what is said and done about it.
 */
export interface Definitions extends Catalogue {
  /** The canonical tables with their columns. */
  tables: Tables;
  /** Layouts of platforms, by id. */
  presets: readonly Preset[];
  /** What features and measures are as they are written, for a firm's own to be laid over. */
  featureFiles: FeatureFiles;
  numbers: NumberSet;
  /** The numbers as written, with the thresholds that they use. */
  numberSources: NumberSources;
  /** The customer states, from stranger to referrer. */
  states: readonly State[];
  /** The same with the scheme whose groups they are. */
  journey: States;
  /** The stages of a business. */
  business: Business;
  /** What is looked for that matters most, and how it is told. */
  findings: FindingSet;
  /** What stands in a cell where no person is named. */
  nobody: Nobody;
  schemes: readonly Scheme[];
  sources: Sources;
}

/** Reads the built-in definitions, once a process. Throws every issue at once. */
export async function readDefinitions(folder: Folder): Promise<Definitions> {
  const journey = await readStates(folder);
  const tables = await readTables(folder);
  const { catalogue, featureFiles } = await readFeatures(folder, tables, journey.states);
  const numberSources = await readNumberSources(folder, catalogue.features);
  const numbers = defineNumbers(numberSources);
  const schemes = await readSchemes(folder, catalogue.features, journey.scheme);
  return {
    tables,
    presets: await readPresets(folder, tables),
    ...catalogue,
    featureFiles,
    numbers,
    numberSources,
    states: journey.states,
    journey,
    business: await readStages(folder, numbers),
    findings: await readFindings(folder),
    nobody: await readNobody(folder),
    schemes,
    sources: await readSources(folder, schemes, numbers)
  };
}

/** The definitions as a firm has them: what lies beside its data wins over what is built in. Faults are issues. */
export async function customise(
  builtIn: Definitions,
  folder: Folder,
  settings: Settings
): Promise<{ definitions: Definitions; issues: Issue[] }> {
  const issues: Issue[] = [];
  const tables = await customiseTables(builtIn.tables, folder, issues);
  const said = await customiseStates(builtIn.journey, folder, issues);
  const catalogue = await customiseFeatures(builtIn, folder, tables, issues);
  const base = builtIn.schemes.map((scheme) => (scheme.id === said.scheme.id ? said.scheme : scheme));
  const schemes = await customiseSchemes(base, folder, settings, catalogue.features, issues);
  const journey = renameStates(said, schemes);
  const features = renameStateFeatures(catalogue.features, journey.states);
  const faults: Issue[] = [];
  const numberSources = await customiseNumbers(builtIn.numberSources, folder, features, faults);
  const numbers = faults.length === 0 ? defineNumbers(numberSources) : builtIn.numbers;
  issues.push(...faults);
  const sources = await customiseSources(builtIn.sources, folder, schemes, numbers, issues);
  const business = await customiseStages(builtIn.business, folder, issues);
  const findings = await customiseFindings(builtIn.findings, folder, issues);
  const nobody = await customiseNobody(builtIn.nobody, folder, issues);
  const { states } = journey;
  const own = { tables, ...catalogue, features, numbers, numberSources, states, journey, business, findings, nobody };
  return { definitions: { ...builtIn, ...own, schemes, sources }, issues };
}
