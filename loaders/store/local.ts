import { join } from "node:path";
import type { Bilingual } from "../../src/terms/lang.js";
import { openDuckdb } from "../engine/duckdb.js";
import { computeStudy, type Study } from "../study.js";
import { openFolder } from "./disk.js";

/** Leaves room for the process around the database: ten million order lines stay under 3 GB in all. */
const MEMORY = "1800MB";

export interface LocalOptions {
  /** Told before each stage begins. */
  progress?: (message: Bilingual) => void;
  /** Memory limit of the database, such as `2GB`. */
  memory?: string;
  /** Folder for what doesn't fit into memory. */
  spill?: string;
}

/** The study of a folder on this computer, with the database in this process and the definitions beside this file. */
export async function studyFolder(
  path: string,
  { progress, memory = MEMORY, spill }: LocalOptions = {}
): Promise<Study> {
  const folder = await openFolder(path);
  const definitions = await openDefinitions();
  return computeStudy({ folder, definitions, engine: await openDuckdb({ memory, folder: spill }), progress });
}

/** Built-in schemes, presets, templates and plays: every path is that of the file below `loaders/definitions`. */
export function openDefinitions() {
  return openFolder(join(import.meta.dirname, "../definitions"));
}
