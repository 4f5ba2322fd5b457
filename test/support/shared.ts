import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Real data lie beside the project, never in it; tests that need them are skipped where they are absent. */
export const sharedFile = (path: string) => resolve(import.meta.dirname, "../../../shared/data", path);
export const lacks = (path: string) => !existsSync(sharedFile(path));
