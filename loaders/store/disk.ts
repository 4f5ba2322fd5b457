import { openAsBlob } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Folder } from "../files/folder.js";
import { IssuesError } from "../issues/issue.js";

/** A folder on disk. Throws `IssuesError` where there is none. */
export async function openFolder(folder: string): Promise<Folder> {
  const root = resolve(folder);
  if (!(await stat(root).catch(() => undefined))?.isDirectory())
    throw new IssuesError([{ code: "missing-folder", file: folder }]);
  return {
    label: basename(root),
    sample: root.endsWith(join("data", "sample")),
    list: async (below = ".") => {
      const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort();
    },
    open: async (file) => {
      const path = join(root, file);
      if (!(await stat(path).catch(() => undefined))?.isFile()) return undefined;
      return { blob: await openAsBlob(path), path };
    }
  };
}
