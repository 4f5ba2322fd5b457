import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { composeHeadlessTexts, composeMembershipQuery, FEATURES_QUERY } from "../publish/headless-texts.js";
import type { Study } from "../study.js";

/**
 * Writes the study without a site: tables for people and schedulers, one row per customer where asked for.
 * These files are the firm's own and hold ids; they must not be published.
 */
export async function writeHeadless(study: Study, folder: string): Promise<void> {
  const { engine } = study;
  for (const [path, content] of await composeHeadlessTexts(study)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const d = engine.dialect;
  await engine.run(d.writeParquet(await composeMembershipQuery(study), join(folder, "membership.parquet")));
  await engine.run(d.writeParquet(FEATURES_QUERY, join(folder, "features.parquet")));
}
