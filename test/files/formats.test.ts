import * as xlsx from "@e965/xlsx";
import * as arrow from "apache-arrow";
import { parquetWriteBuffer } from "hyparquet-writer";
import initSqlJs from "sql.js";
import { describe, expect, test } from "vitest";
import { accounted, cellsOf, codesOf, countTo, gather, leftOf, readHeld, readTable } from "./gather.js";

type Aoa = unknown[][];
const TABLE: Aoa = [
  ["Mã", "Khách", "Ngày", "Số tiền"],
  ["DH1", "Nguyễn Hằng", 46105.6909, 1250000],
  ["DH2", "Lê Ước", 46106, 80000.5]
];
const READ = [
  ["DH1", "Nguyễn Hằng", "2026-03-24 16:34:54", "1250000"],
  ["DH2", "Lê Ước", "2026-03-25", "80000.5"]
];

function sheetOf(rows: Aoa, days: readonly string[] = ["C2", "C3"]): xlsx.WorkSheet {
  const sheet = xlsx.utils.aoa_to_sheet(rows);
  for (const day of days) {
    const cell = sheet[day];
    if (cell) cell.z = "dd/mm/yyyy hh:mm";
  }
  return sheet;
}

function bookOf(sheets: Record<string, xlsx.WorkSheet>): xlsx.WorkBook {
  const book = xlsx.utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) xlsx.utils.book_append_sheet(book, sheet, name);
  return book;
}

function write(book: xlsx.WorkBook, bookType: xlsx.BookType = "xlsx"): Uint8Array<ArrayBuffer> {
  return new Uint8Array(xlsx.write(book, { type: "array", bookType }));
}

