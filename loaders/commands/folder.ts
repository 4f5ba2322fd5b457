import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { DATA_FOLDER, WRONG_USAGE } from "../../src/words/terminal.js";
import { IssuesError } from "../issues/issue.js";
import { PROJECT } from "../store/project.js";
import { UsageError } from "./usage.js";

const DATA_FILE =
  /\.((csv|tsv|txt|json|ndjson|jsonl)(\.gz)?|zip|xlsx|xlsm|xlsb|xls|xml|ods|parquet|arrow|feather|sqlite3?|db)$/i;

export interface PickedFolder {
  path: string;
  /** Which folder it is and why, for the terminal. */
  why: Bilingual;
}

/**
 * The data to use: the folder named with `--data`; else the user's own under `data/` (or files put right
 * into it); else the sample. Several own folders are a question for the user, not for us.
 */
export async function pickFolder(named: string | undefined, project: string = PROJECT): Promise<PickedFolder> {
  if (named !== undefined) {
    const path = resolve(named);
    if (!(await stat(path).catch(() => undefined))?.isDirectory())
      throw new IssuesError([{ code: "missing-folder", file: named }]);
    return { path, why: bilingual(DATA_FOLDER.named, { folder: named }) };
  }
  const own = await findOwnFolders(join(project, "data"));
  const show = (path: string) => relative(project, path).replaceAll("\\", "/");
  const [first] = own;
  if (own.length > 1) {
    const list = own.map((path) => `--data ${show(path)}`).join("\n  ");
    throw new UsageError(bilingual(WRONG_USAGE.folders, { count: own.length, list }));
  }
  if (first !== undefined) return { path: first, why: bilingual(DATA_FOLDER.own, { folder: show(first) }) };
  const sample = join(project, "data", "sample");
  return { path: sample, why: bilingual(DATA_FOLDER.sample) };
}

async function findOwnFolders(data: string): Promise<string[]> {
  const entries = await readdir(data, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => !entry.name.startsWith(".") && entry.name !== "sample" && !entry.isFile());
  const paths = [data, ...folders.map((entry) => join(data, entry.name)).sort()];
  const held = await Promise.all(paths.map(holdsData));
  return paths.filter((_, i) => held[i]);
}

async function holdsData(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.some((entry) => !entry.isDirectory() && DATA_FILE.test(entry.name));
}
