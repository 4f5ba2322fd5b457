import { expect, test } from "vitest";
import { literal } from "../../loaders/engine/dialect.js";
import { duckdbDialect } from "../../loaders/engine/duckdb-dialect.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { countNobody } from "../../loaders/people/compute.js";
import { namesNobodySql, nobodysNameSql } from "../../loaders/people/nobody.js";
import { DEFINITIONS, definitionsOf } from "../support/definitions.js";
import { shareAsk } from "./ask.js";
import { customerIds, ordersOf, withPeople } from "./people.js";

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

test("a name is the key of a row that has nothing else, in one spelling", async () => {
  const found = await ordersOf({
    orders: [
      { product: "a", amount: 1, customer_name: "Trần Văn Hùng" },
      { product: "b", amount: 1, customer_name: "tran van hung " },
      { product: "c", amount: 1, customer_name: "Lê Mai", phone: "0912345670" },
      { product: "d", amount: 1, customer_name: "Lê Mai" },
      { product: "e", amount: 1, customer_name: "Khách lẻ" },
      { product: "f", amount: 1, customer_name: "Phạm Tú", phone: "-" },
      { product: "g", amount: 1, customer_name: "Che dấu", phone: "******78" }
    ]
  });
  expect(found).toEqual({
    ...{ a: "name:Trần Văn Hùng", b: "name:Trần Văn Hùng", c: "phone:+84912345670", d: "phone:+84912345670" },
    ...{ e: null, f: "name:Phạm Tú", g: null }
  });
});

test("a name alone that could be several people's, or a known customer's, names nobody", async () => {
  const found = await ordersOf({
    customers: [{ customer_id: "KH1", name: "Vũ Hà" }],
    orders: [
      { product: "a", amount: 1, customer_name: "Lê Mai", phone: "0912345670" },
      { product: "b", amount: 1, customer_name: "Lê Mai", phone: "0912345671" },
      { product: "c", amount: 1, customer_name: "Lê Mai" },
      { product: "d", amount: 1, customer_name: "Vũ Hà" }
    ]
  });
  expect(found).toMatchObject({ c: null, d: null });
});

test("ids chained by contacts, each shared by two, are no person beyond fifty", async () => {
  const chain = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      customer_id: `K${i}`,
      phone: `09123${String(10_000 + Math.floor(i / 2))}`,
      email: `a${Math.floor((i + 1) / 2)}@x.vn`
    }));
  expect(await customerIds({ customers: chain(40) })).toEqual(["K0"]);
  expect(await customerIds({ customers: chain(60) })).toHaveLength(60);
  await withPeople({ customers: chain(60) }, async ({ rows }) =>
    expect(await rows("SELECT DISTINCT reason FROM shared_contacts")).toEqual([{ reason: "chain" }])
  );
  const one = Array.from({ length: 60 }, (_, i) => ({ customer_id: `K${i}`, phone: "0912345678", name: "Lan" }));
  expect(await customerIds({ customers: one })).toEqual(["K0"]);
});

test("order lines of nobody's are counted with their money, by word", async () => {
  const orders = [
    { customer_name: "Khách lẻ", amount: 5 },
    { customer_name: "khách lẻ", amount: 3 },
    { customer_id: "0", amount: 2 },
    { amount: 1 },
    { customer_id: "KH1", amount: 9 }
  ];
  await withPeople({ orders }, async ({ engine }) =>
    expect(await countNobody(engine)).toEqual([
      { word: "khách lẻ", rows: 2, money: 8 },
      { word: "0", rows: 1, money: 2 },
      { word: "", rows: 1, money: 1 }
    ])
  );
});
