import type { Study } from "../study.js";
import { renderArrow } from "./arrow.js";
import { definitionsJson } from "./definitions-json.js";
import { playbooksJson } from "./playbooks-json.js";
import { composeStudyJson } from "./study-json.js";
import { cohortsTable, crosstabTable, funnelTable, migrationTable, segmentsTable, trendTable } from "./tables.js";
import { targetsJson } from "./targets-json.js";

/** A file by its path and what is in it. */
export type Content = [path: string, content: string | Uint8Array];

/** All data that the site's pages read, JSON and Arrow, by their paths below the site: `data/study.json`. */
export async function composeSiteData(study: Study): Promise<Content[]> {
  const { minimum } = study.firm;
  const json = (value: unknown) => `${JSON.stringify(value)}\n`;
  return [
    ["data/study.json", json(await composeStudyJson(study))],
    ["data/definitions.json", json(definitionsJson(study))],
    ["data/targets.json", json(targetsJson(study))],
    ["data/playbooks.json", json(playbooksJson(study))],
    ["data/segments.arrow", renderArrow(segmentsTable(study.definitions.numbers, study.summaries))],
    ["data/trend.arrow", renderArrow(trendTable(study.history.trend, study.schemes, minimum))],
    ["data/crosstab.arrow", renderArrow(crosstabTable(study.segments.cross, study.schemes, minimum))],
    ["data/migration.arrow", renderArrow(migrationTable(study.history.migration, minimum))],
    ["data/funnel.arrow", renderArrow(funnelTable(study.funnel, minimum))],
    ["data/cohorts.arrow", renderArrow(cohortsTable(study.funnel, minimum))]
  ];
}
