import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/*
 * For the loaders under `src/data`, each of which gives files of the stored study to stdout as they are. Plain
 * JavaScript: Framework starts a process for each file.
 */

/** @param {string} kind ending of the file, whose name Framework puts into the arguments */
export async function writeStored(kind) {
  const store = process.env.SEGBOOK_STORE;
  if (!store) throw new Error("no study: use npm start or npm run build, which compute it first");
  const name = /^--file=([\w-]+)$/.exec(process.argv[2] ?? "")?.[1];
  if (!name) throw new Error(`no file named: ${process.argv[2]}`);
  await pipeline(createReadStream(join(store, "data", `${name}.${kind}`)), process.stdout);
}
