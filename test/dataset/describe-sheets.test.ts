import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { describeSheets } from "../../loaders/dataset/describe-sheets.js";
import { inspectDataset } from "../../loaders/dataset/inspect.js";
import { maskCell } from "../../loaders/dataset/mask.js";
import { describeMoney } from "../../loaders/dataset/sentences.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { openDefinitions } from "../../loaders/store/local.js";
import { csv } from "../support/stages.js";

const definitions = await openDefinitions();
const inspect = (files: Record<string, string | Blob>) => inspectDataset(holdFiles("shop", files), definitions);

test("a sheet in words: what it is and why, what a row is, which money, every heading", async () => {
  const inspection = await inspect({
    "o.csv": csv("Bảng kê,,,", "order_id,customer_id,date,amount,zzz", "o1,c1,2025-01-01,10,x", "o2,c2,2025-01-02,20,y")
  });
  const [only] = await describeSheets(inspection);
  expect(only).toMatchObject({
    name: "o.csv",
    kind: "csv",
    form: { vi: "CSV, UTF-8, dấu phẩy", en: "CSV, UTF-8, comma" },
    preset: null,
    table: "orders",
    grain: { en: "Each row is a whole order." },
    money: { en: "The money is in “amount”." },
    dates: "iso",
    questions: [],
    left: [{ kind: "preamble", rows: 1, examples: [{ row: 1 }] }]
  });
  expect(only?.headings).toContainEqual({
    heading: "zzz",
    examples: ["x", "y"],
    column: null,
    label: null,
    source: null
  });
  expect(only?.headings[0]).toMatchObject({ heading: "order_id", column: "order_id", source: "heading" });
});

test("a sheet of unknown meaning has no table, and says so", async () => {
  const [only] = await describeSheets(await inspect({ "x.csv": csv("x,y", "1,2") }));
  expect(only).toMatchObject({ table: null, grain: null, money: null, why: { en: "Not recognised." } });
  expect(only?.problems.map(({ code }) => code)).toEqual(["unknown-table"]);
});

test("sheets of a workbook are understood one by one, and notes beside tables are skipped over", async () => {
  const book = utils.book_new();
  const orders = [
    ["order_id", "customer_id", "date", "amount"],
    ["o1", "c1", "2025-01-13", "10"]
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(orders), "Tháng 6");
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ["việc", "ai làm"],
      ["gọi khách", "Lan"],
      ["gửi quà", "Minh"]
    ]),
    "Ghi chú"
  );
  const file = new Blob([write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer]);
  const { sheets, issues, skipped } = await inspect({ "shop.xlsx": file });
  expect(issues).toEqual([]);
  expect(sheets.map(({ sheet }) => sheet.name)).toEqual(["shop.xlsx › Tháng 6"]);
  expect(skipped.map(({ file: name }) => name)).toEqual(["shop.xlsx › Ghi chú"]);
});

describe("which money counts", () => {
  test.each([
    [{ quantity: "SL", unit_price: "Giá" }, "line", "Money = “SL” × “Giá”."],
    [{ quantity: "SL", list_price: "Giá", discount: "Giảm" }, "line", "Money = “SL” × “Giá” − “Giảm”."],
    [
      { order_amount: "Tổng" },
      "repeated",
      "The order's money is in “Tổng”, counted once per order and shared out over its lines."
    ],
    [{ amount: "Tiền", refund: "Hoàn" }, "order", "The money is in “Tiền”. Less: “Hoàn”."]
  ] as const)("%j by %s: %s", (columns, grain, en) => {
    expect(describeMoney(columns, grain).en).toBe(en);
  });
});

test.each([
  ["0912345678", "phone", "0912•••678"],
  ["an.le@gmail.com", "email", "a•••@gmail.com"],
  ["Nguyễn Thị Lan", "text", "N•••"],
  ["KH01", "id", "K•••"],
  ["𝒳y", "text", "𝒳•••"]
] as const)("%s is shown as a masked %s: %s", (cell, kind, expected) => {
  expect(maskCell(cell, kind)).toBe(expected);
});
