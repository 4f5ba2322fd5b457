import { describe, expect, test } from "vitest";
import type { Row } from "../../loaders/engine/engine.js";
import { csv, type ToTables, withTables } from "../support/stages.js";

const LENIENT = "maximumRejected: 1\n";

/** Reads `o.csv` as said; the rest is found from headings and values. */
const said = (layout: object, more = "") => `${LENIENT}${more}files: ${JSON.stringify({ "o.csv": layout })}\n`;

function linesOf(text: string, yaml: string, columns: string): Promise<Row[]> {
  return withTables({ "o.csv": text, "segbook.yml": yaml }, ({ engine }) =>
    engine.rows(`SELECT ${columns} FROM orders_read ORDER BY order_id, product, amount`)
  );
}

const H = "order_id,customer_id,date,product";
const AMOUNTS = "order_id, product, amount";

describe("the money of a line is", () => {
  test.each([
    ["its amount", `${H},quantity,price,amount`, "o1,c1,2025-01-10,a,2,50,90", {}, 90],
    ["quantity × price", `${H},quantity,price`, "o1,c1,2025-01-10,a,2,45.5", {}, 91],
    [
      "quantity × list price − discount",
      `${H},quantity,list,off`,
      "o1,c1,2025-01-10,a,2,50,9",
      { list_price: "list", discount: "off" },
      91
    ],
    [
      "the same below nought",
      `${H},quantity,list,off`,
      "o1,c1,2025-01-10,a,-2,50,9",
      { list_price: "list", discount: "off" },
      -91
    ],
    ["the order's, one row an order", `${H},whole`, "o1,c1,2025-01-10,a,77", { order_amount: "whole" }, 77]
  ])("%s", async (_, headings, row, columns, amount) => {
    const grain = "order_amount" in columns ? "order" : "line";
    const text = csv(headings, row, row.replace("o1", "o2").replace("c1", "c2"));
    const rows = await linesOf(text, said({ table: "orders", grain, numbers: "dot", columns }), AMOUNTS);
    expect(rows[0]).toEqual({ order_id: "o1", product: "a", amount });
  });

  test("a price for each piece where every row is one", async () => {
    const text = csv(`${H},price`, "o1,c1,2025-01-10,a,45", "o1,c1,2025-01-10,a,45", "o2,c2,2025-01-11,b,30");
    const rows = await linesOf(
      text,
      said({ table: "orders", grain: "unit", columns: { amount: "price" } }),
      `quantity, ${AMOUNTS}`
    );
    expect(rows).toEqual([
      { quantity: 1, order_id: "o1", product: "a", amount: 45 },
      { quantity: 1, order_id: "o1", product: "a", amount: 45 },
      { quantity: 1, order_id: "o2", product: "b", amount: 30 }
    ]);
  });
});

