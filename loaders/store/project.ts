import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds `package.json`, wherever the command was started from and wherever its code was compiled to. */
export const PROJECT = findProject(dirname(fileURLToPath(import.meta.url)));

function findProject(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : findProject(dirname(folder));
}

/** A path in the project. */
export function inProject(...parts: string[]): string {
  return join(PROJECT, ...parts);
}

/** A path among the files that runs leave behind: stores, sites, stages. Never published, not in git. */
export function inWorkshop(...parts: string[]): string {
  return inProject(".segbook", ...parts);
}
