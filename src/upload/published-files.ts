import type {
  PublishedDefinitions,
  PublishedPlaybook,
  PublishedStudy,
  PublishedTargets
} from "../../loaders/publish/published.js";
import { rowsOf } from "../charts/arrow.js";
import type { CohortRow, CrosstabRow, FunnelRow, MigrationRow, SegmentRow, TrendRow } from "../charts/rows.js";

/** What the site's pages load, here from one study. */
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

/** Reads the files that a study publishes, by the names that the site has them under. */
export function readPublished(files: Readonly<Record<string, string | ArrayBuffer>>): Published {
  const json = <T>(name: string): T => {
    const file = files[`data/${name}.json`];
    return JSON.parse(typeof file === "string" ? file : new TextDecoder().decode(file)) as T;
  };
  const rows = <T>(name: string): T[] => {
    const file = files[`data/${name}.arrow`];
    return file instanceof ArrayBuffer ? rowsOf<T>(file) : [];
  };
  return {
    study: json("study"),
    definitions: json("definitions"),
    targets: json("targets"),
    playbooks: json("playbooks"),
    segments: rows("segments"),
    trend: rows("trend"),
    crosstab: rows("crosstab"),
    migration: rows("migration"),
    funnel: rows("funnel"),
    cohorts: rows("cohorts")
  };
}