describe("the money of an order is counted once", () => {
  const columns = { order_amount: "whole", unit_price: "price" };

  test("where each line repeats it: by value, the last line takes what is left over", async () => {
    const text = csv(
      `${H},quantity,price,whole`,
      "o1,c1,2025-01-10,a,1,10,100",
      "o1,c1,2025-01-10,b,1,10,100",
      "o1,c1,2025-01-10,c,1,10,100",
      "o2,c2,2025-01-11,a,2,10,50",
      "o2,c2,2025-01-11,b,1,30,50"
    );
    expect(await linesOf(text, said({ table: "orders", grain: "repeated", columns }), AMOUNTS)).toEqual([
      { order_id: "o1", product: "a", amount: 33.3333 },
      { order_id: "o1", product: "b", amount: 33.3333 },
      { order_id: "o1", product: "c", amount: 33.3334 },
      { order_id: "o2", product: "a", amount: 20 },
      { order_id: "o2", product: "b", amount: 30 }
    ]);
  });

  test("by quantity where lines have no value, equally where they have no quantity", async () => {
    const layout = { table: "orders", grain: "repeated", columns: { order_amount: "whole" } };
    const pieces = csv(
      `${H},quantity,whole`,
      "o1,c1,2025-01-10,a,1,100",
      "o1,c1,2025-01-10,b,3,100",
      "o2,c2,2025-01-11,a,1,5"
    );
    expect((await linesOf(pieces, said(layout), AMOUNTS)).map((r) => r.amount)).toEqual([25, 75, 5]);
    const bare = csv(`${H},whole`, "o1,c1,2025-01-10,a,100", "o1,c1,2025-01-10,b,100", "o2,c2,2025-01-11,a,5");
    expect((await linesOf(bare, said(layout), AMOUNTS)).map((r) => r.amount)).toEqual([50, 50, 5]);
  });

  test("a discount of the order is shared by value", async () => {
    const text = csv(
      `${H},quantity,price,less`,
      "o1,c1,2025-01-10,a,1,60,10",
      "o1,c1,2025-01-10,b,1,40,10",
      "o2,c2,2025-01-11,a,1,5,"
    );
    const layout = { table: "orders", grain: "repeated", columns: { unit_price: "price", order_discount: "less" } };
    expect(await linesOf(text, said(layout), `${AMOUNTS}, discount`)).toEqual([
      { order_id: "o1", product: "a", amount: 54, discount: 6 },
      { order_id: "o1", product: "b", amount: 36, discount: 4 },
      { order_id: "o2", product: "a", amount: 5, discount: null }
    ]);
  });

  test("where it stands on the first line only, which gives the others customer, day and status too", async () => {
    const text = csv(
      `${H},status,quantity,price,whole`,
      "o1,c1,2025-01-10,a,completed,1,60,90",
      "o1,,,b,,1,40,",
      "o2,c2,2025-01-11,a,cancelled,1,5,5",
      ",,,b,,1,5,"
    );
    expect(
      await linesOf(
        text,
        said({
          table: "orders",
          grain: "first-line",
          columns: { ...columns, customer_id: "customer_id", status: "status" }
        }),
        `${AMOUNTS}, customer_id, ordered_at, status`
      )
    ).toEqual([
      { order_id: "o1", product: "a", amount: 54, customer_id: "c1", ordered_at: "2025-01-10", status: "completed" },
      { order_id: "o1", product: "b", amount: 36, customer_id: "c1", ordered_at: "2025-01-10", status: "completed" },
      { order_id: "o2", product: "a", amount: 2.5, customer_id: "c2", ordered_at: "2025-01-11", status: "cancelled" },
      { order_id: "o2", product: "b", amount: 2.5, customer_id: "c2", ordered_at: "2025-01-11", status: "cancelled" }
    ]);
  });

  test("also where the whole file is there twice", async () => {
    const rows = ["o1,c1,2025-01-10,a,1,60,90", "o1,c1,2025-01-10,b,1,40,90", "o2,c2,2025-01-11,a,1,5,5"];
    const text = csv(`${H},quantity,price,whole`, ...rows, ...rows);
    const layout = { table: "orders", grain: "repeated", columns };
    await expect(withTables({ "o.csv": text, "segbook.yml": said(layout) }, async () => {})).rejects.toMatchObject({
      issues: [{ code: "many-duplicates", file: "o.csv" }]
    });
    const yaml = said({ ...layout, duplicates: "drop" });
    await withTables({ "o.csv": text, "segbook.yml": yaml }, async ({ tables }) =>
      expect(tables.files[0]).toMatchObject({ rowsDuplicate: 3, moneyAccepted: 95, moneyDuplicate: 95, moneyRead: 190 })
    );
  });

  test("a line that is set aside takes its share with it", async () => {
    const text = csv(
      `${H},quantity,price,whole,offer`,
      "o1,c1,2025-01-10,a,1,60,90,main",
      "o1,c1,2025-01-10,b,1,40,90,odd",
      "o2,c2,2025-01-11,a,1,5,5,main"
    );
    await withTables(
      { "o.csv": text, "segbook.yml": said({ table: "orders", grain: "repeated", columns }) },
      async ({ tables }) =>
        expect(tables.files[0]).toMatchObject({ moneyRead: 95, moneyAccepted: 59, moneyRejected: 36 })
    );
  });
});

