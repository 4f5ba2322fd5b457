import { mkdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { STEPS } from "../../src/words/steps.js";
import { computeFingerprint } from "./fingerprint.js";
import { inWorkshop } from "./project.js";
import { uniqueName } from "./replace.js";
import { openSpill } from "./spill.js";
import { keepNewest, sweepLeftovers } from "./sweep.js";

/** A study on disk: `data/` and `pages/` to publish, `private/` that never leaves it. Complete, or not there. */
export interface Store {
  path: string;
  fingerprint: string;
}

const KEPT = 4;

/** Where the store of a fingerprint is, or will be. */
export function storePath(fingerprint: string): string {
  return inWorkshop("store", fingerprint);
}

/**
 * The store of a folder's study, computed only if no run before had the same data and code. It is made beside
 * its place and moved there whole; of two runs at once the later one finds the place taken and uses it.
 */
export async function ensureStore(folder: string, progress: (text: Bilingual) => void): Promise<Store> {
  const stores = inWorkshop("store");
  await mkdir(stores, { recursive: true });
  await sweepLeftovers(stores);
  const { keepMapping } = await import("./keep-mapping.js");
  const note = await keepMapping(folder);
  if (note) progress(note);
  const fingerprint = await computeFingerprint(folder);
  const store = { path: storePath(fingerprint), fingerprint };
  if (await stat(store.path).catch(() => undefined)) {
    progress(bilingual(STEPS.unchanged));
    await utimes(store.path, new Date(), new Date());
    return store;
  }
  const draft = join(stores, uniqueName("draft"));
  try {
    await writeStudy(folder, draft, progress);
    if ((await computeFingerprint(folder)) !== fingerprint) {
      progress(bilingual(STEPS.again));
      return await ensureStore(folder, progress);
    }
    await rename(draft, store.path).catch(async (error) => {
      if (!(await stat(store.path).catch(() => undefined))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await keepNewest(stores, KEPT, [store.path]);
  return store;
}

async function writeStudy(folder: string, draft: string, progress: (text: Bilingual) => void): Promise<void> {
  // Loaded only here: a build whose study is stored starts without the database.
  const [{ studyFolder }, { writePublished }] = await Promise.all([import("./local.js"), import("./write.js")]);
  await openSpill(async (spill) => {
    const study = await studyFolder(folder, { progress, spill });
    try {
      await writePublished(study, draft);
    } finally {
      await study.close();
    }
  });
}
