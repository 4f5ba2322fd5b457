import fc from "fast-check";
import { expect, test } from "vitest";
import { csv, withTables } from "../support/stages.js";

/** An order of some lines: its money, and price and quantity of each line, in whole cents. */
const order = fc.record({
  whole: fc.integer({ min: -500_000, max: 9_999_999_999 }),
  lines: fc.array(fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 4 })), {
    minLength: 1,
    maxLength: 7
  })
});

test("the lines of any order add up to its money, to the last digit", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(order, { minLength: 2, maxLength: 25 }),
      fc.constantFrom("repeated", "first-line"),
      async (orders, grain) => {
        const rows = orders.flatMap(({ whole, lines }, i) =>
          lines.map(([cents, quantity], j) => {
            const first = grain === "repeated" || j === 0;
            const head = first ? `o${i},c${i % 5},2025-01-${10 + (i % 19)}` : ",,";
            return `${head},p${j},${quantity},${(cents / 100).toFixed(2)},${first ? (whole / 100).toFixed(2) : ""}`;
          })
        );
        const layout = {
          table: "orders",
          grain,
          numbers: "dot",
          dates: "iso",
          columns: {
            order_id: "order_id",
            customer_id: "customer_id",
            ordered_at: "date",
            product: "product",
            quantity: "quantity",
            unit_price: "price",
            order_amount: "whole"
          }
        };
        const files = {
          "o.csv": csv("order_id,customer_id,date,product,quantity,price,whole", ...rows),
          "segbook.yml": `maximumRejected: 1\nfiles: ${JSON.stringify({ "o.csv": layout })}\n`
        };
        await withTables(files, async ({ engine, tables }) => {
          expect(tables.rejects).toEqual([]);
          expect(tables.files[0]).toMatchObject({ rowsRead: rows.length, rowsAccepted: rows.length });
          const sums = await engine.rows(
            "SELECT order_id, CAST(sum(amount) AS VARCHAR) AS whole FROM orders_read GROUP BY order_id"
          );
          const found = new Map(sums.map((r) => [r.order_id, r.whole]));
          for (const [i, { whole }] of orders.entries()) expect(found.get(`o${i}`)).toBe((whole / 100).toFixed(4));
        });
      }
    ),
    { numRuns: 20 }
  );
});