describe("cancelled and returned, in every shape", () => {
  /** Purchases, and what they and what came back add up to. */
  const count = ({ engine }: ToTables) =>
    engine.rows(
      "SELECT count(DISTINCT CASE WHEN COALESCE(status, 'completed') = 'completed' AND amount > 0 THEN order_id END) AS bought, sum(CASE WHEN COALESCE(status, 'completed') = 'cancelled' THEN 0 WHEN COALESCE(status, 'completed') = 'completed' AND amount > 0 OR refund > 0 THEN amount - COALESCE(refund, 0) ELSE -abs(amount) END) AS money FROM orders_read"
    );
  const of = (files: Record<string, string>) => withTables(files, count);

  test.each<[string, string, string[], object, { bought: number; money: number }]>([
    [
      "an invoice C… with quantities below nought",
      `${H},quantity,price`,
      ["536365,c1,2025-01-10,a,2,50", "C536365,c1,2025-01-12,a,-2,50", "536366,c2,2025-01-10,a,1,50"],
      {},
      { bought: 2, money: 50 }
    ],
    [
      "an amount below nought",
      `${H},amount`,
      ["o1,c1,2025-01-10,a,100", "o1,c1,2025-01-12,a,-40"],
      {},
      { bought: 1, money: 60 }
    ],
    [
      "money paid back in a column of its own, in part and in full",
      `${H},amount,Refunded Amount`,
      ["o1,c1,2025-01-10,a,100,30", "o2,c1,2025-01-10,a,50,50", "o3,c1,2025-01-10,a,20,0"],
      {},
      { bought: 2, money: 90 }
    ],
    [
      "words",
      `${H},amount,status`,
      ["o1,c1,2025-01-10,a,100,Hoàn thành", "o2,c1,2025-01-10,a,50,Đã hủy", "o3,c1,2025-01-10,a,20,Trả hàng"],
      {},
      { bought: 1, money: 100 }
    ],
    [
      "a returned line beside the one it takes back",
      `${H},amount,status`,
      ["o1,c1,2025-01-10,a,100,completed", "o1,c1,2025-01-12,a,100,returned", "o1,c1,2025-01-10,b,7,completed"],
      {},
      { bought: 1, money: 7 }
    ],
    [
      "a quantity returned",
      `${H},quantity,amount,back`,
      ["o1,c1,2025-01-10,a,4,100,1", "o2,c1,2025-01-10,a,2,50,2", "o3,c1,2025-01-10,a,1,20,0"],
      { columns: { returned_quantity: "back" } },
      { bought: 2, money: 95 }
    ],
    [
      "a refund of the order, shared by its lines",
      `${H},amount,back`,
      ["o1,c1,2025-01-10,a,60,50", "o1,c1,2025-01-10,b,40,50", "o2,c1,2025-01-10,a,20,"],
      { grain: "repeated", columns: { order_refund: "back", amount: "amount" } },
      { bought: 2, money: 70 }
    ],
    [
      "a day of cancelling",
      `${H},amount,Cancelled at`,
      ["o1,c1,2025-01-10,a,100,", "o2,c1,2025-01-10,a,50,2025-01-11"],
      {},
      { bought: 1, money: 100 }
    ]
  ])("%s", async (_, headings, rows, layout, expected) => {
    const yaml = said({ table: "orders", grain: "line", numbers: "dot", dates: "iso", ...layout });
    expect(await of({ "o.csv": csv(headings, ...rows), "segbook.yml": yaml })).toEqual([expected]);
  });

  test("a file of its own", async () => {
    const files = {
      "o.csv": csv(`${H},amount`, "o1,c1,2025-01-10,a,100", "o2,c2,2025-01-10,a,50"),
      "back.csv": csv(`${H},amount`, "o1,c1,2025-01-10,a,100"),
      "segbook.yml": "files: {back.csv: {constants: {status: returned}}}\n"
    };
    expect(await of(files)).toEqual([{ bought: 2, money: 50 }]);
  });
});

describe("cells of ids and names", () => {
  test.each([
    ["'0012", "0012"],
    ["7210448301122.0", "7210448301122"],
    [" 0912 ", "0912"],
    ["580123456789012345", "580123456789012345"],
    ["A+B", "A+B"]
  ])("%j is the id %j", async (written, id) => {
    const text = csv(`${H},amount`, `o1,${written},2025-01-10,a,5`, "o2,khách 2,2025-01-10,a,5");
    const rows = await linesOf(text, said({ columns: { customer_id: "customer_id" } }), "customer_id");
    expect(rows[0]).toEqual({ customer_id: id });
  });

  test.each(["9.12E+08", "1.23457E+17", "9,12e+08"])("%j has lost its digits", async (written) => {
    const text = csv(
      `${H},amount`,
      `o1,"${written}",2025-01-10,a,5`,
      "o2,khách 2,2025-01-10,a,5",
      "o3,khách 3,2025-01-10,a,5"
    );
    const yaml = said({ columns: { customer_id: "customer_id" } });
    await withTables({ "o.csv": text, "segbook.yml": yaml }, async ({ tables }) => {
      expect(tables.rejects).toMatchObject([{ row: 2, column: "customer_id", value: written, reason: "lost-digits" }]);
      expect(tables.files[0]?.valid.customer_id).toBeCloseTo(2 / 3);
    });
  });

  test("first and last name become one, a Vietnamese one with the family's name first", async () => {
    const files = {
      "o.csv": csv(`${H},amount`, "o1,c1,2025-01-10,a,5"),
      "c.csv": csv("customer_id,first name,last name", "c1,Lan,Nguyễn Thị", "c2,Mary,Smith", "c3,Cher,")
    };
    await withTables(files, async ({ engine }) =>
      expect(await engine.rows("SELECT name FROM customers_read ORDER BY customer_id")).toEqual([
        { name: "Nguyễn Thị Lan" },
        { name: "Mary Smith" },
        { name: "Cher" }
      ])
    );
  });

  test("who has neither id nor phone nor e-mail is nobody", async () => {
    const files = {
      "o.csv": csv(`${H},amount`, "o1,c1,2025-01-10,a,5"),
      "c.csv": csv("customer_id,phone,name", "c1,,An", ",0912345678,Bình", ",,Chi"),
      "segbook.yml": LENIENT
    };
    await withTables(files, async ({ tables }) =>
      expect(tables.rejects).toMatchObject([{ file: "c.csv", row: 4, column: "customer_id", reason: "missing-value" }])
    );
  });
});

