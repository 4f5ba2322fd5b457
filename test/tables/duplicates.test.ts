import { describe, expect, test } from "vitest";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { computeTables } from "../../loaders/tables/compute.js";
import type { Files } from "../support/dataset.js";
import { csv, readFiles, withTables } from "../support/stages.js";

const H = "order_id,customer_id,date,product,quantity,amount";

/** What is left, and of each file what gave way to which other and why. */
function counted(files: Files) {
  return withTables(files, async ({ engine, tables }) => {
    const [all] = await engine.rows("SELECT count(*) AS n, sum(amount) AS money FROM orders_read");
    for (const f of tables.files) {
      expect(f.rowsRead).toBe(f.rowsAccepted + f.rowsRejected + f.rowsDuplicate);
      expect(f.moneyRead).toBeCloseTo((f.moneyAccepted ?? 0) + (f.moneyRejected ?? 0) + (f.moneyDuplicate ?? 0), 4);
    }
    return {
      rows: all?.n,
      money: all?.money,
      gave: tables.files.flatMap((f) => f.duplicateOf.map((d) => [f.source.file, d.file, d.rule, d.rows]))
    };
  });
}

const MAY = ["o1,c1,2025-05-30,a,1,10", "o2,c2,2025-05-31,a,1,20", "o2,c2,2025-05-31,b,1,5"];
const JUNE = ["o2,c2,2025-05-31,a,1,20", "o2,c2,2025-05-31,b,1,5", "o3,c1,2025-06-01,a,1,10"];

describe("rows that are in two files count once", () => {
  test("the same file twice", async () => {
    const text = csv(H, ...MAY);
    expect(await counted({ "a.csv": text, "b.csv": text })).toEqual({
      rows: 3,
      money: 35,
      gave: [["b.csv", "a.csv", "same-line", 3]]
    });
  });

  test("months that share days: the later month keeps them", async () => {
    expect(await counted({ "may.csv": csv(H, ...MAY), "june.csv": csv(H, ...JUNE) })).toEqual({
      rows: 4,
      money: 45,
      gave: [["may.csv", "june.csv", "same-line", 2]]
    });
  });

  test("whatever the files are called, the same rows stay", async () => {
    const names = ["a.csv", "b.csv", "c.csv"];
    const texts = [csv(H, ...MAY), csv(H, ...JUNE), csv(H, ...MAY.slice(0, 1), ...JUNE.slice(2))];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0]
    ];
    for (const order of orders) {
      const files = Object.fromEntries(order.map((place, i) => [names[i] ?? "", texts[place] ?? ""]));
      expect(await counted(files)).toMatchObject({ rows: 4, money: 45 });
    }
  });

  test("an order whose status has changed since", async () => {
    const files = {
      "may.csv": csv(`${H},status`, "o1,c1,2025-05-30,a,1,10,completed", "o2,c2,2025-05-31,a,1,20,completed"),
      "june.csv": csv(`${H},status`, "o2,c2,2025-05-31,a,1,20,cancelled", "o3,c1,2025-06-01,a,1,10,completed")
    };
    await withTables(files, async ({ engine }) =>
      expect(await engine.rows("SELECT order_id, status FROM orders_read ORDER BY 1")).toEqual([
        { order_id: "o1", status: "completed" },
        { order_id: "o2", status: "cancelled" },
        { order_id: "o3", status: "completed" }
      ])
    );
  });

  test("the same lines in two layouts: the one that says more stays", async () => {
    const files = {
      "pos.csv": csv(
        "Mã đơn,Ngày,Khách hàng,Tên hàng,Số lượng,Thành tiền",
        "o1,2025-05-30,c1,a,1,10",
        "o2,2025-05-31,c2,a,2,20"
      ),
      "shop.csv": csv(`${H},channel,branch`, "o1,c1,2025-05-30,a,1,10,web,HN", "o2,c2,2025-05-31,a,2,20,web,HN")
    };
    expect(await counted(files)).toEqual({ rows: 2, money: 30, gave: [["pos.csv", "shop.csv", "same-line", 2]] });
  });

  test("equal lines of one order: three in one file and two in the other are three", async () => {
    const line = "o1,c1,2025-05-30,a,1,10";
    const files = {
      "a.csv": csv(`${H},note`, `${line},x`, `${line},y`, `${line},z`),
      "b.csv": csv(`${H},note`, `${line},v`, `${line},w`)
    };
    expect(await counted(files)).toMatchObject({ rows: 3, money: 30 });
  });

  test("without order ids, rows equal in every cell", async () => {
    const rows = ["c1,2025-05-30,10", "c2,2025-05-31,20"];
    const files = {
      "a.csv": csv("customer_id,date,amount", ...rows),
      "b.csv": csv("customer_id,date,amount", ...rows, "c2,2025-06-01,20")
    };
    expect(await counted(files)).toEqual({ rows: 3, money: 50, gave: [["a.csv", "b.csv", "equal-row", 2]] });
  });

  test("a whole order gives way to its lines", async () => {
    const files = {
      "orders.csv": csv("order_id,customer_id,date,total", "o2,c2,2025-05-31,25", "o9,c9,2025-05-31,7"),
      "lines.csv": csv(H, ...MAY),
      "segbook.yml": "files: {orders.csv: {grain: order}, lines.csv: {grain: line}}\n"
    };
    expect(await counted(files)).toEqual({ rows: 4, money: 42, gave: [["orders.csv", "lines.csv", "same-order", 1]] });
  });

  test("but lines that don't say who bought give way to the whole order", async () => {
    const dataset = await readFiles({
      "orders.csv": csv("order_id,customer_id,date,total", "o1,c1,2025-05-30,10", "o2,c2,2025-05-31,25"),
      "lines.csv": csv(H, ...MAY.slice(1)),
      "segbook.yml": "files: {orders.csv: {grain: order}, lines.csv: {grain: line}}\n"
    });
    const files = dataset.files.map((source) => {
      const { customer_id, ...columns } = source.columns;
      return source.file === "lines.csv" ? { ...source, columns } : source;
    });
    const engine = await openDuckdb();
    try {
      const tables = await computeTables(engine, { ...dataset, files });
      const lines = tables.files.find((f) => f.source.file === "lines.csv");
      expect(lines).toMatchObject({ rowsAccepted: 0, rowsDuplicate: 2, moneyDuplicate: 25 });
      expect(lines?.duplicateOf).toEqual([{ file: "orders.csv", rule: "same-order", rows: 2, money: 25 }]);
    } finally {
      await engine.close();
    }
  });
});

