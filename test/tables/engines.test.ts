import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../loaders/dataset/read.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import type { Engine } from "../../loaders/engine/engine.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { openDefinitions } from "../../loaders/store/local.js";
import { computeTables } from "../../loaders/tables/compute.js";
import type { Files } from "../support/dataset.js";
import { csv } from "../support/stages.js";
import { openWasm } from "../support/wasm.js";

const DAYS = Array.from(
  { length: 40 },
  (_, i) => `${String(1 + (i % 28)).padStart(2, "0")}/${1 + (i % 12)}/2025 08:${10 + i}`
);

const MESSY: Files = {
  "lines.csv": csv(
    "order_id,customer,date,product,quantity,price,whole,back,currency,status",
    ...DAYS.map(
      (day, i) =>
        `#${i >> 1},'c${i % 7},${day},"p ${i % 3}",${1 + (i % 3)},"${i % 4 === 0 ? `(${10 + i}.00)` : `$${10 + i}.50`}",${90 + (i >> 1)},${i % 5 === 0 ? 1 : 0},${i === 8 ? "VND" : "usd"},${i % 9 === 4 ? "Trả hàng" : "Hoàn thành"}`
    ),
    "#90,c1,tomorrow,a,1,5,5,0,usd,Đã hủy",
    "short,row"
  ),
  "more.csv": csv(
    "order_id;customer;date;product;quantity;amount",
    ...DAYS.slice(0, 9).map((day, i) => `#${i >> 1};c${i % 7};${day};p ${i % 3};${1 + (i % 3)};${20 + i}`)
  ),
  "events.csv": csv(
    "customer,date,kind,value",
    "c1,2025-03-01T17:30:00Z,rating,9",
    "c1,2025-03-02,visit,",
    "9.12E+08,2025-03-02,visit,"
  ),
  "customers.csv": csv("id,first name,last name,created", "c1,Lan,Nguyễn,11-Feb-25", "c2,Mary,Smith,01 Apr 2025 02:22"),
  "segbook.yml": `maximumRejected: 1\nfiles: ${JSON.stringify({
    "lines.csv": {
      grain: "repeated",
      dates: "dmy",
      numbers: "dot",
      columns: { unit_price: "price", order_amount: "whole", returned_quantity: "back" }
    },
    "more.csv": { grain: "line", dates: "dmy", numbers: "dot" },
    "events.csv": { columns: { customer_id: "customer" } },
    "customers.csv": { columns: { customer_id: "id" } }
  })}\n`
};

async function tablesIn(engine: Engine) {
  const tables = await computeTables(engine, await readDataset(holdFiles("shop", MESSY), await openDefinitions()));
  return {
    orders: await engine.rows("SELECT * FROM orders_read ORDER BY order_id, ordered_at, product, quantity, amount"),
    events: await engine.rows("SELECT * FROM events_read ORDER BY occurred_at"),
    customers: await engine.rows("SELECT * FROM customers_read ORDER BY customer_id"),
    counts: tables.files.map(({ source, ...count }) => ({ file: source.file, ...count })),
    rejects: tables.rejects,
    currency: tables.currency
  };
}

let wasm: Engine;
let native: Engine;
beforeAll(async () => {
  [wasm, native] = [await openWasm(), await openDuckdb({ threads: 2 })];
});
afterAll(() => Promise.all([wasm.close(), native.close()]));

describe("both databases", () => {
  test("make the same tables of the same mess", async () => {
    const here = await tablesIn(native);
    expect(here.counts.map((c) => c.rowsRead)).toEqual([2, 3, 42, 9]);
    expect(here.rejects.length).toBeGreaterThan(3);
    expect(await tablesIn(wasm)).toEqual(here);
  });
});
