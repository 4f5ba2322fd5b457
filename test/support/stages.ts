import { afterAll, beforeAll } from "vitest";
import { type Dataset, readDataset } from "../../loaders/dataset/read.js";
import type { Definitions } from "../../loaders/definitions/read.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import type { Engine, Row } from "../../loaders/engine/engine.js";
import { computeFeatures, computePast, type Features } from "../../loaders/features/compute.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { computeFindings } from "../../loaders/findings/compute.js";
import { describeFindings } from "../../loaders/findings/describe.js";
import type { Finding } from "../../loaders/findings/finding.js";
import { computeFunnel, type Funnel } from "../../loaders/funnel/compute.js";
import { type Issue, IssuesError } from "../../loaders/issues/issue.js";
import { computePeople, type People } from "../../loaders/people/compute.js";
import { composePlaybooks, type Playbook } from "../../loaders/playbooks/compose.js";
import {
  assignSegments,
  computeHistory,
  type History,
  NO_HISTORY,
  type Segments
} from "../../loaders/segments/compute.js";
import { type Groups, readGroups, type Summaries, summarise } from "../../loaders/segments/summaries.js";
import { openFolder } from "../../loaders/store/disk.js";
import { computeTables, type Tables } from "../../loaders/tables/compute.js";
import { describeFirm, type FirmWords } from "../../loaders/tables/firm.js";
import { computeTargets, type Targets } from "../../loaders/targets/compute.js";
import { type Files, withDataset } from "./dataset.js";
import { DEFINITIONS } from "./definitions.js";

/*
 * A study that stops at a stage: everything up to it, nothing behind it, in an engine of its own that closes with the
 * use. A test of one stage stands on the `with…` of that stage; the order is that of `loaders/study.ts`.
 */

/** Made-up files, or the path of a folder. */
type Source = Files | string;
type Use<Made, T> = (made: Made) => T | Promise<T>;

interface Options {
  /** Ids of schemes: the study knows only these, which is faster where a test is about one. Default: all. */
  schemes?: readonly string[];
}

export interface ToTables {
  engine: Engine;
  dataset: Dataset;
  definitions: Definitions;
  tables: Tables;
}
export type ToPeople = ToTables & { people: People };
export type ToFeatures = ToPeople & { features: Features };
export type ToSegments = ToFeatures & { segments: Segments };
export type ToSummaries = ToSegments & { firm: FirmWords; groups: Groups; summaries: Summaries };
export type ToHistory = ToSummaries & { history: History };
export type ToFunnel = ToFeatures & { funnel: Funnel };
export type ToTargets = ToSummaries & { funnel: Funnel; targets: Targets };
export type ToFindings = ToTargets & { findings: Finding[] };
export type ToPlaybooks = ToHistory & { playbooks: Playbook[] };

/**
 * One use of a stage for all tests of a block, such as `share(withFunnel, FILES)`: made before the first, let go of
 * after the last.
 */
export function share<Made>(
  open: (source: Source, use: Use<Made, void>, options?: Options) => Promise<void>,
  source: Source,
  options?: Options
): () => Made {
  let made: Made;
  let letGo = () => {};
  let ended: Promise<void> | undefined;
  beforeAll(async () => {
    made = await new Promise<Made>((resolve, reject) => {
      const use = (stage: Made) => {
        resolve(stage);
        return new Promise<void>((done) => {
          letGo = done;
        });
      };
      ended = open(source, use, options);
      ended.catch(reject);
    });
  });
  afterAll(() => {
    letGo();
    return ended;
  });
  return () => made;
}

/** The files as understood, no row read. */
export async function readFiles(files: Files): Promise<Dataset> {
  return readDataset(holdFiles("shop", files), DEFINITIONS);
}

/** The canonical tables as read. */
export async function withTables<T>(source: Source, use: Use<ToTables, T>, options: Options = {}): Promise<T> {
  if (typeof source !== "string") return withDataset(source, (folder) => withTables(folder, use, options));
  const dataset = await readDataset(await openFolder(source), DEFINITIONS);
  const definitions = {
    ...dataset.definitions,
    schemes: dataset.definitions.schemes.filter(({ id }) => options.schemes?.includes(id) ?? true)
  };
  const engine = await openDuckdb({ threads: 2 });
  try {
    return await use({ engine, dataset, definitions, tables: await computeTables(engine, dataset) });
  } finally {
    await engine.close();
  }
}

/** And the table `people`. */
export function withPeople<T>(source: Source, use: Use<ToPeople, T>, options?: Options): Promise<T> {
  return withTables(
    source,
    async (made) => use({ ...made, people: await computePeople(made.engine, made.tables, made.dataset) }),
    options
  );
}

