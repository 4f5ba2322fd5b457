import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds `package.json`, wherever the command was started from. */
export const PROJECT = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

/** A path in the project. */
export function inProject(...parts: string[]): string {
  return join(PROJECT, ...parts);
}

/** A path among the files that runs leave behind: stores, sites, stages. Never published, not in git. */
export function inWorkshop(...parts: string[]): string {
  return inProject(".segbook", ...parts);
}
