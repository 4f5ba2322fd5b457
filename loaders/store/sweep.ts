import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * Removes what runs that are no more left half done: entries named `…-<process id>-<8 hex>` of dead processes. In a
 * folder that isn't ours alone, `prefix` is how ours begin.
 */
export async function sweepLeftovers(folder: string, prefix = ""): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = /-(\d+)-[0-9a-f]{8}$/.exec(name)?.[1];
    if (owner !== undefined && name.startsWith(prefix) && !isAlive(Number(owner)))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Keeps the newest entries of a folder and those in use; the others go. */
export async function keepNewest(
  folder: string,
  count: number,
  inUse: readonly (string | undefined)[] = []
): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const dated = await Promise.all(
    names.map(async (name) => ({
      path: join(folder, name),
      at: (await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? 0
    }))
  );
  const old = dated.sort((a, b) => b.at - a.at).slice(count);
  for (const { path } of old) if (!inUse.includes(path)) await rm(path, { recursive: true, force: true });
}

/** Whether a process runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
