import { type Dataset, readDataset } from "../../loaders/dataset/read.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import type { Engine, Row } from "../../loaders/engine/engine.js";
import { computeFeatures, computePast, type Features } from "../../loaders/features/compute.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { type Issue, IssuesError } from "../../loaders/issues/issue.js";
import { computePeople } from "../../loaders/people/compute.js";
import { openFolder } from "../../loaders/store/disk.js";
import { computeTables, type Tables } from "../../loaders/tables/compute.js";
import { type Files, withDataset } from "./dataset.js";
import { DEFINITIONS } from "./definitions.js";

/** The files as understood, no row read. */
export async function readFiles(files: Files): Promise<Dataset> {
  return readDataset(holdFiles("shop", files), DEFINITIONS);
}

export interface Computed {
  engine: Engine;
  dataset: Dataset;
  tables: Tables;
}

/** Calls `use` with the canonical tables of these files as read, in an engine of their own. */
export function withTables<T>(files: Files, use: (computed: Computed) => Promise<T>): Promise<T> {
  return withDataset(files, (folder) => withTablesOf(folder, use));
}

export async function withTablesOf<T>(folder: string, use: (computed: Computed) => Promise<T>): Promise<T> {
  const engine = await openDuckdb({ threads: 2 });
  try {
    const dataset = await readDataset(await openFolder(folder), DEFINITIONS);
    return await use({ engine, dataset, tables: await computeTables(engine, dataset) });
  } finally {
    await engine.close();
  }
}

/** Calls `use` with `features` and `features_past` of these files, every feature in both. */
export function withFeatures<T>(
  files: Files,
  use: (computed: Computed & { features: Features }) => Promise<T>
): Promise<T> {
  return withTables(files, async (computed) => {
    await computePeople(computed.engine, computed.tables, computed.dataset.settings);
    const every = new Set(DEFINITIONS.features.keys());
    const features = await computeFeatures(computed.engine, computed.tables, computed.dataset.settings, DEFINITIONS);
    await computePast(computed.engine, DEFINITIONS.features, features, every);
    return use({ ...computed, features });
  });
}

/** `customer id → row` of the features at the as-of date. */
export function readFeatures(files: Files): Promise<Record<string, Row>> {
  return withFeatures(files, async ({ engine }) => {
    const rows = await engine.rows(
      "SELECT p.customer_id, f.* FROM features AS f INNER JOIN people AS p ON f.person = p.person ORDER BY p.customer_id"
    );
    return Object.fromEntries(rows.map((row) => [String(row.customer_id), row]));
  });
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
