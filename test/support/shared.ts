import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Real data lie beside the project, never in it; tests that need them are skipped where they are absent. */
export const sharedFile = (path: string) => resolve(import.meta.dirname, "../../../shared/data", path);

/** Whether real data are absent; says so, as the summary of a run only counts what was skipped. */
export function lacks(path: string): boolean {
  const absent = !existsSync(sharedFile(path));
  if (absent) console.warn(`Tests of real data are skipped: ${sharedFile(path)} is not there.`);
  return absent;
}
