import { gzipSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { readDataset } from "../../loaders/dataset/read.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { type Folder, holdFiles } from "../../loaders/files/folder.js";
import { openDefinitions } from "../../loaders/store/local.js";
import { computeTables } from "../../loaders/tables/compute.js";
import { csv, issuesOf } from "../support/stages.js";

const H = "order_id,customer_id,date,amount";
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => `o${i},c${i % 9},2025-01-${10 + (i % 15)},${i + 1}`);
const LENIENT = "maximumRejected: 1\n";

async function tablesOf(folder: Folder) {
  const engine = await openDuckdb({ threads: 2 });
  try {
    const dataset = await readDataset(folder, await openDefinitions());
    const tables = await computeTables(engine, dataset);
    const orders = await engine.rows("SELECT order_id, amount FROM orders_read ORDER BY amount, order_id");
    return { dataset, tables, orders };
  } finally {
    await engine.close();
  }
}

describe("a file gives the same tables, whoever reads it", () => {
  test("the database by itself, or a copy where it can't", async () => {
    const text = csv(H, ...rows(50));
    const direct = await tablesOf(holdFiles("shop", { "o.csv": text }));
    const copied = await tablesOf(holdFiles("shop", { "o.csv": new Blob([gzipSync(strToU8(text))]) }));
    expect(direct.dataset.files[0]?.sheet.direct).toBeDefined();
    expect(copied.dataset.files[0]?.sheet.direct).toBeUndefined();
    expect(copied.orders).toEqual(direct.orders);
  });

  test("a ragged row, beyond what is looked at first, has its number and takes no other with it", async () => {
    const all = [...rows(3000), "o,short", ...rows(10).map((row) => `x${row}`), "y1,c1,soon,5"];
    const { tables, orders } = await tablesOf(holdFiles("shop", { "o.csv": csv(H, ...all), "segbook.yml": LENIENT }));
    expect(tables.rejects.map(({ row, reason }) => [row, reason])).toEqual([
      [3002, "ragged-row"],
      [3013, "unreadable-date"]
    ]);
    expect(orders).toHaveLength(3010);
  });
});

test("rows that are no data are listed and shift no number", async () => {
  const text = `Báo cáo bán hàng,,,\n\n${csv(H, ...rows(20), "", "z1,c1,2025-01-12,12a")}Tổng cộng,,,210\n`;
  const { tables } = await tablesOf(holdFiles("shop", { "o.csv": text, "segbook.yml": LENIENT }));
  const [file] = tables.files;
  expect(file?.rowsRead).toBe(21);
  expect(file?.left.flatMap((l) => l.rows.map((r) => r.kind))).toEqual(expect.arrayContaining(["preamble", "total"]));
  expect(tables.rejects).toMatchObject([{ row: 25, value: "12a" }]);
  expect(file?.moneyAccepted).toBe(210);
});

describe("a file that ends too soon is refused", () => {
  test("where its compression is cut off", async () => {
    const packed = gzipSync(strToU8(`${[H, ...rows(100_000)].join("\n")}\n`));
    const folder = holdFiles("shop", { "o.csv": new Blob([packed.subarray(0, packed.length - 2000)]) });
    expect((await issuesOf(tablesOf(folder)))[0]).toMatchObject({ code: "cut-off", file: "o.csv" });
  });

  test("where a quote never closes, with its row", async () => {
    const text = csv(H, ...rows(3000), 'o9,"c9,2025-01-12,5', ...rows(5));
    expect(await issuesOf(tablesOf(holdFiles("shop", { "o.csv": text })))).toMatchObject([
      { code: "open-quote", file: "o.csv", row: 3002 }
    ]);
  });
});

test("headings of any name are only names", async () => {
  const odd = ["__proto__", "constructor", "a'b", 'x""y', "select"];
  const text = csv(`${H},${odd.map((h) => `"${h}"`).join(",")}`, ...rows(5).map((row) => `${row},1,2,3,4,5`));
  const { orders, dataset } = await tablesOf(holdFiles("shop", { "o.csv": text }));
  expect(orders).toHaveLength(5);
  expect(dataset.files[0]?.ignored).toContain("__proto__");
});
