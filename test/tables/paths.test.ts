import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDataset } from "../../loaders/dataset/read.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import type { Folder } from "../../loaders/files/folder.js";
import { openFolder } from "../../loaders/store/disk.js";
import { computeTables } from "../../loaders/tables/compute.js";
import { withFolder } from "../support/dataset.js";
import { DEFINITIONS } from "../support/definitions.js";
import { csv, issuesOf } from "../support/stages.js";

const sales = (who: string) =>
  csv(
    "order_id,customer_id,date,amount",
    ...Array.from({ length: 9 }, (_, i) => `${who}${i},${who},2025-01-1${i},${i + 1}`)
  );

async function customersOf(folder: Folder): Promise<unknown[]> {
  const engine = await openDuckdb({ threads: 2 });
  try {
    await computeTables(engine, await readDataset(folder, DEFINITIONS));
    const rows = await engine.rows("SELECT customer_id, count(*) AS n FROM orders_read GROUP BY 1 ORDER BY 1");
    return rows.map((row) => [row.customer_id, row.n]);
  } finally {
    await engine.close();
  }
}

test.each([
  ["T[67]", "T6"],
  ["q?", "q1"],
  ["a*b", "axb"],
  ["{x,y}", "x"],
  ["month=6", "month"],
  ["back\\[1]", "back1"]
])("a folder called %s is itself and not its neighbour %s", async (own, other) => {
  await withFolder(async (root) => {
    for (const folder of [own, other]) {
      await mkdir(join(root, folder));
      await writeFile(join(root, folder, "orders.csv"), sales(folder === own ? "own" : "other"));
    }
    expect(await customersOf(await openFolder(join(root, own)))).toEqual([["own", 9]]);
  });
});

test("files whose names look like patterns of each other are all read", async () => {
  await withFolder(async (root) => {
    const names = [
      "orders[1].csv",
      "orders1.csv",
      "orders?.csv",
      "orders*.csv",
      "orders.csv",
      "$(id) 'x' \"y\".csv",
      "%20.csv"
    ];
    for (const [i, name] of names.entries()) await writeFile(join(root, name), sales(`c${i}`));
    expect(await customersOf(await openFolder(root))).toEqual(names.map((_, i) => [`c${i}`, 9]));
  });
});

test("a file in which the database finds other rows than were counted is refused", async () => {
  await withFolder(async (root) => {
    await writeFile(join(root, "orders.csv"), sales("a"));
    await writeFile(join(root, "more.csv"), sales("b") + sales("c").slice(sales("c").indexOf("\n") + 1));
    const folder = await openFolder(root);
    const dataset = await readDataset(folder, DEFINITIONS);
    const [more, orders] = [...dataset.files].sort((a, b) => (a.file < b.file ? -1 : 1));
    const other = more?.sheet.direct?.file;
    if (!other || !orders?.sheet.direct) throw new Error("read by way of a copy");
    orders.sheet.direct = { ...orders.sheet.direct, file: other };
    const engine = await openDuckdb({ threads: 2 });
    const issues = await issuesOf(computeTables(engine, { ...dataset, files: [orders] }));
    expect(issues).toMatchObject([{ code: "rows-differ", file: "orders.csv", got: "18", detail: { rows: "9" } }]);
    await engine.close();
  });
});
