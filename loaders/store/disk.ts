import { constants, type Dirent, openAsBlob } from "node:fs";
import { access, lstat, readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Folder } from "../files/folder.js";
import { type Issue, IssuesError } from "../issues/issue.js";

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
    passedOver: async () => {
      const entries = await readdir(root, { withFileTypes: true });
      const others = entries.filter((entry) => !entry.isFile() && !entry.isDirectory());
      return others.map((entry): Issue => ({ code: "not-a-file", file: entry.name, got: kindOf(entry) }));
    },
    open: async (file) => {
      const path = join(root, file);
      if (!(await lstat(path).catch(() => undefined))?.isFile()) return undefined;
      await access(path, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
        throw new IssuesError([{ code: "not-a-file", file, got: error.code }]);
      });
      return { blob: await openAsBlob(path), path };
    }
  };
}

function kindOf(entry: Dirent): string {
  return entry.isSymbolicLink() ? "link" : entry.isFIFO() ? "pipe" : entry.isSocket() ? "socket" : "device";
}
