import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { publishSite } from "../../loaders/site/publish.js";
import { inWorkshop } from "../../loaders/store/project.js";
import { uniqueName } from "../../loaders/store/replace.js";
import { sweepLeftovers } from "../../loaders/store/sweep.js";

/*
 * Run as a process of its own, in a project of its own: `node publish-sites.mjs <first> <count> <pages>` publishes
 * made-up sites one after the other as a build would, each page holding the number of its site, and tells each number
 * once it is published.
 */
const [first = 0, count = 0, pages = 0] = process.argv.slice(2).map(Number);
await sweepLeftovers(inWorkshop());
for (let site = first; site < first + count; site++) {
  const built = join(inWorkshop(uniqueName("build")), "dist");
  await mkdir(built, { recursive: true });
  for (let page = 0; page < pages; page++) await writeFile(join(built, `${page}.html`), String(site));
  await publishSite(built);
  await rm(dirname(built), { recursive: true });
  process.stdout.write(`${site}\n`);
}
