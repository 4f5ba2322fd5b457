import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, join, resolve } from "node:path";
import { listFiles } from "./files.js";
import { PROJECT } from "./project.js";

/** Code that decides what a study says; its tests, pages and documents don't. */
const CODE = ["loaders", "src/terms", "src/words"];

/** What in `CODE` only starts a study or lays its results out. */
const NOT_STUDY = /^(commands|site)\/|^(compile|run)\.js$/;

/**
 * Names the study of a folder: equal exactly when the data (names and contents), the code and definitions
 * that read them, and the locked packages are equal. Hexadecimal, 64 characters.
 */
export async function computeFingerprint(folder: string, project: string = PROJECT): Promise<string> {
  const hash = createHash("sha256");
  // The folder's name is shown on the site, and the sample is marked as made up.
  hash.update(`${basename(resolve(folder))}\n${resolve(folder) === join(project, "data", "sample")}\n`);
  await addCode(hash, project);
  await addFolder(hash, folder, "data");
  return hash.digest("hex");
}

/** Names a state of the code, definitions and locked packages alone. Hexadecimal, 64 characters. */
export async function computeCodeFingerprint(project: string = PROJECT): Promise<string> {
  const hash = createHash("sha256");
  await addCode(hash, project);
  return hash.digest("hex");
}

async function addCode(hash: Hash, project: string): Promise<void> {
  for (const code of CODE) await addFolder(hash, join(project, code), code, (file) => !NOT_STUDY.test(file));
  await addFile(hash, join(project, "package-lock.json"), "package-lock.json");
}

async function addFolder(
  hash: Hash,
  folder: string,
  name: string,
  counts: (file: string) => boolean = () => true
): Promise<void> {
  for (const file of (await listFiles(folder)).filter(counts))
    await addFile(hash, join(folder, file), `${name}/${file}`);
}

/** Streams, so that a file of any size takes no memory. The length keeps neighbours apart. */
async function addFile(hash: Hash, path: string, name: string): Promise<void> {
  let size = 0;
  hash.update(`${name}\0`);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  hash.update(`\0${size}\n`);
}
