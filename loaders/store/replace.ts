import { randomBytes } from "node:crypto";
import { lstat, mkdir, readlink, rename, rm, symlink } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";

/** A name that no other run uses; the process id in it tells later runs whether its owner still lives. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${process.pid}-${randomBytes(4).toString("hex")}`;
}

/** What a link points to, as a full path; undefined when it isn't a link. */
export async function maybeTarget(link: string): Promise<string | undefined> {
  const target = await readlink(link).catch(() => undefined);
  return target === undefined ? undefined : resolve(dirname(link), target);
}

/**
 * Points a link to another folder in one step: whoever looks sees the old folder or the new one, never none.
 * A real folder in its place is moved to `aside` first, once. The new link is made beside `aside`, where the next run
 * sweeps it away if this one is killed before it is in place.
 */
export async function replaceLink(link: string, target: string, aside: string): Promise<void> {
  await mkdir(dirname(aside), { recursive: true });
  const next = join(dirname(aside), uniqueName("link"));
  if (process.platform === "win32") await symlink(resolve(target), next, "junction");
  else await symlink(relative(dirname(link), target), next, "dir");
  const there = await lstat(link).catch(() => undefined);
  if (there && !there.isSymbolicLink()) await rename(link, aside);
  try {
    await rename(next, link);
  } catch (error) {
    // Windows renames over nothing that is a folder: there the link is gone for a moment.
    if (process.platform !== "win32") throw error;
    await rm(link, { recursive: false, force: true });
    await rename(next, link);
  }
}

/** Puts a finished folder in the place of an older one. The older one is gone only when the new one stands. */
export async function replaceFolder(from: string, to: string): Promise<void> {
  const old = `${to}.${uniqueName("old")}`;
  const had = await rename(to, old).then(
    () => true,
    () => false
  );
  try {
    await rename(from, to);
  } catch (error) {
    if (had) await rename(old, to).catch(() => undefined);
    throw error;
  }
  if (had) await rm(old, { recursive: true, force: true });
}
