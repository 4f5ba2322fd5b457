import { test, vi } from "vitest";
import { withStudy } from "../support/study.js";
import { sampleShop, shopFiles } from "../support/shop.js";
vi.setConfig({ testTimeout: 60000 });
test("x", async () => {
  for (const s of [1,2,3]) {
  const t = Date.now();
  await withStudy(shopFiles(sampleShop(s)), (study) => { console.log(study.firm, study.tables.files.map(f=>[f.rowsRead,f.rowsRejected,f.rowsDuplicate]), study.summaries.all.customers, study.features.snapshots.length, study.tables.rejects.slice(0,3)) });
  console.log(Date.now() - t);}
});