describe("workbooks", () => {
  test.each([
    ["xlsx", "a.xlsx", "xlsx"],
    ["biff8", "a.xls", "xls"],
    ["ods", "a.ods", "ods"],
    ["xlsb", "a.xlsb", "xlsx"],
    ["xlml", "a.xls", "xls"]
  ] as const)("%s: days are ISO, numbers as they are", async (type, file, kind) => {
    const found = await readTable(write(bookOf({ "Tháng 3": sheetOf(TABLE) }), type), file);
    expect(found.sheet).toMatchObject({ name: `${file} › Tháng 3`, file, form: { kind }, headingRow: 1 });
    expect(cellsOf(found)).toEqual(READ);
    expect(accounted(found)).toEqual([1, 2, 3]);
  });

  test("kind is told by contents, whatever the name", async () => {
    const found = await readTable(write(bookOf({ a: sheetOf(TABLE) })), "orders.csv");
    expect(found.sheet.form.kind).toBe("xlsx");
  });

  test("days counted from 1904", async () => {
    const book = bookOf({
      a: sheetOf(
        [
          ["id", "day"],
          ["1", 44644],
          ["2", 0.5]
        ],
        ["B2"]
      )
    });
    book.Workbook = { ...book.Workbook, WBProps: { date1904: true } };
    expect(cellsOf(await readTable(write(book), "a.xlsx"))).toEqual([
      ["1", "2026-03-25"],
      ["2", "0.5"]
    ]);
  });

  test("long numbers have no exponent, formats of zeros keep them, times stay times", async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ["id", "phone", "time", "flag"],
      [577_212_345_678_901_200, 912345678, 0.75, true]
    ]);
    Object.assign(sheet.B2, { z: "0000000000" });
    Object.assign(sheet.C2, { z: "hh:mm" });
    expect(cellsOf(await readTable(write(bookOf({ a: sheet })), "a.xlsx"))).toEqual([
      ["577212345678901200", "0912345678", "18:00:00", "true"]
    ]);
  });

  test("words merged over several rows hold for each, money for the first only: it isn't counted twice", async () => {
    const sheet = sheetOf([...TABLE, [null, null, "2026-03-26", null]]);
    sheet["!merges"] = ["A3:A4", "B3:B4", "D3:D4"].map((range) => xlsx.utils.decode_range(range));
    const found = await readTable(write(bookOf({ a: sheet })), "a.xlsx");
    expect(cellsOf(found)).toEqual([...READ, ["DH2", "Lê Ước", "2026-03-26", ""]]);
  });

  test("a formula is its last result", async () => {
    const sheet = sheetOf(TABLE);
    sheet.D3 = { t: "n", v: 42, f: "SUM(D2:D2)" };
    expect(cellsOf(await readTable(write(bookOf({ a: sheet })), "a.xlsx"))[1]?.[3]).toBe("42");
  });

  test("titles, blank rows, totals keep the sheet's own row numbers", async () => {
    const rows: Aoa = [["DOANH THU THÁNG 3"], [], ...TABLE, [], ["Tổng cộng", null, null, 1330000.5]];
    const found = await readTable(write(bookOf({ a: sheetOf(rows, ["C4", "C5"]) })), "a.xlsx");
    expect(found.sheet.headingRow).toBe(3);
    expect(leftOf(found)).toEqual(["1 preamble", "2 blank", "6 blank", "7 total"]);
    expect(cellsOf(found)).toEqual(READ);
    expect(accounted(found)).toEqual(countTo(7));
  });

  test("hidden and empty sheets are passed over, notes are named, the others are read", async () => {
    const book = bookOf({
      a: sheetOf(TABLE),
      kín: sheetOf(TABLE),
      trống: xlsx.utils.aoa_to_sheet([]),
      "ghi chú": xlsx.utils.aoa_to_sheet([["chỉ là ghi chú"], ["nữa"]]),
      b: sheetOf(TABLE)
    });
    book.Workbook = { Sheets: book.SheetNames.map((name) => ({ name, Hidden: name === "kín" ? 1 : 0 })) };
    const { sheets, issues, skipped } = await readHeld(write(book), "a.xlsx");
    expect(sheets.map(({ name }) => name)).toEqual(["a.xlsx › a", "a.xlsx › b"]);
    expect(issues).toEqual([]);
    expect(skipped.map(({ file, code }) => `${file} ${code}`)).toEqual([
      "a.xlsx › trống empty-file",
      "a.xlsx › ghi chú one-column"
    ]);
  });

  test("sheets can be chosen; one that isn't there is said", async () => {
    const bytes = write(bookOf({ a: sheetOf(TABLE), b: sheetOf(TABLE) }));
    expect((await readHeld(bytes, "a.xlsx", { sheets: ["b"] })).sheets.map(({ name }) => name)).toEqual(["a.xlsx › b"]);
    expect(await codesOf(bytes, "a.xlsx", { sheets: ["c"] })).toEqual(["unknown-sheet"]);
  });

  test("a web page with a table, as many tools name .xls, is read with cells as written", async () => {
    const html = `<html><head><meta charset="utf-8"></head><body><table><tr><td>Mã</td><td>Điện thoại</td></tr>
      <tr><td>KH1</td><td>0912345678</td></tr></table></body></html>`;
    expect(cellsOf(await readTable(html, "a.xls"))).toEqual([["KH1", "0912345678"]]);
  });
});

