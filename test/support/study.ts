import { studyFolder } from "../../loaders/store/local.js";
import type { Study } from "../../loaders/study.js";
import { type Files, withDataset } from "./dataset.js";

/** Runs a whole study of made-up files, or of the folder of a path, and closes it after use. */
export async function withStudy<T>(source: Files | string, use: (study: Study) => T | Promise<T>): Promise<T> {
  if (typeof source !== "string") return withDataset(source, (folder) => withStudy(folder, use));
  const study = await studyFolder(source);
  try {
    return await use(study);
  } finally {
    await study.close();
  }
}
