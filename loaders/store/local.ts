import type { Bilingual } from "../../src/terms/lang.js";
import { type Definitions, readDefinitions } from "../definitions/read.js";
import { openDuckdb } from "../engine/duckdb.js";
import { computeStudy, type Study } from "../study.js";
import { openFolder } from "./disk.js";
import { inProject } from "./project.js";

/** Leaves room for the process around the database: ten million order lines stay under 3 GB in all. */
const MEMORY = "1800MB";

export interface LocalOptions {
  /** Told before each stage begins. */
  progress?: (message: Bilingual) => void;
  /** Memory limit of the database, such as `2GB`. */
  memory?: string | undefined;
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

let builtIn: Promise<Definitions> | undefined;

/** The built-in definitions, read once a process from `loaders/definitions`. */
export function openDefinitions(): Promise<Definitions> {
  builtIn ??= openFolder(inProject("loaders", "definitions")).then(readDefinitions);
  return builtIn;
}
