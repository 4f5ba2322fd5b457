import { composeHeadlessTexts } from "../publish/headless-texts.js";
import type { Study } from "../study.js";

/** Rows that were set aside, as `npm run study` writes them. */
export async function renderRejects(study: Study): Promise<string> {
  const found = (await composeHeadlessTexts(study)).find(([path]) => path === "rejects.csv");
  return String(found?.[1] ?? "");
}
