import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** What each loader under `src/data` does: gives one file of the stored study to stdout. */
export async function exportFile(name: string): Promise<void> {
  const store = process.env.SEGBOOK_STORE;
  if (!store) throw new Error("no study: use npm start or npm run build, which compute it first");
  await pipeline(createReadStream(join(store, "data", name)), process.stdout);
}