/** And `features`, as of the last day. */
export function withFeatures<T>(source: Source, use: Use<ToFeatures, T>, options?: Options): Promise<T> {
  return withPeople(
    source,
    async (made) => {
      const { engine, tables, dataset, definitions } = made;
      return use({ ...made, features: await computeFeatures(engine, tables, dataset.settings, definitions) });
    },
    options
  );
}

/** And `features_past`, every feature in it. */
export function withPast<T>(source: Source, use: Use<ToFeatures, T>): Promise<T> {
  return withFeatures(source, async (made) => {
    await computePast(made.engine, made.definitions, made.features, new Set(made.definitions.features.keys()));
    return use(made);
  });
}

/** `customer id → row` of the features at the as-of date. */
export function readFeatures(source: Source): Promise<Record<string, Row>> {
  return withFeatures(source, async ({ engine }) => {
    const rows = await engine.rows(
      "SELECT p.customer_id, f.* FROM features AS f INNER JOIN people AS p ON f.person = p.person ORDER BY p.customer_id"
    );
    return Object.fromEntries(rows.map((row) => [String(row.customer_id), row]));
  });
}

/** Features, and `membership` as of the last day. */
export function withSegments<T>(source: Source, use: Use<ToSegments, T>, options?: Options): Promise<T> {
  return withFeatures(
    source,
    async (made) => {
      const { engine, dataset, definitions, tables, features } = made;
      const { minimum } = describeFirm(dataset, tables);
      return use({ ...made, segments: await assignSegments(engine, definitions, features, minimum) });
    },
    options
  );
}

/** Segments, and numbers and words of every group, those that must not be shown taken out. No past is looked at. */
export function withSummaries<T>(source: Source, use: Use<ToSummaries, T>, options?: Options): Promise<T> {
  return withSegments(
    source,
    async (made) => {
      const { engine, dataset, definitions, tables, features } = made;
      const firm = describeFirm(dataset, tables);
      const groups = await readGroups(engine, definitions, features, tables);
      const summaries = summarise(definitions.numbers, groups, NO_HISTORY, features, firm.minimum);
      return use({ ...made, firm, groups, summaries });
    },
    options
  );
}

/** Summaries, and `membership_past`: groups at every month end, and who moved. */
export function withHistory<T>(source: Source, use: Use<ToHistory, T>, options?: Options): Promise<T> {
  return withSummaries(
    source,
    async (made) => {
      const { engine, definitions, features, groups, firm } = made;
      const history = await computeHistory(engine, definitions, features);
      const summaries = summarise(definitions.numbers, groups, history, features, firm.minimum);
      return use({ ...made, history, summaries });
    },
    options
  );
}

/** Features, and `journeys` with the counts of the funnel. */
export function withFunnel<T>(source: Source, use: Use<ToFunnel, T>): Promise<T> {
  return withFeatures(source, async (made) =>
    use({ ...made, funnel: await computeFunnel(made.engine, made.definitions, made.features) })
  );
}

/** Summaries and funnel, and the targets; of the schemes only the one whose groups the stages of a business want. */
export function withTargets<T>(source: Source, use: Use<ToTargets, T>): Promise<T> {
  return withSummaries(
    source,
    async (made) => {
      const { engine, dataset, definitions, tables, features, summaries, firm } = made;
      const funnel = await computeFunnel(engine, definitions, features);
      const all = summaries.everybody.numbers;
      const inputs = { tables, features, funnel, all, settings: dataset.settings, minimum: firm.minimum };
      return use({ ...made, funnel, targets: await computeTargets(engine, definitions, inputs) });
    },
    { schemes: ["stage-fit"] }
  );
}

/** Targets, and the findings in words. */
export function withFindings<T>(source: Source, use: Use<ToFindings, T>): Promise<T> {
  return withTargets(source, async (made) => {
    const { engine, dataset, tables, features, funnel, targets, summaries, firm } = made;
    const all = summaries.everybody.numbers;
    const inputs = { tables, features, funnel, targets, all, minimum: firm.minimum };
    const found = await computeFindings(engine, dataset.definitions, inputs);
    return use({ ...made, findings: describeFindings(found, dataset.definitions, firm.currency) });
  });
}

/** Summaries with the past looked at, and a playbook for every group and language. */
export function withPlaybooks<T>(source: Source, use: Use<ToPlaybooks, T>, options?: Options): Promise<T> {
  return withHistory(
    source,
    async (made) => {
      const { definitions, summaries, segments, firm } = made;
      const playbooks = composePlaybooks(definitions, summaries, firm, segments.found);
      return use({ ...made, playbooks });
    },
    options
  );
}

/** The issues that the work ends with; fails where it ends well or in another way. */
export async function issuesOf(work: Promise<unknown>): Promise<readonly Issue[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof IssuesError) return error.issues;
    throw error;
  }
  throw new Error("no issue was found");
}

/** A delimited text of a heading line and rows. */
export function csv(headings: string, ...rows: string[]): string {
  return `${[headings, ...rows].join("\n")}\n`;
}
