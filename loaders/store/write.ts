import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Content, composeSiteData } from "../publish/contents.js";
import { listIdentifiers } from "../publish/identifiers.js";
import { pages } from "../publish/pages.js";
import type { Study } from "../study.js";

/**
 * Writes all that the site reads into a folder: `data/` (JSON and Arrow), `pages/` (Markdown made from the
 * study) and `private/identifiers.txt`, which only the search for leaks reads and no page ever sees.
 */
export async function writePublished(study: Study, folder: string): Promise<void> {
  const files: Content[] = [
    ...(await composeSiteData(study)),
    ["private/identifiers.txt", (await listIdentifiers(study)).join("\n")],
    ...[...pages(study)].map(([path, text]): Content => [`pages/${path}`, text])
  ];
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
