import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files of a data folder: path inside it → text. */
export type Files = Readonly<Record<string, string>>;

/** Makes a data folder of a fixed name (the name of a firm that gives none), hands it over and takes it away again. */
export async function withDataset<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  return withEmpty(async (root) => {
    const folder = join(root, "shop");
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return use(folder);
  });
}

/** An empty folder that lives as long as its use. */
export async function withEmpty<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), "segbook-test-"));
  try {
    return await use(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
