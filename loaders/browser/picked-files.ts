import { type Folder, holdFiles } from "../files/folder.js";
import type { PickedFiles } from "./protocol.js";

/** Files that were picked, as a folder. What was written on the page stands for the files of that name. */
export function openPickedFiles({ files, mapping, settings, label }: PickedFiles): Folder {
  const held = new Map<string, Blob | string>();
  for (const file of files) held.set(freeName(held, file.name), file);
  if (mapping?.trim()) held.set("mapping.yml", mapping);
  if (settings?.trim()) held.set("segbook.yml", settings);
  return holdFiles(label ?? nameOf(files), Object.fromEntries(held));
}

/** Of two files of one name from two folders both are kept: `orders.csv`, `orders (2).csv`. */
function freeName(held: ReadonlyMap<string, unknown>, name: string): string {
  const [, stem = name, ending = ""] = /^(.+?)(\.[^.]+(?:\.gz)?)?$/.exec(name) ?? [];
  for (let i = 2, free = name; ; free = `${stem} (${i++})${ending}`) if (!held.has(free)) return free;
}

/** A file's name, without its ending, names the data where nobody does. */
function nameOf(files: readonly File[]): string {
  return files[0]?.name.replace(/\.[^.]*$/, "") ?? "data";
}