describe("currencies are never added up", () => {
  const text = csv(
    `${H},amount,currency`,
    "o1,c1,2025-01-10,a,100000,vnd",
    "o2,c2,2025-01-10,a,200000,₫",
    "o3,c3,2025-01-10,a,7,USD",
    "o4,c4,2025-01-10,a,50000,"
  );

  test("rows of another are set aside, their money counted nowhere", async () => {
    await withTables({ "o.csv": text, "segbook.yml": LENIENT }, async ({ tables }) => {
      expect(tables.currency).toBe("VND");
      expect(tables.rejects).toMatchObject([
        { row: 4, column: "currency", value: "USD", reason: "other-currency", detail: { currency: "VND" } }
      ]);
      expect(tables.files[0]).toMatchObject({
        moneyRead: 350000,
        moneyAccepted: 350000,
        moneyRejected: 0,
        rowsRejected: 1
      });
    });
  });

  test("the firm's own is the main one, where a row has it", async () => {
    await withTables({ "o.csv": text, "segbook.yml": `${LENIENT}currency: USD\n` }, async ({ tables }) =>
      expect([tables.currency, tables.rejects.map((r) => r.row)]).toEqual(["USD", [2, 3]])
    );
  });
});

describe("a sign beside an amount is its currency", () => {
  test("where no column says one, and amounts of another are set aside", async () => {
    const text = csv(
      "order_id,customer_id,order_date,amount",
      "o1,c1,2025-01-10,250.000₫",
      "o2,c2,2025-01-10,$120.00",
      "o3,c1,2025-01-11,1.250.000 đ"
    );
    await withTables({ "o.csv": text, "segbook.yml": LENIENT }, async ({ tables }) => {
      expect(tables).toMatchObject({ currency: "VND", rejects: [{ row: 3, value: "$", reason: "other-currency" }] });
      expect(tables.files[0]?.moneyAccepted).toBe(1500000);
    });
  });

  test.each([
    ["$12.50", "", "USD"],
    ["$12.50", "Canada", "CAD"],
    ["US$12.50", "Canada", "USD"],
    ["฿120.00", "", "THB"],
    ["12.50 €", "", "EUR"]
  ])("%s of %j is %s", async (cell, country, expected) => {
    const rows = [1, 2].map((i) => `o${i},c${i},2025-01-1${i},${cell},${country}`);
    await withTables({ "o.csv": csv("order_id,customer_id,order_date,amount,country", ...rows) }, async ({ tables }) =>
      expect(tables.currency).toBe(expected)
    );
  });

  test("as is one in the heading", async () => {
    const text = csv("order_id,customer_id,order_date,Amount (EUR)", "o1,c1,2025-01-10,12.50");
    await withTables(
      { "o.csv": text, "segbook.yml": "files: {o.csv: {columns: {amount: Amount (EUR)}}}\n" },
      async ({ tables }) => expect(tables.currency).toBe("EUR")
    );
  });
});

describe("a currency that nobody names", () => {
  const one = (heading: string, amount: string) =>
    csv(heading, `o1,c1,2025-01-10,${amount}`, `o2,c2,2025-01-11,${amount}`);

  test.each([
    ["is đồng for a shop in Vietnam", "Mã đơn,Mã KH,Ngày,Thành tiền", "250000", "VND"],
    ["unless its amounts are too small for that", "Mã đơn,Mã KH,Ngày,Thành tiền", "250", undefined],
    ["and stays unnamed elsewhere", "order_id,customer_id,order_date,amount", "250000", undefined]
  ])("%s", async (_, heading, amount, expected) => {
    await withTables({ "o.csv": one(heading, amount) }, async ({ tables }) => expect(tables.currency).toBe(expected));
  });

  test("đồng that is named and can't be is asked about", async () => {
    const text = csv("order_id,customer_id,order_date,amount,currency", "o1,c1,2025-01-10,250,VND");
    await expect(withTables({ "o.csv": text }, async () => {})).rejects.toMatchObject({
      issues: [{ code: "implausible-currency", file: "o.csv", column: "amount", got: "250" }]
    });
  });
});
