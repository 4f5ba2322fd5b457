import { mkdir, rm } from "node:fs/promises";
import { inWorkshop } from "./project.js";
import { uniqueName } from "./replace.js";

/**
 * A folder for what doesn't fit into memory, gone after use. It holds rows of people: it lies in the workshop, where
 * every command sweeps away what a killed one left.
 */
export async function openSpill<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = inWorkshop(uniqueName("spill"));
  await mkdir(folder, { recursive: true });
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
