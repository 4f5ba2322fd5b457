import { describe, expect, test } from "vitest";
import { describeIssue } from "../../loaders/issues/issue.js";
import { type Reject, rejectIssue } from "../../loaders/tables/compute.js";
import { csv, withTables } from "../support/stages.js";

const H = "order_id,customer_id,date,quantity,amount,status";
const good = (n: number) => `o${n},c${n},2025-01-${10 + (n % 15)},1,${n},completed`;
/** Enough good rows for a word nobody knows to be a slip of the keyboard, which is set aside and not asked about. */
const MANY = Array.from({ length: 100 }, (_, i) => good(i + 101));
/** Small files with many faults would be refused as a whole. */
const LENIENT = { "segbook.yml": "maximumRejected: 1\n" };

const rejectsOf = (text: string, more: Record<string, string> = {}) =>
  withTables({ "o.csv": text, ...LENIENT, ...more }, async ({ tables }) => tables.rejects);
const place = ({ row, column, value, reason }: Reject) => ({ row, column, value, reason });

describe("a cell that can't be read sets its row aside", () => {
  test.each([
    ["an amount with a letter", "o9,c1,2025-01-10,1,12a,completed", "amount", "12a", "unreadable-number"],
    ["no amount", "o9,c1,2025-01-10,1,,completed", "amount", "", "missing-value"],
    ["a day that doesn't exist", "o9,c1,2025-02-30,1,5,completed", "date", "2025-02-30", "unreadable-date"],
    ["no day", "o9,c1,,1,5,completed", "date", "", "missing-value"],
    ["a day far ahead", "o9,c1,2205-01-01,1,5,completed", "date", "2205-01-01", "implausible-date"],
    ["a quantity that is none", "o9,c1,2025-01-10,nan,5,completed", "quantity", "nan", "unreadable-number"],
    ["an unknown word", "o9,c1,2025-01-10,1,5,frozen", "status", "frozen", "unknown-value"],
    ["a cell too few", "o9,c1,2025-01-10,1,5", "", "o9,c1,2025-01-10,1,5", "ragged-row"],
    ["a cell too many", "o9,c1,2025-01-10,1,5,completed,x", "", "o9,c1,2025-01-10,1,5,completed,x", "ragged-row"]
  ])("%s, named with row, column and value", async (_, row, column, value, reason) => {
    expect((await rejectsOf(csv(H, good(1), good(2), row, good(3), ...MANY))).map(place)).toEqual([
      { row: 4, column, value, reason }
    ]);
  });

  test("several bad cells of a row are all named, and the row counts once", async () => {
    await withTables(
      { "o.csv": csv(H, good(1), "o2,c2,soon,x,12a,frozen", good(3), ...MANY), ...LENIENT },
      async ({ tables }) => {
        expect(tables.rejects.map((r) => r.column)).toEqual(["date", "quantity", "amount", "status"]);
        expect(tables.files[0]).toMatchObject({ rowsRead: 103, rowsRejected: 1 });
      }
    );
  });

  test("the column is named as its heading is written", async () => {
    const text = csv(
      "Mã đơn,Khách hàng,Ngày bán,Thành tiền,Trạng thái",
      "o1,c1,2025-01-10,5,đã giao",
      "o2,c2,2025-01-11,5,lạ lắm",
      "o3,c3,2025-01-12,5,đã hủy",
      ...MANY.map((_, i) => `o${i + 4},c${i + 4},2025-01-13,5,đã giao`)
    );
    const [reject] = await rejectsOf(text);
    expect(reject).toMatchObject({ row: 3, column: "Trạng thái", value: "lạ lắm" });
    expect(describeIssue(rejectIssue(reject as Reject), "en")).toContain("one of: completed, cancelled, returned");
  });
});

