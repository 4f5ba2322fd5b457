import { describe, expect, test } from "vitest";
import { csv, readFeatures, withTables } from "../support/stages.js";

const ORDERS = csv("order_id,customer_id,date,amount", "o1,c1,2025-01-10,5", "o2,c2,2025-01-11,7");
const customers = (...rows: string[]) => csv("customer_id,name,created", ...rows);
const LENIENT = { "segbook.yml": "maximumRejected: 1\n" };

async function kept(files: Record<string, string>) {
  return withTables({ "orders.csv": ORDERS, ...LENIENT, ...files }, async ({ engine, tables }) => ({
    names: (await engine.rows("SELECT name FROM customers_read ORDER BY customer_id, name")).map((r) => r.name),
    rejects: tables.rejects.map(({ file, row, reason }) => [file, row, reason]),
    duplicates: tables.files.reduce((sum, f) => sum + f.rowsDuplicate, 0)
  }));
}

describe("of several rows with one customer id", () => {
  test("all stay as read, whatever they say; people are told apart later", async () => {
    expect(
      await kept({
        "customers.csv": customers("c1,Late,2024-05-01", "c1,Early,2023-01-01", "c2,Chi,2024-01-01", "c1,Undated,")
      })
    ).toEqual({ names: ["Early", "Late", "Undated", "Chi"], rejects: [], duplicates: 0 });
  });

  test("copies equal in every cell are duplicates", async () => {
    expect(await kept({ "customers.csv": customers("c1,An,2024-05-01", "c1,An,2024-05-01", "c2,Chi,") })).toEqual({
      names: ["An", "Chi"],
      rejects: [],
      duplicates: 1
    });
  });

  test("in two files, equal ones count once", async () => {
    const files = {
      "a.csv": customers("c1,An,2024-05-01", "c2,Chi,2024-06-01"),
      "b.csv": customers("c1,An,2024-05-01", "c2,Other,2023-01-01", "c3,Dung,")
    };
    expect(await kept(files)).toEqual({ names: ["An", "Chi", "Other", "Dung"], rejects: [], duplicates: 1 });
  });
});

test("nobody is counted twice because two files know of them", async () => {
  const files = {
    "orders.csv": ORDERS,
    "a.csv": customers("c1,An,2024-05-01"),
    "b.csv": customers("c1,Ann,2024-07-01"),
    ...LENIENT
  };
  const rows = await readFeatures(files);
  expect(Object.keys(rows)).toEqual(["c1", "c2"]);
  expect(rows.c1).toMatchObject({ orders_count: 1, revenue_value: 5, niche_date: "2024-05-01" });
});

describe("second copies of an order line", () => {
  /** Enough other orders for one copy to be little of the money, which isn't asked about. */
  const twice = csv(
    "order_id,customer_id,date,amount,note",
    "o1,c1,2025-01-10,5,x",
    "o1,c1,2025-01-10,5,x",
    "o1,c1,2025-01-10,5,y",
    ...Array.from({ length: 60 }, (_, i) => `p${i},c2,2025-01-11,5,`)
  );

  test("are those equal in every cell, also in columns nobody reads", async () => {
    await withTables({ "o.csv": twice }, async ({ tables }) =>
      expect(tables.files[0]).toMatchObject({ rowsAccepted: 62, rowsDuplicate: 1, moneyDuplicate: 5 })
    );
  });

  test("stay where settings say so", async () => {
    await withTables({ "o.csv": twice, "segbook.yml": "duplicates: keep\n" }, async ({ tables }) =>
      expect(tables.files[0]).toMatchObject({ rowsAccepted: 63, rowsDuplicate: 0 })
    );
  });
});
