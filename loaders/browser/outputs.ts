import { strToU8, zipSync } from "fflate";
import { composeHeadlessTexts, composeMembershipQuery, FEATURES_QUERY } from "../publish/headless-texts.js";
import type { Study } from "../study.js";
import { renderParquet } from "./parquet.js";

/** Every file has this day: the same study gives the same archive. */
const STAMP = "2000-01-01T00:00:00";

/** What `npm run study` writes, as one archive, with the mapping beside it. */
export async function renderOutputs(study: Study, mapping: string): Promise<Uint8Array> {
  const { engine } = study;
  const files = [
    ...(await composeHeadlessTexts(study)),
    ["membership.parquet", new Uint8Array(await renderParquet(engine, await composeMembershipQuery(study)))],
    ["features.parquet", new Uint8Array(await renderParquet(engine, FEATURES_QUERY))],
    ["mapping.yml", mapping]
  ] as [string, string | Uint8Array][];
  return zipSync(
    Object.fromEntries(
      files.map(([path, content]) => [path, typeof content === "string" ? strToU8(content) : content])
    ),
    { mtime: STAMP }
  );
}
