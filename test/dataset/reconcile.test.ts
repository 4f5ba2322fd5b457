import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSheet } from "../../loaders/dataset/read-sheet.js";
import { renderEquation } from "../../loaders/dataset/reconcile/equation.js";
import type { Overrides } from "../../loaders/definitions/overrides.js";
import { DEFINITIONS } from "../support/definitions.js";
import { sheetOfLines } from "./sheets.js";

const read = (lines: string[], overrides: Overrides = {}) => readSheet(sheetOfLines(...lines), DEFINITIONS, overrides);
const said = (lines: string[]) => read(lines).reconciled?.equations.map(renderEquation);

/** Lines of goods: order, day, customer, pieces, price of one. */
const GOODS = [
  [3, 40_000],
  [1, 95_000],
  [2, 61_000],
  [5, 18_000],
  [4, 27_500],
  [2, 33_000]
] as const;
const HEAD = "Mã đơn,Ngày,Mã KH,Số lượng,Đơn giá";
const goods = (rest: (pieces: number, price: number, i: number) => (string | number)[]) =>
  GOODS.map(([pieces, price], i) =>
    [`D${i}`, `2026-04-0${i + 1}`, `K${i % 3}`, pieces, price, ...rest(pieces, price, i)].join(",")
  );
const OFF = [5000, 0, 12_000, 3000, 0, 1000];
const RATE = [0.1, 0, 0.25, 0.5, 0, 0.2];

describe("amount and discount, by the file's own sums", () => {
  test.each<[string, string, (q: number, p: number, i: number) => number[], object, string]>([
    [
      "quantity × price − discount = amount",
      "Giảm giá,Thành tiền",
      (q, p, i) => [OFF[i] ?? 0, q * p - (OFF[i] ?? 0)],
      {},
      "Thành tiền = Số lượng × Đơn giá − Giảm giá"
    ],
    [
      "quantity × (price − discount) = amount",
      "Giảm giá,Thành tiền",
      (q, p, i) => [OFF[i] ?? 0, q * (p - (OFF[i] ?? 0))],
      { discount: "piece" },
      "Thành tiền = Số lượng × Đơn giá − Số lượng × Giảm giá"
    ],
    [
      "quantity × price × (1 − rate) = amount",
      "Giảm giá,Thành tiền",
      (q, p, i) => [RATE[i] ?? 0, q * p * (1 - (RATE[i] ?? 0))],
      { discount: "rate" },
      "Thành tiền = Số lượng × Đơn giá × (1 − Giảm giá)"
    ],
    [
      "quantity × price × (1 − percent) = amount",
      "Chiết khấu,Thành tiền",
      (q, p, i) => [100 * (RATE[i] ?? 0), q * p * (1 - (RATE[i] ?? 0))],
      { discount: "percent" },
      "Thành tiền = Số lượng × Đơn giá × (1 − Chiết khấu / 100)"
    ],
    [
      "amount − discount = what is to be paid",
      "Thành tiền,Giảm giá,Còn phải thu",
      (q, p, i) => [q * p, OFF[i] ?? 0, q * p - (OFF[i] ?? 0)],
      { amount: "before-discount" },
      "Còn phải thu = Thành tiền − Giảm giá"
    ],
    [
      "amount − discount + shipping + tax = what is to be paid, the discount with a minus",
      "Thành tiền,Giảm giá,Ship,Thuế,Phải thu",
      (q, p, i) => [q * p, -(OFF[i] ?? 0), 9000 + i, 500 * i, q * p - (OFF[i] ?? 0) + 9000 + i + 500 * i],
      { amount: "before-discount", signs: "minus" },
      "Phải thu = Thành tiền − Giảm giá + Ship + Thuế"
    ],
    [
      "amount + shipping = what is to be paid: the discount is off already",
      "Giảm giá,Thành tiền,Ship,Phải thu",
      (q, p, i) => [OFF[i] ?? 0, q * p - (OFF[i] ?? 0) - 7, 9000 + 7 * i, q * p - (OFF[i] ?? 0) - 7 + 9000 + 7 * i],
      {},
      "Phải thu = Thành tiền + Ship"
    ]
  ])("%s", (_, headings, rest, reading, equation) => {
    const sheet = [`${HEAD},${headings}`, ...goods(rest)];
    const { reconciled, questions } = read(sheet);
    expect(questions).toEqual([]);
    expect(reconciled?.reading).toEqual(reading);
    expect(said(sheet)).toContain(equation);
  });

  test("a price that a discount still comes off is a price before it", () => {
    const sheet = [`${HEAD},Giảm giá,Phải thu`, ...goods((q, p, i) => [OFF[i] ?? 0, q * p - (OFF[i] ?? 0)])];
    const { columns } = read(sheet, { columns: { amount: null } });
    expect([columns.list_price, columns.unit_price]).toEqual(["Đơn giá", undefined]);
  });

  test("a discount of the whole order, repeated on its lines", () => {
    const lines = GOODS.flatMap(([pieces, price], i) =>
      [1, 2].map((n) => [
        `D${i}`,
        "2026-04-02",
        `K${i}`,
        `P${n}`,
        n * price,
        OFF[i],
        3 * price - (OFF[i] ?? 0) + pieces,
        pieces
      ])
    );
    const sheet = ["Mã đơn,Ngày,Mã KH,Tên hàng,Thành tiền,Giảm giá,Khách trả,Ship", ...lines.map((l) => l.join(","))];
    const { columns, reconciled } = read(sheet);
    expect(columns).toMatchObject({ amount: "Thành tiền", order_discount: "Giảm giá" });
    expect(reconciled?.equations.map(renderEquation)).toContain("Khách trả = Σ Thành tiền − Giảm giá + Ship");
  });
});