describe("what only looks alike stays", () => {
  test("a sale and its return on the same day", async () => {
    const files = {
      "o.csv": csv(H, "o1,c1,2025-05-30,a,1,10", "o2,c2,2025-05-31,a,1,10"),
      "back.csv": csv(H, "o1,c1,2025-05-30,a,1,10"),
      "segbook.yml": "files: {back.csv: {constants: {status: returned}}}\n"
    };
    expect(await counted(files)).toMatchObject({ rows: 3, gave: [] });
  });

  test("receipt 1 of two shops, sold to different people", async () => {
    const files = { "hn.csv": csv(H, "1,c1,2025-05-30,a,1,10"), "dn.csv": csv(H, "1,c2,2025-05-30,a,1,10") };
    expect(await counted(files)).toMatchObject({ rows: 2, gave: [] });
  });

  test("everything where settings keep duplicates", async () => {
    const text = csv(H, ...MAY);
    expect(await counted({ "a.csv": text, "b.csv": text, "segbook.yml": "duplicates: keep\n" })).toMatchObject({
      rows: 6,
      gave: []
    });
  });
});

test("events and costs in two files count once, too", async () => {
  const events = csv("customer_id,date,kind", "c1,2025-05-30,visit", "c1,2025-05-31,message");
  const costs = csv("month,channel,amount", "2025-05,zalo,100");
  const files = { "o.csv": csv(H, ...MAY), "e1.csv": events, "e2.csv": events, "k1.csv": costs, "k2.csv": costs };
  await withTables(files, async ({ engine }) => {
    expect(await engine.rows("SELECT count(*) AS n FROM events_read")).toEqual([{ n: 2 }]);
    expect(await engine.rows("SELECT sum(amount) AS money FROM costs")).toEqual([{ money: 100 }]);
  });
});

