import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Paths of all files below a folder, relative, with `/`, in a fixed order. Names that begin with a dot are left out. */
export async function listFiles(folder: string, below = ""): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const lists = await Promise.all(
    entries
      .filter((entry) => !entry.name.startsWith("."))
      .map(async (entry) => {
        const path = below === "" ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory()) return listFiles(folder, path);
        // A pipe would be waited for, a link leads anywhere.
        return entry.isFile() ? [path] : [];
      })
  );
  return lists.flat().sort((a, b) => (a < b ? -1 : 1));
}
