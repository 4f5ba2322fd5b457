import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { holdTexts } from "../../loaders/site/own-texts.js";
import { scanSite } from "../../loaders/site/scan.js";
import { openDefinitions } from "../../loaders/store/local.js";
import { writePublished } from "../../loaders/store/write.js";
import { computeStudy, type Study } from "../../loaders/study.js";
import { kiotvietInvoices, kiotvietShop } from "../support/kiotviet-shop.js";

let study: Study;
let store: string;
beforeAll(async () => {
  store = await mkdtemp(join(tmpdir(), "segbook-walk-ins-"));
  const place = { folder: kiotvietShop(), definitions: await openDefinitions(), engine: await openDuckdb() };
  study = await computeStudy(place);
  await writePublished(study, store);
}, 120_000);
afterAll(async () => {
  await study.close();
  await rm(store, { recursive: true, force: true });
});

test("a third of the money is nobody's, and nobody's group is made of it", async () => {
  const [row] = await study.engine.rows(
    "SELECT count(*) AS n, sum(net) AS money FROM lines WHERE customer_id IS NULL AND nobody = 'Khách lẻ'"
  );
  expect(row?.n).toBe(200);
  expect(study.summaries.all).toMatchObject({
    customers: new Set(kiotvietInvoices().match(/KH\d+/g)).size,
    orders: 400
  });
});

test("what the study publishes holds no identifier, though names stand in our own sentences", async () => {
  expect(await scanSite(store, join(store, "private", "identifiers.txt"), { only: /^(data|pages)\// })).toEqual([]);
  const nothingOurs = { only: /^(data|pages)\//, own: holdTexts([]) };
  const found = await scanSite(store, join(store, "private", "identifiers.txt"), nothingOurs);
  expect(found.map(({ got }) => got)).toEqual(expect.arrayContaining(["Khách quen", "Cửa hàng", "Công ty"]));
});