describe("what isn't wrong stays", () => {
  test.each([
    ["amounts below nought and of nought", "o1,c1,2025-01-10,-1,-5,returned", { amount: -5 }],
    ["an amount with separators and a sign", 'o1,c1,2025-01-10,1,"₫1,250,000",completed', { amount: 1250000 }],
    ["words in any spelling", "o1,c1,2025-01-10,1,5,Hoàn Thành", { status: "completed" }],
    ["no status, no quantity", "o1,c1,2025-01-10,,5,", { status: null, quantity: null }],
    ["an order of nobody", "o1,,2025-01-10,1,5,completed", { customer_id: null }],
    [
      "blanks around cells",
      " o1 , c1 , 2025-01-10 , 1 , 5 , completed ",
      { order_id: "o1", customer_id: "c1", ordered_at: "2025-01-10", amount: 5, status: "completed" }
    ]
  ])("%s", async (_, row, expected) => {
    await withTables({ "o.csv": csv(H, row, good(2)) }, async ({ engine, tables }) => {
      expect(tables.rejects).toEqual([]);
      const [found] = await engine.rows("SELECT * FROM orders_read WHERE order_id = 'o1'");
      expect(found).toMatchObject(expected);
    });
  });
});

describe("row numbers are those of a spreadsheet", () => {
  test("after ragged rows", async () => {
    const rows = await rejectsOf(
      csv(H, "short", good(1), "o2,c2,bad,1,5,", "short again", good(3), "o4,c4,2025-01-10,1,12a,")
    );
    expect(rows.map(place).map(({ row, reason }) => [row, reason])).toEqual([
      [2, "ragged-row"],
      [4, "unreadable-date"],
      [5, "ragged-row"],
      [7, "unreadable-number"]
    ]);
  });

  test("where a cell above holds line ends", async () => {
    const rows = await rejectsOf(csv(H, '"o\n\n1",c1,2025-01-10,1,5,', good(2), "o3,c3,2025-01-10,1,12a,"));
    expect(rows.map((r) => r.row)).toEqual([4]);
  });

  test.each([
    ["CRLF", "\r\n"],
    ["CR", "\r"]
  ])("with %s at the end of lines", async (_, end) => {
    const rows = await rejectsOf(csv(H, good(1), "o2,c2,2025-01-10,1,12a,", good(3)).replaceAll("\n", end));
    expect(rows.map((r) => r.row)).toEqual([3]);
  });
});

describe("the wording of a reject is whole", () => {
  const files = {
    "e.csv": csv(
      "customer,date,type,value",
      "c1,2025-01-10,rating,5",
      "c1,2025-01-11,dance,",
      "c1,2025-01-12,rating,9",
      ...MANY.map((_, i) => `c${i + 2},2025-01-12,rating,4`)
    ),
    "o.csv": csv(H, good(1), "o9,c9,2205-01-01,1,5,", "o8,c8"),
    ...LENIENT
  };
  test.each([
    ["e.csv", 3, "one of: reach, visit, view"],
    ["e.csv", 4, "one of: 1–5"],
    ["o.csv", 3, "a date within 2025-01-10 – 2025-01-12 like the other rows"],
    ["o.csv", 4, "exactly 6 cells like the heading row"]
  ])("%s, row %i", async (file, row, words) => {
    const rejects = await withTables(files, async ({ tables }) => tables.rejects);
    const reject = rejects.find((r) => r.file === file && r.row === row);
    expect(reject && describeIssue(rejectIssue(reject), "en")).toContain(words);
  });

  test("rows after an as-of date that was set say so", async () => {
    const rows = await rejectsOf(csv(H, good(1), "o2,c2,2025-03-01,1,5,"), {
      "segbook.yml": "asOf: 2025-02-01\nmaximumRejected: 1\n"
    });
    expect(rows).toMatchObject([{ row: 3, reason: "after-as-of" }]);
    expect(describeIssue(rejectIssue(rows[0] as Reject), "en")).toContain("not after the as-of date 2025-02-01");
  });
});