describe("what the sums leave open is asked", () => {
  test("an amount that is the plain product beside a discount", () => {
    const sheet = [`${HEAD},Giảm giá,Thành tiền`, ...goods((q, p, i) => [OFF[i] ?? 0, q * p])];
    expect(read(sheet).questions).toMatchObject([
      {
        about: "amount",
        column: "Thành tiền",
        readings: [
          { answer: "after-discount", reads: "120000" },
          { answer: "before-discount", reads: "115000" }
        ]
      }
    ]);
    expect(read(sheet, { amount: "before-discount" })).toMatchObject({
      questions: [],
      reconciled: { reading: { amount: "before-discount" } }
    });
  });

  test("sums that contradict each other", () => {
    const rest = (q: number, p: number, i: number) => [OFF[i] ?? 0, q * p - (OFF[i] ?? 0), q * p - 2 * (OFF[i] ?? 0)];
    const sheet = [`${HEAD},Giảm giá,Thành tiền,Thực thu`, ...goods(rest)];
    expect(read(sheet).questions.map(({ about }) => about)).toEqual(["amount"]);
  });

  test("a cost that neither products nor profits tell", () => {
    const sheet = [
      "Mã đơn,Ngày,Mã KH,Số lượng,Giá vốn,Thành tiền",
      "D1,2026-04-01,K1,2,30000,90000",
      "D2,2026-04-02,K2,3,20000,80000",
      "D3,2026-04-03,K2,1,20000,50000"
    ];
    expect(read(sheet).questions).toMatchObject([
      { about: "cost", example: "2 × 30000", readings: [{ reads: "30000" }, { reads: "60000" }] }
    ]);
    expect(read(sheet, { cost: "piece" }).reconciled?.reading.cost).toBe("piece");
  });
});

