import type { Bilingual } from "../src/terms/lang.js";
import { bilingual } from "../src/terms/words.js";
import { STEPS } from "../src/words/steps.js";
import { type Dataset, readDataset } from "./dataset/read.js";
import type { Definitions } from "./definitions/read.js";
import type { Scheme } from "./definitions/scheme.js";
import type { Engine } from "./engine/engine.js";
import { computeFeatures, type Features } from "./features/compute.js";
import type { Folder } from "./files/folder.js";
import { computeFindings } from "./findings/compute.js";
import { describeFindings } from "./findings/describe.js";
import type { Finding } from "./findings/finding.js";
import { computeFunnel, type Funnel } from "./funnel/compute.js";
import { computePeople, type People } from "./people/compute.js";
import { composePlaybooks, type Firm, type Playbook } from "./playbooks/compose.js";
import { assignSegments, computeHistory, type History, NO_HISTORY, type Segments } from "./segments/compute.js";
import { decideRules } from "./segments/decide-rules.js";
import { readGroups, type Summaries, summarise } from "./segments/summaries.js";
import { computeTables, type Tables } from "./tables/compute.js";
import { describeFirm } from "./tables/firm.js";
import { computeTargets, type Targets } from "./targets/compute.js";

/** What a study is made from, wherever it runs: the firm's files, the built-in definitions, a database. */
export interface Place {
  folder: Folder;
  /** The built-in definitions; the firm's own are read beside its data. */
  definitions: Definitions;
  engine: Engine;
  /** The folder as understood, where its files were looked at already. */
  read?: Dataset;
  /** Told before each stage begins. */
  progress?: ((message: Bilingual) => void) | undefined;
  /** Given all that is known before the past is looked at, where somebody waits. */
  early?: (study: Study) => Promise<void>;
}

/** Everything that is known of a firm's customers at one date. The engine still holds the tables; `close` lets go of them. */
export interface Study {
  engine: Engine;
  dataset: Dataset;
  firm: Firm;
  tables: Tables;
  people: People;
  /** The definitions as this firm has them. */
  definitions: Definitions;
  schemes: readonly Scheme[];
  features: Features;
  segments: Segments;
  history: History;
  summaries: Summaries;
  funnel: Funnel;
  targets: Targets;
  findings: Finding[];
  playbooks: Playbook[];
  close(): Promise<void>;
}

/**
 * The whole study of a folder of customer data, stage by stage:
 *
 *     files → tables → people → features → segments · funnel · targets → findings → history → playbooks
 *
 * Throws `IssuesError` with every problem found when the data, settings, schemes or templates can't be used; the
 * engine is closed then, else with the study.
 */
export async function computeStudy({
  folder,
  definitions: builtIn,
  engine,
  read,
  progress = () => {},
  early
}: Place): Promise<Study> {
  try {
    progress(bilingual(STEPS.reading));
    const dataset = read ?? (await readDataset(folder, builtIn));
    const { settings } = dataset;

    progress(bilingual(STEPS.checking));
    const tables = await computeTables(engine, dataset);
    const firm = describeFirm(dataset, tables);

    progress(bilingual(STEPS.people));
    const people = await computePeople(engine, tables, dataset);

    progress(bilingual(STEPS.features));
    const features = await computeFeatures(engine, tables, settings, dataset.definitions);
    const definitions = decideRules(dataset.definitions, features.lacking);
    const { schemes } = definitions;

    progress(bilingual(STEPS.segments));
    const segments = await assignSegments(engine, definitions, features, firm.minimum);
    const groups = await readGroups(engine, definitions, features, tables);
    const { minimum } = firm;
    // What follows sees everybody as it may be shown, so that nothing is made from what is hidden.
    const all = summarise(definitions.numbers, groups, NO_HISTORY, features, minimum).everybody.numbers;

    progress(bilingual(STEPS.funnel));
    const funnel = await computeFunnel(engine, definitions, features);
    const targets = await computeTargets(engine, definitions, { tables, features, funnel, all, settings, minimum });
    const found = await computeFindings(engine, definitions, { tables, features, funnel, targets, all, minimum });
    const findings = describeFindings(found, definitions, firm.currency);

    const describe = (history: History): Study => {
      const summaries = summarise(definitions.numbers, groups, history, features, minimum);
      const playbooks = composePlaybooks(definitions, summaries, firm, segments.found);
      const made = { tables, people, definitions, schemes, features, segments, history, summaries };
      return { engine, dataset, firm, ...made, funnel, targets, findings, playbooks, close: () => engine.close() };
    };
    await early?.(describe(NO_HISTORY));

    progress(bilingual(STEPS.history));
    const history = await computeHistory(engine, definitions, features);
    progress(bilingual(STEPS.playbooks));
    return describe(history);
  } catch (error) {
    await engine.close();
    throw error;
  }
}
