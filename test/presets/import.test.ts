import { describe, expect, test } from "vitest";
import { readDataset } from "../../loaders/dataset/read.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { openDefinitions } from "../../loaders/store/local.js";
import { computeTables } from "../../loaders/tables/compute.js";
import { INTERNATIONAL } from "./international.js";
import type { Layout } from "./layout.js";
import { VIETNAMESE } from "./vietnamese.js";

const LAYOUTS = [...INTERNATIONAL, ...VIETNAMESE];
const definitions = await openDefinitions();

/** A sale of nobody else's, so that a list of customers alone is a dataset too. */
const NEIGHBOUR = { "neighbour.csv": "order_id,customer_id,date,amount\nneighbour,neighbour,2026-04-30,1\n" };

async function importLayout<T>(
  { file, contents, table }: Layout,
  use: (rows: (sql: string) => Promise<Record<string, unknown>[]>) => Promise<T>
): Promise<T> {
  const list = table === "customers";
  const engine = await openDuckdb({ threads: 1 });
  try {
    const dataset = await readDataset(holdFiles("shop", { [file]: contents, ...(list ? NEIGHBOUR : {}) }), definitions);
    const tables = await computeTables(engine, dataset);
    expect(tables.rejects.filter((reject) => reject.file.startsWith(file))).toEqual([]);
    return await use((sql) => engine.rows(sql));
  } finally {
    await engine.close();
  }
}

const ORDERS = LAYOUTS.filter(({ table }) => table === "orders");
const CUSTOMERS = LAYOUTS.filter(({ table }) => table === "customers");
/** What was bought and kept: sold lines less what was paid back, and lines of negative money. */
const KEPT =
  "CASE WHEN COALESCE(status, 'completed') = 'completed' THEN amount - COALESCE(refund, 0) WHEN status = 'returned' AND amount < 0 THEN amount ELSE 0 END";
const SOLD = "COALESCE(status, 'completed') = 'completed'";

describe.each(ORDERS)("orders of $preset", (layout) => {
  test("come to the right money for each customer, and the right number of orders", async () => {
    await importLayout(layout, async (rows) => {
      const paid = await rows(
        `SELECT COALESCE(customer_id, email, phone) AS who, sum(${KEPT}) AS money FROM orders_read GROUP BY 1 HAVING sum(${KEPT}) <> 0`
      );
      const found = Object.fromEntries(paid.map(({ who, money: value }) => [String(who), Number(value)]));
      const wanted = Object.fromEntries(Object.entries(layout.money ?? {}).filter(([, value]) => value !== 0));
      expect(found).toEqual(wanted);
      const [count] = await rows(`SELECT count(DISTINCT order_id) AS n FROM orders_read WHERE ${SOLD} AND amount > 0`);
      expect(Number(count?.n)).toBe(layout.orders);
    });
  });
});

describe.each(CUSTOMERS)("customers of $preset", (layout) => {
  test("come in, each once, with something that tells who they are", async () => {
    await importLayout(layout, async (rows) => {
      const [count] = await rows(
        "SELECT count(*) AS n, count(COALESCE(customer_id, email, phone)) AS known FROM customers_read"
      );
      expect([Number(count?.n), Number(count?.known)]).toEqual([layout.customers, layout.customers]);
    });
  });
});
