import { cp, mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { LANGS } from "../../src/terms/lang.js";
import { listFiles } from "../store/files.js";
import { inProject, inWorkshop } from "../store/project.js";
import { replaceLink, uniqueName } from "../store/replace.js";
import type { Store } from "../store/store.js";
import { composePages } from "./pages.js";

/** The link through which a live site's loaders find the store of now: their environment can't change any more. */
export function liveStore(): string {
  return inWorkshop(`live-${process.pid}-00000000`);
}

/**
 * Makes the live site show a store. Framework keeps what loaders gave until a loader's own file changes, so
 * that is dropped; and open pages reload when the configuration is touched.
 */
export async function replaceLiveStore(store: Store): Promise<void> {
  const writing = await listUnfinished();
  await replaceLink(liveStore(), store.path, inWorkshop(uniqueName("aside")));
  await replaceLivePages(store);
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

/** Lays all pages out under `src`, where git ignores them; those that are no more, such as of groups that went, go. */
export async function replaceLivePages(store: Store): Promise<void> {
  const generated = join(store.path, "pages");
  const pages = await composePages();
  for (const file of await listFiles(generated)) pages.set(file, await readFile(join(generated, file), "utf8"));
  for (const lang of LANGS)
    for (const file of await listFiles(inProject("src", lang)).catch(() => []))
      if (!pages.has(`${lang}/${file}`)) await rm(inProject("src", lang, file), { force: true });
  for (const [path, text] of pages) await writeChanged(inProject("src", path), text);
}

/** A page that stays the same keeps its time, so that nobody's reading is interrupted for it. */
async function writeChanged(path: string, text: string): Promise<void> {
  if ((await readFile(path, "utf8").catch(() => undefined)) === text) return;
  await mkdir(dirname(path), { recursive: true });
  const part = join(inWorkshop(), uniqueName("page"));
  await writeFile(part, text);
  await rename(part, path).catch(async () => {
    await cp(part, path);
    await rm(part, { force: true });
  });
}
