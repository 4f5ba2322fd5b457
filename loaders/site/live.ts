import { cp, mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { listFiles } from "../store/files.js";
import { inProject, inWorkshop } from "../store/project.js";
import { replaceLink, uniqueName } from "../store/replace.js";
import type { Store } from "../store/store.js";
import { GENERATED } from "./stage.js";

/** The link through which a live site's loaders find the store of now: their environment can't change any more. */
export function liveStore(): string {
  return inWorkshop(`live-${process.pid}-00000000`);
}

/**
 * Makes the live site show a store. Framework keeps what loaders gave until a loader's own file changes, so
 * that is dropped; and open pages reload when the configuration is touched.
 */
export async function showStore(store: Store): Promise<void> {
  const writing = await listUnfinished();
  await replaceLink(liveStore(), store.path, inWorkshop(uniqueName("aside")));
  await writePages(join(store.path, "pages"));
  // A loader started before the link moved would put the old numbers back after they are dropped.
  for (let i = 0; i < 100 && (await anyExists(writing)); i++) await wait(50);
  const now = new Date();
  for (const folder of ["data", "worker"]) {
    await rm(inProject("src", ".observablehq", "cache", folder), { recursive: true, force: true });
    for (const loader of await listFiles(inProject("src", folder)))
      await utimes(inProject("src", folder, loader), now, now);
  }
  await utimes(inProject("observablehq.config.ts"), now, now);
}

/** Outputs that loaders are writing: Framework gives them the server's process id as an ending. */
async function listUnfinished(): Promise<string[]> {
  const cache = inProject("src", ".observablehq", "cache", "data");
  const files = await listFiles(cache).catch(() => []);
  return files.filter((file) => /\.\d+$/.test(file)).map((file) => join(cache, file));
}

async function anyExists(paths: readonly string[]): Promise<boolean> {
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  return found.some((s) => s !== undefined);
}

/** Lays the generated pages out under `src`, where git ignores them; those of groups that are no more go. */
async function writePages(pages: string): Promise<void> {
  const wanted = new Set(await listFiles(pages));
  for (const place of GENERATED) {
    const full = inProject("src", place);
    if (place.endsWith(".md")) {
      if (!wanted.has(place)) await rm(full, { force: true });
    } else
      for (const file of await listFiles(full).catch(() => []))
        if (!wanted.has(`${place}/${file}`)) await rm(join(full, file), { force: true });
  }
  for (const file of wanted) await writeChanged(join(pages, file), inProject("src", file));
}

/** A page that stays the same keeps its time, so that nobody's reading is interrupted for it. */
async function writeChanged(from: string, to: string): Promise<void> {
  const text = await readFile(from, "utf8");
  if ((await readFile(to, "utf8").catch(() => undefined)) === text) return;
  await mkdir(dirname(to), { recursive: true });
  const part = join(inWorkshop(), uniqueName("page"));
  await writeFile(part, text);
  await rename(part, to).catch(async () => {
    await cp(part, to);
    await rm(part, { force: true });
  });
}
