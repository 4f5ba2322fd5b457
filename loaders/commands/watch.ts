import { type FSWatcher, watch } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

const QUIET = 300;

/**
 * Calls `changed` when anything below the folders changes, once things are quiet for a moment, and never twice
 * at the same time: what changes meanwhile is one more call. Gives a function that ends it.
 */
export async function watchFolders(folders: readonly string[], changed: () => Promise<void>): Promise<() => void> {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await add();
      await changed();
    } while (again);
    running = false;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET);
  };
  // A watcher for each folder: watching a tree at once is not to be had on every system of Node 20.
  const add = async () => {
    for (const folder of (await Promise.all(folders.map(listFolders))).flat()) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, soon);
      const drop = () => {
        watcher.close();
        watchers.delete(folder);
      };
      watchers.set(folder, watcher.on("error", drop).on("close", drop));
    }
  };
  await add();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [];
  const below = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  return [folder, ...(await Promise.all(below.map((entry) => listFolders(join(folder, entry.name))))).flat()];
}
