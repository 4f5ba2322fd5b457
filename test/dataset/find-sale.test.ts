import { describe, expect, test } from "vitest";
import { readSheet } from "../../loaders/dataset/read-sheet.js";
import { DEFINITIONS } from "../support/definitions.js";
import { sheetOfLines } from "./sheets.js";

/** A file of six people who come three times each; `row` gives the cells behind the id. */
function visits(headings: string, row: (i: number) => string) {
  return sheetOfLines(headings, ...Array.from({ length: 18 }, (_, i) => `P${i % 6},${row(i)}`));
}

const day = (i: number) => `2026-03-${String(i + 1).padStart(2, "0")}`;

describe("people who come again, with a day and figures", () => {
  test("are sales, where one column can be the day and one the money", () => {
    const { table, columns, sources, issues } = readSheet(
      visits("customer_id,when_x,sum_x", (i) => `${day(i)},${i * 35 + 40}`),
      DEFINITIONS
    );
    expect(table).toBe("orders");
    expect(columns).toEqual({ customer_id: "customer_id", ordered_at: "when_x", amount: "sum_x" });
    expect(sources).toMatchObject({ ordered_at: "values", amount: "values" });
    expect(issues).toEqual([]);
  });

  test("are sales though their town stands there, too", () => {
    const { table, columns } = readSheet(
      visits("customer_id,city,when_x,sum_x", (i) => `Hue,${day(i)},${i * 35 + 40}`),
      DEFINITIONS
    );
    expect(table).toBe("orders");
    expect(columns).toMatchObject({ ordered_at: "when_x", amount: "sum_x" });
  });

  test("are asked for, where two columns can be the money", () => {
    const { table, issues } = readSheet(
      visits("customer_id,when_x,sum_x,sum_y", (i) => `${day(i)},${i * 35 + 40},${i * 30 + 90}`),
      DEFINITIONS
    );
    expect(table).toBe("orders");
    expect(issues).toMatchObject([{ code: "missing-column", column: "amount", detail: { headings: "sum_x, sum_y" } }]);
  });
});

test("a file of which only an id is understood is not read in silence", () => {
  const sheet = sheetOfLines("customer_id,x1,x2", ...Array.from({ length: 8 }, (_, i) => `P${i},a${i},b`));
  expect(readSheet(sheet, DEFINITIONS).issues).toMatchObject([{ code: "unknown-table" }]);
});

describe("`state`", () => {
  const orders = (heading: string, ...words: string[]) =>
    readSheet(
      sheetOfLines(
        `order_id,customer_id,order_date,${heading},amount`,
        ...Array.from({ length: 12 }, (_, i) => `A${i},P${i % 3},${day(i)},${words[i % words.length]},20`)
      ),
      DEFINITIONS
    );

  test("is no status where no cell is the word of one", () => {
    const { columns, issues, unknownStatuses } = orders("state", "Nebraska", "Ohio", "Iowa");
    expect(columns.status).toBeUndefined();
    expect([issues, unknownStatuses]).toEqual([[], {}]);
  });

  test("is one where cells are", () => {
    expect(orders("state", "completed", "cancelled").columns.status).toBe("state");
  });

  test("is not a name for `status`, whose strange words are asked for", () => {
    expect(orders("status", "alpha", "beta").unknownStatuses).toEqual({ status: ["alpha", "beta"] });
  });
});
