import { mkdir, rename, utimes } from "node:fs/promises";
import { basename, join } from "node:path";
import { inProject, inWorkshop } from "../store/project.js";
import { maybeTarget, replaceLink, uniqueName } from "../store/replace.js";
import { keepNewest } from "../store/sweep.js";

/** The site in use, the one before it, and one that another build is about to put in use. */
const KEPT = 3;

/** Puts a finished site in the place of the last one, in one step. Gives the folder it lives in. */
export async function publishSite(built: string): Promise<string> {
  const sites = inWorkshop("sites");
  await mkdir(sites, { recursive: true });
  const site = join(sites, basename(uniqueName("site")));
  await rename(built, site);
  await utimes(site, new Date(), new Date());
  const dist = inProject("dist");
  await replaceLink(dist, site, inWorkshop(uniqueName("earlier-dist").replace(/-\d+-/, ".")));
  await keepNewest(sites, KEPT, [site, await maybeTarget(dist)]);
  return site;
}
