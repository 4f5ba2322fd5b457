import { describe, expect, test } from "vitest";
import { readSheet } from "../../loaders/dataset/read-sheet.js";
import { customise } from "../../loaders/definitions/read.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { describeIssue } from "../../loaders/issues/issue.js";
import { sheetOf } from "../dataset/sheets.js";
import { DEFINITIONS, definitionsOf } from "../support/definitions.js";
import { csv, withTables } from "../support/stages.js";

const own = (files: Record<string, string>) => definitionsOf(holdFiles("shop", files));
const columnsOf = async (yaml: string, headings: string[]) => {
  const definitions = await own({ "columns/orders.yaml": yaml });
  return readSheet(sheetOf("o.csv", headings, []), definitions).columns;
};

describe("a firm's own columns beside its data", () => {
  test("add headings, however they are spelled in the file", async () => {
    const yaml = "columns:\n  amount:\n    headings: [Tiền thu về]\n";
    const headings = ["Mã khách", "Ngày", "TIEN THU VE"];
    expect(await columnsOf(yaml, headings)).toEqual({
      customer_id: "Mã khách",
      ordered_at: "Ngày",
      amount: "TIEN THU VE"
    });
  });

  test("win over a better known heading of the same column, and take a heading from the column that had it", async () => {
    const yaml = "columns:\n  amount: {headings: [Tiền thu về]}\n  channel: {headings: [Chi nhánh]}\n";
    const headings = ["Mã khách", "Ngày", "Thành tiền", "Tiền thu về", "Chi nhánh"];
    expect(await columnsOf(yaml, headings)).toMatchObject({ amount: "Tiền thu về", channel: "Chi nhánh" });
    expect(await columnsOf(yaml, headings)).not.toHaveProperty("branch");
  });

  test("leave every other column as it is", async () => {
    const { tables } = await own({ "columns/orders.yaml": "columns: {amount: {headings: [Tiền thu về]}}\n" });
    const others = (all: typeof tables) => all.orders.columns.filter(({ id }) => id !== "amount");
    expect(others(tables)).toEqual(others(DEFINITIONS.tables));
    expect(tables.customers).toBe(DEFINITIONS.tables.customers);
  });

  test("add words, and take a word from the meaning that had it", async () => {
    const rows = ["c1,2026-01-01,5,Khách lấy rồi", "c2,2026-01-02,7,Đặt hàng", "c3,2026-01-03,9,Hủy"];
    const yaml = "columns:\n  status:\n    words:\n      completed: [khách lấy rồi, đặt hàng]\n";
    const files = { "o.csv": csv("customer_id,date,amount,status", ...rows), "columns/orders.yaml": yaml };
    const statuses = await withTables(files, ({ engine }) =>
      engine.rows("SELECT customer_id, status FROM orders_read ORDER BY customer_id")
    );
    expect(statuses.map(({ status }) => status)).toEqual(["completed", "completed", "cancelled"]);
  });

  test("say which statuses are paid on delivery", async () => {
    const rows = ["c1,2026-01-01,5,Thu hộ,shipped", "c2,2026-01-02,7,Thu hộ,", "c3,2026-01-03,9,paid,"];
    const files = {
      "o.csv": csv("customer_id,date,amount,status,sent", ...rows),
      "columns/orders.yaml": "columns: {status: {unpaid: [Thu hộ]}}\n"
    };
    const statuses = await withTables(files, ({ engine }) =>
      engine.rows("SELECT customer_id, status FROM orders_read ORDER BY customer_id")
    );
    expect(statuses.map(({ status }) => status)).toEqual(["completed", "cancelled", "completed"]);
  });
});

describe("a mistake in them is told with file, line and the nearest that would do", () => {
  test.each([
    ["orders", "columns:\n  amout: {headings: [x]}\n", 2, "columns → amout", "“amount”?"],
    ["orders", "columns:\n  amount:\n    heading: [x]\n", 3, "columns → amount → heading", "“headings”? One of: "],
    ["orders", "colums: {}\n", 1, "colums", "“columns”? One of: columns"],
    [
      "orders",
      "columns:\n  status:\n    words:\n      canceled: [x]\n",
      4,
      "columns → status → words → canceled",
      "“cancelled”? "
    ],
    ["orders", "columns:\n  amount:\n    words: {paid: [x]}\n", 3, "columns → amount → words → paid", "one of: "],
    ["customers", "columns:\n  name: {unpaid: [x]}\n", 2, "columns → name → unpaid", "one of: headings"],
    ["order", "columns: {}\n", undefined, undefined, "“orders.yaml”? One of: "]
  ])("%s: %j", async (table, yaml, row, column, expected) => {
    const file = `columns/${table}.yaml`;
    const { issues } = await customise(DEFINITIONS, holdFiles("shop", { [file]: yaml }), {});
    expect(issues.map(({ file, row, column }) => ({ file, row, column }))).toEqual([{ file, row, column }]);
    expect(issues[0] && describeIssue(issues[0], "en")).toContain(`expected: ${expected}`);
  });
});
