import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findWord, spellingsOf } from "../../loaders/dataset/words.js";
import { findColumn } from "../../loaders/definitions/columns.js";
import { literal } from "../../loaders/engine/dialect.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { parseWord } from "../../loaders/tables/words.js";
import { DEFINITIONS } from "../support/definitions.js";
import { withTables } from "../support/stages.js";

const column = (id: string) => findColumn(DEFINITIONS.tables, `orders.${id}`);
const word = (id: string, cell: string, given = {}) => findWord(spellingsOf(column(id), given), cell);

test.each([
  ["status", "Đã giao hàng lúc 10:20 12/03/2026", "completed"],
  ["status", "đã giao (GHN)", "completed"],
  ["status", "Giao hàng không thành công", "cancelled"],
  ["status", "Da huy boi nguoi ban", "cancelled"],
  ["status", "Cancelled by customer", "cancelled"],
  ["status", "wc-on-hold", "cancelled"],
  ["status", "Chuyển hoàn", "returned"],
  ["status", "Đã hoàn", "returned"],
  ["status", "Hoàn tất", "completed"],
  ["status", "Returned to seller - parcel 7", "returned"],
  ["status", "Đã giao hàng, khách trả lại hàng", undefined],
  ["status", "Delivered, then refunded", undefined],
  ["status", "Đã hoàn tiền một phần", "completed"],
  ["status", "Texas", undefined],
  ["payment", "Đã thanh toán một phần", "completed"],
  ["payment", "COD", "cancelled"],
  ["sent", "RTO In Transit", "returned"],
  ["sent", "Chờ lấy hàng", "no"],
  ["sent", "Đang giao hàng - lần 2", "yes"],
  ["sent", "Giao thất bại (khách hẹn)", "cancelled"]
])("%s “%s” is %s", (id, cell, means) => expect(word(id, cell)).toBe(means));

test("a rule is the beginning of a cell, whatever follows it", () => {
  const given = { "khách đã lấy *": "completed" };
  expect(word("status", "Khách đã lấy, chưa trả lại vỏ", given)).toBe("completed");
  expect(word("status", "Khách đã lấyy", given)).toBeUndefined();
});

test("SQL finds the word that TypeScript finds", async () => {
  const engine = await openDuckdb();
  const parts = fc.constantFrom(
    "Đã giao hàng",
    "Đã",
    "hủy",
    "lúc 10:20",
    "Hoàn",
    "tất",
    "Trả hàng",
    "(GHN)",
    "paid",
    "-"
  );
  const cells = fc.array(fc.array(parts, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 20 });
  const given = { "Đã trả hàng xong *": "returned", Paid: "cancelled" };
  const spellings = spellingsOf(column("status"), given);
  await fc.assert(
    fc.asyncProperty(cells, async (rows) => {
      const texts = rows.map((row) => row.join(" "));
      const read = parseWord(engine.dialect, column("status"), "cell", given);
      const values = texts.map((text, i) => `(${i}, ${literal(text)})`).join(", ");
      const found = await engine.rows(`SELECT ${read} AS word FROM (VALUES ${values}) AS t(i, cell) ORDER BY i`);
      expect(found.map((row) => row.word)).toEqual(texts.map((text) => findWord(spellings, text) ?? null));
    }),
    { numRuns: 30 }
  );
  await engine.close();
});

describe("of several columns the worst counts", () => {
  const head = "order_id,date,customer_id,total,order status,payment status,delivery status";
  test.each([
    ["Confirmed", "Paid", "Delivered", 100],
    ["Confirmed", "Paid", "Returned", 0],
    ["Confirmed", "Paid", "Delivery failed", 0],
    ["Cancelled", "Paid", "Delivered", 0],
    ["Confirmed", "Refunded", "Delivered", 0],
    ["Confirmed", "Unpaid", "In transit", 100],
    ["Confirmed", "Unpaid", "Not shipped", 0],
    ["Delivered", "Unpaid", "", 100],
    ["Pending", "Paid", "", 100],
    ["Pending", "", "", 0],
    ["", "", "", 100],
    ["", "", "Chuyển hoàn", 0]
  ])("%s, %s, %s: %d", async (status, payment, sent, money) => {
    const rows = [
      ["o1", "2026-03-01", "a", "100", status, payment, sent],
      ["o2", "2026-03-02", "b", "50", "Completed", "Paid", "Delivered"]
    ];
    const file = [head, ...rows.map((row) => row.join(","))].join("\n");
    await withTables({ "orders.csv": file }, async ({ engine }) => {
      const [row] = await engine.rows(
        "SELECT sum(CASE WHEN COALESCE(status, 'completed') = 'completed' THEN amount ELSE 0 END) AS money FROM orders_read"
      );
      expect(Number(row?.money) - 50).toBe(money);
    });
  });
});