describe("equal rows of one file", () => {
  const tables = async (header: string, ...rows: string[]) =>
    withTables({ "a.csv": csv(header, ...rows) }, async ({ engine }) => {
      const [all] = await engine.rows("SELECT count(*) AS n, sum(amount) AS money FROM orders_read");
      return [Number(all?.n), Number(all?.money)];
    });
  const others = Array.from({ length: 60 }, (_, i) => `x${i},c9,2025-05-30,a,1,10`);

  test("are sales where no order has a number", async () => {
    const cup = "2025-05-30,c1,tea,1,29";
    expect(await tables("date,customer_id,product,quantity,amount", cup, cup, cup)).toEqual([3, 87]);
  });

  test("are pieces where no quantity is told", async () => {
    const piece = "o1,c1,2025-05-30,a,10";
    expect(await tables("order_id,customer_id,date,product,amount", piece, piece, piece)).toEqual([3, 30]);
  });

  test("are lines of an order that has others", async () => {
    const line = "o1,c1,2025-05-30,a,1,10";
    expect(await tables(H, line, line, "o1,c1,2025-05-30,b,1,5")).toEqual([3, 25]);
  });

  test("are copies where a whole order of several lines stands there twice", async () => {
    const order = ["o1,c1,2025-05-30,a,1,10", "o1,c1,2025-05-30,b,1,5"];
    expect(await tables(H, ...others, ...order, ...order)).toEqual([62, 615]);
  });

  test("are asked for where they are much of the money", async () => {
    const order = "o1,c1,2025-05-30,100";
    const head = "order_id,customer_id,date,total";
    const file = { "a.csv": csv(head, order, order, "o2,c2,2025-05-31,10") };
    await expect(withTables(file, async () => undefined)).rejects.toMatchObject({
      issues: [{ code: "many-duplicates", file: "a.csv", detail: { rows: "1", share: "48 %" } }]
    });
    for (const [answer, money] of [
      ["keep", 210],
      ["drop", 110]
    ]) {
      const told = { ...file, "mapping.yml": `files: {a.csv: {duplicates: ${answer}}}\n` };
      await withTables(told, async ({ engine }) =>
        expect(await engine.rows("SELECT sum(amount) AS money FROM orders_read")).toEqual([{ money }])
      );
    }
  });
});

describe("an order that two exports of one layout tell differently", () => {
  const head = "order_id,customer_id,date,total,status";
  const read = (files: Files) =>
    withTables(files, async ({ engine, tables }) => ({
      orders: await engine.rows("SELECT order_id, amount, status FROM orders_read ORDER BY order_id, amount"),
      rules: tables.files.flatMap((f) => f.duplicateOf.map((d) => [f.source.file, d.rule, d.money]))
    }));

  test("is as the later export has it", async () => {
    const early = csv(head, "o1,c1,2025-05-01,90,completed", "o2,c2,2025-05-02,30,pending");
    const late = csv(
      head,
      "o1,c1,2025-05-01,80,completed",
      "o2,c2,2025-05-02,30,completed",
      "o3,c3,2025-06-01,7,completed"
    );
    expect(await read({ "late.csv": late, "early.csv": early })).toEqual({
      orders: [
        { order_id: "o1", amount: 80, status: "completed" },
        { order_id: "o2", amount: 30, status: "completed" },
        { order_id: "o3", amount: 7, status: "completed" }
      ],
      rules: [["early.csv", "newer-order", 120]]
    });
  });

  test("is cancelled or refunded where one of them says so", async () => {
    const early = csv(head, "o1,c1,2025-05-01,90,refunded");
    const late = csv(head, "o1,c1,2025-05-01,90,completed", "o3,c3,2025-06-01,7,completed");
    const { orders } = await read({ "a.csv": early, "b.csv": late });
    expect(orders.map((o) => o.status)).toEqual(["returned", "completed"]);
  });

  test("is one, cut in two, where it has other products in each", async () => {
    const files = { "1.csv": csv(H, ...MAY.slice(0, 2)), "2.csv": csv(H, ...MAY.slice(2)) };
    expect(await counted(files)).toMatchObject({ rows: 3, money: 35 });
  });

  test("is two orders where it is of two customers", async () => {
    const [hn, dn] = [csv(head, "1,c1,2025-05-01,90,completed"), csv(head, "1,c2,2025-05-01,80,completed")];
    expect((await read({ "hn.csv": hn, "dn.csv": dn })).orders).toHaveLength(2);
  });
});
