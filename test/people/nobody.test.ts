import { expect, test } from "vitest";
import { literal } from "../../loaders/engine/dialect.js";
import { duckdbDialect } from "../../loaders/engine/duckdb-dialect.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { namesNobodySql, nobodysNameSql } from "../../loaders/people/nobody.js";
import { DEFINITIONS, definitionsOf } from "../support/definitions.js";
import { shareAsk } from "./ask.js";
import { ordersOf, withPeople } from "./people.js";

const ask = shareAsk();

test.each([
  ["Khách lẻ", true, true, true],
  ["KHACH  LE", true, true, true],
  ["khach lẻ", true, true, true],
  ["khách Lê", false, false, false],
  ["Khách lẻ 12", true, true, true],
  ["Khách lẻ (quầy 2)", false, true, true],
  ["Walk-in Customer", true, true, true],
  ["Consumidor final", true, true, true],
  ["散客", true, true, true],
  ["Customer", true, true, false],
  ["customer 12", false, true, false],
  ["guest_12", false, true, true],
  ["0", true, true, false],
  ["--", true, true, false],
  ["#N/A", true, true, false],
  ["NULL", true, true, false],
  ["nan", true, true, false],
  ["Na", false, false, false],
  ["KH0", false, false, false],
  ["Lan", false, false, false]
])("%j: as an id nobody's %s, as a name %s, making its code nobody's %s", async (text, id, name, walkIn) => {
  const { nobody } = DEFINITIONS;
  expect(await ask(namesNobodySql(duckdbDialect, literal(text), nobody))).toBe(id);
  expect(await ask(nobodysNameSql(duckdbDialect, literal(text), nobody))).toBe(name);
  expect(await ask(nobodysNameSql(duckdbDialect, literal(text), nobody, "walk-in"))).toBe(walkIn);
});

test("nobody.yaml beside the data adds words and takes words away", async () => {
  const { nobody } = await definitionsOf(
    holdFiles("shop", { "nobody.yaml": "walkIns: [Khách sỉ lẻ]\npersons: ['0']\n" })
  );
  expect(await ask(namesNobodySql(duckdbDialect, "'khách sỉ lẻ'", nobody))).toBe(true);
  expect(await ask(namesNobodySql(duckdbDialect, "'0'", nobody))).toBe(false);
});

test("whoever came in is nobody, as a name that serves as an id, as a code and by his number", async () => {
  const found = await ordersOf({
    orders: [
      { product: "a", amount: 1, customer_id: "Khách lẻ" },
      { product: "b", amount: 1, customer_id: "KH000000", customer_name: "khách lẻ" },
      { product: "c", amount: 1, customer_id: "KH000000" },
      { product: "d", amount: 1, customer_id: "KH1" },
      { product: "e", amount: 1, customer_id: "KH1", customer_name: "Guest" },
      { product: "f", amount: 1, customer_id: "KH1", customer_name: "Hùng" },
      { product: "g", amount: 1, customer_id: "0" },
      { product: "h", amount: 1, customer_id: "0", email: "an@x.vn" },
      { product: "i", amount: 1, customer_id: "KH2", customer_name: "Khách lẻ", phone: "0912345678" }
    ]
  });
  expect(found).toEqual({
    ...{ a: null, b: null, c: null, d: "KH1", e: "KH1", f: "KH1", g: null, h: "email:an@x.vn", i: "KH2" }
  });
});

test("a name that serves as an id is one, however it is spelt; other accents are another's", async () => {
  const found = await ordersOf({
    orders: ["Nguyễn Hoa", "nguyen hoa ", "NGUYỄN  HOA", "Trần Hòa", "Trần Hoá", "tran hoa", "AB1", "ab1"].map(
      (id, i) => ({
        product: `${i}`,
        amount: 1,
        customer_id: id
      })
    )
  });
  expect(Object.values(found)).toEqual([
    ...["NGUYỄN  HOA", "NGUYỄN  HOA", "NGUYỄN  HOA", "Trần Hòa", "Trần Hoá", "tran hoa", "AB1", "ab1"]
  ]);
});

test("an order of nobody's keeps the word that says so", async () => {
  const orders = [
    { customer_id: "Khách lẻ", amount: 5 },
    { customer_id: "KH0", customer_name: "Guest", amount: 3 },
    { customer_id: "KH1", customer_name: "Lan", amount: 2 },
    { amount: 1 }
  ];
  await withPeople({ orders }, async ({ rows }) =>
    expect(await rows("SELECT nobody, customer_id FROM orders ORDER BY amount DESC")).toEqual([
      { nobody: "Khách lẻ", customer_id: null },
      { nobody: "Guest", customer_id: null },
      { nobody: null, customer_id: "KH1" },
      { nobody: null, customer_id: null }
    ])
  );
});