describe("a cost is of the line or of the piece", () => {
  const sold = [
    ["A", 1, 20],
    ["A", 4, 20],
    ["B", 2, 35],
    ["B", 7, 35]
  ] as const;
  const sheet = (
    cost: (pieces: number, each: number) => number,
    more: (pieces: number, each: number) => string = () => ""
  ) => [
    `order_id,order_date,customer_id,sku,qty,COGS,amount${more(1, 1) ? ",Lãi" : ""}`,
    ...sold.map(
      ([sku, q, each], i) => `D${i},2026-04-0${i + 1},K1,${sku},${q},${cost(q, each)},${q * each * 2}${more(q, each)}`
    )
  ];

  test("the same for one product in any quantity: of the piece", () => {
    const { reconciled } = read(sheet((_, each) => each));
    expect(reconciled?.reading.cost).toBe("piece");
    expect(reconciled?.constant).toEqual({ rows: 4, fitting: 4 });
  });

  test("growing with the quantity: of the line", () => {
    expect(read(sheet((q, each) => q * each)).reconciled?.reading.cost).toBeUndefined();
  });

  test("the file's own profit says so before anything else", () => {
    const profit = sheet(
      (_, each) => each,
      (q, each) => `,${q * each * 2 - each}`
    );
    expect(read(profit).reconciled?.reading.cost).toBeUndefined();
    expect(said(profit)).toContain("Lãi = amount − COGS");
  });
});

test("a discount far too small to be money is a share", () => {
  const lines = Array.from(
    { length: 12 },
    (_, i) => `A${i},2026-01-${10 + i},C${i},${300 + i},${[0.1, 0.25, 0][i % 3]}`
  );
  expect(read(["order_id,order_date,customer_id,sales,discount", ...lines]).reconciled?.reading.discount).toBe("rate");
  const dong = Array.from(
    { length: 12 },
    (_, i) => `A${i},2026-01-${10 + i},C${i},${300_000 + i},${[10, 25, 0][i % 3]}`
  );
  expect(read(["Mã đơn,Ngày,Mã KH,Tổng tiền,Giảm giá", ...dong]).reconciled?.reading.discount).toBe("percent");
  const money = Array.from({ length: 12 }, (_, i) => `A${i},2026-01-${10 + i},C${i},${300 + i},${[10, 25, 0][i % 3]}`);
  expect(
    read(["order_id,order_date,customer_id,sales,discount", ...money]).reconciled?.reading.discount
  ).toBeUndefined();
});

describe("with noise", () => {
  const row = fc.record({
    pieces: fc.integer({ min: 1, max: 9 }),
    price: fc.integer({ min: 20, max: 900 }).map((n) => n * 500),
    off: fc.integer({ min: 0, max: 9 }).map((n) => n * 1000),
    ship: fc.integer({ min: 0, max: 40 }).map((n) => n * 700)
  });
  const rows = fc.array(row, { minLength: 40, maxLength: 80 });
  const paid = (all: { pieces: number; price: number; off: number; ship: number }[], total: number[]) => [
    "Order ID,Order Date,Customer ID,Subtotal,Discount,Shipping,Total paid now",
    ...all.map(
      (r, i) => `D${i},2026-03-${10 + (i % 18)},K${i % 7},${r.pieces * r.price},${r.off},${r.ship},${total[i]}`
    )
  ];
  const totals = (all: { pieces: number; price: number; off: number; ship: number }[]) =>
    all.map((r) => r.pieces * r.price - r.off + r.ship);

  test("of three in a hundred rows an equation is still seen", () => {
    fc.assert(
      fc.property(rows, (all) => {
        fc.pre(all.filter((r) => r.off > 0).length >= 34);
        const noisy = totals(all).map((total, i) => (i === 7 ? total + 12_345 : total));
        expect(read(paid(all, noisy)).reconciled?.reading.amount).toBe("before-discount");
      }),
      { numRuns: 40, seed: 8 }
    );
  });

  test("in shuffled columns none is", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const moved = totals(all).map((_, i, list) => (list[(i + 11) % list.length] ?? 0) + 3 * i);
        expect(read(paid(all, moved)).reconciled?.equations).toEqual([]);
      }),
      { numRuns: 40, seed: 8 }
    );
  });
});
