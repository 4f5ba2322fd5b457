import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { inWorkshop } from "../store/project.js";
import { isAlive } from "../store/sweep.js";

/** A data folder that a live site shows, and the process that does. */
export interface Shown {
  folder: string;
  pid: number;
}

const NAME = /^shown-(\d+)-00000000$/;

/**
 * Notes which folder this process shows, so that no other shows another: live sites share the pages that they lay out.
 * Gives the one that is in the way, or undefined where the note stands.
 */
export async function keepShown(folder: string): Promise<Shown | undefined> {
  await writeFile(noteOf(process.pid), folder);
  for (const name of await readdir(inWorkshop())) {
    const pid = Number(NAME.exec(name)?.[1] ?? process.pid);
    if (pid === process.pid || !isAlive(pid)) continue;
    const other = await readFile(noteOf(pid), "utf8").catch(() => folder);
    if (other === folder) continue;
    await dropShown();
    return { folder: other, pid };
  }
  return undefined;
}

export async function dropShown(): Promise<void> {
  await rm(noteOf(process.pid), { force: true });
}

function noteOf(pid: number): string {
  return inWorkshop(`shown-${pid}-00000000`);
}
