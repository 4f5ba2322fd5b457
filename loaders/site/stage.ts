import { cp, mkdir, rename, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { LANGS } from "../../src/terms/lang.js";
import { listFiles } from "../store/files.js";
import { inProject, inWorkshop, PROJECT } from "../store/project.js";
import { uniqueName } from "../store/replace.js";
import type { Store } from "../store/store.js";
import { ensureBundle } from "./bundle.js";
import { ensureOffline } from "./framework.js";
import { composePages } from "./pages.js";

/** A private copy of `src` with the generated pages, and the place its site is built in. */
export interface Stage {
  folder: string;
  /** Source root and output, relative to the project as Framework wants them. */
  root: string;
  output: string;
}

/** Time stamps get into the built files; with one for all, the same input gives the same site. */
const STAMP = new Date("2000-01-01T00:00:00Z");

/** What isn't copied as it is: Framework's cache, pages of both languages, and pages laid out for the live site. */
const LEFT = [".observablehq", "pages", ...LANGS];

/** Lays out a build's own folder: two builds, or a build beside the live site, never share a file they write. */
export async function makeStage(store: Store): Promise<Stage> {
  const folder = inWorkshop(uniqueName("build"));
  const root = join(folder, "src");
  const source = inProject("src");
  const left = new Set(LEFT.map((name) => join(source, name)));
  await mkdir(folder, { recursive: true });
  await cp(source, root, { recursive: true, filter: (path) => !left.has(path) });
  await cp(join(store.path, "pages"), root, { recursive: true });
  for (const [path, text] of await composePages()) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await symlink(inProject("loaders"), join(folder, "loaders"), process.platform === "win32" ? "junction" : "dir");
  // What the loaders would give, at the cost of a process each, is the store's `data` as it is.
  const cache = join(root, ".observablehq", "cache");
  await cp(join(store.path, "data"), join(cache, "data"), { recursive: true });
  await cp(await ensureBundle(), join(cache, "worker"), { recursive: true });
  for (const base of [root, join(cache, "data"), join(cache, "worker")])
    for (const file of await listFiles(base)) await utimes(join(base, file), STAMP, STAMP);
  await cp(modules(), join(cache, "_node"), { recursive: true }).catch(() => undefined);
  await ensureOffline(root);
  const show = (path: string) => relative(PROJECT, path).replaceAll("\\", "/");
  return { folder, root: show(root), output: show(join(folder, "dist")) };
}

/** Keeps the packages that a finished build has bundled for the next one: each file moved in whole, by name and version. */
export async function keepModules(stage: Stage): Promise<void> {
  const built = join(stage.folder, "src", ".observablehq", "cache", "_node");
  for (const file of await listFiles(built).catch(() => [])) {
    const target = join(modules(), file);
    if (await stat(target).catch(() => undefined)) continue;
    await mkdir(dirname(target), { recursive: true });
    const part = join(inWorkshop(), uniqueName("module"));
    await cp(join(built, file), part);
    await rename(part, target);
  }
}

export async function removeStage(stage: Stage): Promise<void> {
  await rm(stage.folder, { recursive: true, force: true });
}

function modules(): string {
  return inWorkshop("modules");
}
