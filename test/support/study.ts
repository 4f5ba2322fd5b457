import { afterAll, beforeAll } from "vitest";
import { studyFolder } from "../../loaders/store/local.js";
import type { Study } from "../../loaders/study.js";
import { type Files, withDataset } from "./dataset.js";

/** Runs a whole study of made-up files and closes it after use. */
export async function withStudy<T>(files: Files, use: (study: Study) => T | Promise<T>): Promise<T> {
  return withDataset(files, (folder) => withStudyOf(folder, use));
}

/** Runs a whole study of a folder and closes it after use. */
export async function withStudyOf<T>(folder: string, use: (study: Study) => T | Promise<T>): Promise<T> {
  const study = await studyFolder(folder);
  try {
    return await use(study);
  } finally {
    await study.close();
  }
}

/** One study for all tests of a block: made before the first, closed after the last. */
export function shareStudy(files: Files): () => Study {
  let study: Study | undefined;
  beforeAll(async () => {
    study = await withDataset(files, (folder) => studyFolder(folder));
  });
  afterAll(() => study?.close());
  return () => study as Study;
}
