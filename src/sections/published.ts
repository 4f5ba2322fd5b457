import type {
  PublishedDefinitions,
  PublishedPlaybook,
  PublishedStudy,
  PublishedTargets
} from "../../loaders/publish/published.js";
import type { CohortRow, CrosstabRow, FunnelRow, MigrationRow, SegmentRow, TrendRow } from "../charts/rows.js";

/** What a study publishes, read: all that sections draw from. */
export interface Published {
  study: PublishedStudy;
  definitions: PublishedDefinitions;
  targets: PublishedTargets;
  playbooks: PublishedPlaybook[];
  segments: SegmentRow[];
  trend: TrendRow[];
  crosstab: CrosstabRow[];
  migration: MigrationRow[];
  funnel: FunnelRow[];
  cohorts: CohortRow[];
}

/** Waits for as many of the published files as a page brings, each read in its own way. */
export async function readPublished<Name extends keyof Published>(
  files: Record<Name, Promise<unknown>>
): Promise<Pick<Published, Name>> {
  const read = Object.entries<Promise<unknown>>(files).map(async ([name, file]) => [name, await file] as const);
  return Object.fromEntries(await Promise.all(read)) as Pick<Published, Name>;
}