describe("JSON", () => {
  test("numbers stay as written, nested objects are dotted", async () => {
    const found = await readTable(
      '[{"id":577212345678901234,"a":{"b":1.0,"c":{"d":"x"}}},{"id":2,"tags":["u","v"]}]',
      "a.json"
    );
    expect(found.sheet).toMatchObject({ headings: ["id", "a.b", "a.c.d", "tags"], headingRow: 0 });
    expect(cellsOf(found)).toEqual([
      ["577212345678901234", "1.0", "x", ""],
      ["2", "", "", "u, v"]
    ]);
  });

  test.each([
    ["one array inside", '{"ok":true,"orders":[{"a":1,"b":2}]}'],
    ["an answer of an API", '{"data":{"orders":[{"a":1,"b":2}]}}'],
    ["rows of cells", '[["a","b"],[1,2]]'],
    ["one object a line, though called .json", '{"a":1,"b":2}\n{"a":3,"b":4}']
  ])("%s", async (_, text) => {
    const found = await readTable(text, "a.json");
    expect(found.sheet.headings).toEqual(["a", "b"]);
    expect(cellsOf(found)[0]).toEqual(["1", "2"]);
  });

  test("each of several arrays is a sheet", async () => {
    const { sheets } = await readHeld('{"x":[{"a":1,"b":2}],"y":[{"c":1,"d":2}]}', "a.json");
    expect(sheets.map(({ name }) => name)).toEqual(["a.json › x", "a.json › y"]);
  });

  test("keys like inner names of objects are columns and nothing else", async () => {
    const found = await readTable('[{"__proto__":{"polluted":1},"constructor":2,"x":3}]', "a.json");
    expect(found.sheet.headings).toEqual(["__proto__.polluted", "constructor", "x"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("lines: a broken one is set aside, blank ones are counted", async () => {
    const found = await readTable('{"a":1,"b":2}\n\n{"a":1,\n{"b":3,"c":4}\n', "a.ndjson");
    expect(found.sheet.headings).toEqual(["a", "b", "c"]);
    expect(cellsOf(found)).toEqual([
      ["1", "2", ""],
      ["", "3", "4"]
    ]);
    expect([found.ragged.map(({ row }) => row), leftOf(found)]).toEqual([[3], ["2 blank"]]);
  });

  test.each([
    ["cut off", '[{"a":1},{"a"', "cut-off"],
    ["empty list", "[]", "empty-file"],
    ["list of words", '["a","b"]', "one-column"]
  ])("%s", async (_, text, code) => {
    expect(await codesOf(text, "a.json")).toEqual([code]);
  });
});

describe("formats with columns of their own", () => {
  test("Parquet: days, whole numbers of 64 bits, nothing as nothing; a database may read it", async () => {
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: "id", data: [577212345678901234n, 2n], type: "INT64" },
        { name: "tên", data: ["Hằng", null], type: "STRING" },
        { name: "at", data: [new Date("2026-03-24T16:34:54Z"), new Date("2026-03-25")], type: "TIMESTAMP" },
        { name: "amount", data: [1.5, 2], type: "DOUBLE" }
      ]
    });
    const found = await readTable(new Uint8Array(bytes), "a.parquet");
    expect(cellsOf(found)).toEqual([
      ["577212345678901234", "Hằng", "2026-03-24 16:34:54", "1.5"],
      ["2", "", "2026-03-25", "2"]
    ]);
    expect(found.sheet).toMatchObject({
      headings: ["id", "tên", "at", "amount"],
      headingRow: 0,
      direct: { kind: "parquet" }
    });
  });

  test.each(["file", "stream"] as const)("Arrow, %s", async (type) => {
    const table = arrow.tableFromArrays({
      id: BigInt64Array.from([577212345678901234n, 2n]),
      name: ["Hằng", null],
      amount: Float64Array.from([1.5, 2]),
      at: [new Date("2026-03-24T16:34:54Z"), new Date("2026-03-25")]
    });
    const found = await readTable(new Uint8Array(arrow.tableToIPC(table, type)), "a.arrow");
    expect(found.sheet.form.kind).toBe("arrow");
    expect(cellsOf(found)).toEqual([
      ["577212345678901234", "Hằng", "1.5", "2026-03-24 16:34:54"],
      ["2", "", "2", "2026-03-25"]
    ]);
  });

  test("SQLite: every table with rows", async () => {
    const { Database } = await initSqlJs();
    const database = new Database();
    database.exec(`CREATE TABLE "đơn hàng" (id INTEGER, tên TEXT, amount REAL);
      INSERT INTO "đơn hàng" VALUES (577212345678901234, 'Hằng', 1.5), (2, NULL, 2);
      CREATE TABLE "it's" (a, b); CREATE TABLE customers (id, name); INSERT INTO customers VALUES ('01', 'An')`);
    const { sheets, skipped } = await readHeld(new Uint8Array(database.export()), "shop.db");
    expect(sheets.map(({ name }) => name)).toEqual(["shop.db › customers", "shop.db › đơn hàng"]);
    expect(skipped.map(({ file }) => file)).toEqual(["shop.db › it's"]);
    const [, orders] = await Promise.all(sheets.map(gather));
    expect(orders && cellsOf(orders)).toEqual([
      ["577212345678901234", "Hằng", "1.5"],
      ["2", "", "2"]
    ]);
  });
});
