import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Study } from "../study.js";
import { renderArrow } from "./arrow.js";
import { definitionsJson } from "./definitions-json.js";
import { identifiers } from "./identifiers.js";
import { pages } from "./pages.js";
import { playbooksJson } from "./playbooks-json.js";
import { studyJson } from "./study-json.js";
import { cohortsTable, crosstabTable, funnelTable, migrationTable, segmentsTable, trendTable } from "./tables.js";
import { targetsJson } from "./targets-json.js";

/**
 * Writes all that the site reads into a folder: `data/` (JSON and Arrow), `pages/` (Markdown made from the
 * study) and `private/identifiers.txt`, which only the search for leaks reads and no page ever sees.
 */
export async function writePublished(study: Study, folder: string): Promise<void> {
  const { minimum } = study.firm;
  const json = (value: unknown) => `${JSON.stringify(value)}\n`;
  const files: [string, string | Uint8Array][] = [
    ["data/study.json", json(await studyJson(study))],
    ["data/definitions.json", json(definitionsJson(study))],
    ["data/targets.json", json(targetsJson(study))],
    ["data/playbooks.json", json(playbooksJson(study))],
    ["data/segments.arrow", renderArrow(segmentsTable(study.summaries))],
    ["data/trend.arrow", renderArrow(trendTable(study.segments.trend, study.schemes, minimum))],
    ["data/crosstab.arrow", renderArrow(crosstabTable(study.segments.cross, study.schemes, minimum))],
    ["data/migration.arrow", renderArrow(migrationTable(study.segments.migration, minimum))],
    ["data/funnel.arrow", renderArrow(funnelTable(study.funnel, minimum))],
    ["data/cohorts.arrow", renderArrow(cohortsTable(study.funnel.cohorts, minimum))],
    ["private/identifiers.txt", (await identifiers(study)).join("\n")],
    ...[...pages(study)].map(([path, text]): [string, string] => [`pages/${path}`, text])
  ];
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
