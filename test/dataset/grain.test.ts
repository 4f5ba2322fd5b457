import { describe, expect, test } from "vitest";
import { findGrain } from "../../loaders/dataset/grain.js";

const COLUMNS: Record<string, string> = {
  order: "order_id",
  customer: "customer_id",
  date: "ordered_at",
  product: "product",
  qty: "quantity",
  price: "unit_price",
  total: "amount",
  money: "amount"
};

/** Grain of rows such as `o1 c1 5`; a dash is an empty cell. */
function grainOf(headings: string, ...rows: string[]) {
  const names = headings.split(" ");
  const columns = Object.fromEntries(names.flatMap((name) => (COLUMNS[name] ? [[COLUMNS[name], name]] : [])));
  const sample = rows.map((row) => row.split(" ").map((cell) => (cell === "-" ? "" : cell)));
  return findGrain(columns, names, sample);
}

describe("one row of orders is", () => {
  test("an order, where no id comes twice and no product is named", () => {
    expect(grainOf("order customer total", "o1 c1 5", "o2 c1 7").grain).toBe("order");
  });

  test("a line with its own money, where amounts of one order differ", () => {
    const found = grainOf("order product total", "o1 tea 5", "o1 cup 7", "o2 tea 5", "o3 tea 5", "o3 pot 9");
    expect(found).toMatchObject({ grain: "line", columns: { amount: "total" } });
  });

  test("a line with the order's total repeated: it moves to the order, so that it counts once", () => {
    const found = grainOf("order product qty total", "o1 tea 1 50", "o1 cup 2 50", "o2 tea 1 20");
    expect(found).toMatchObject({ grain: "repeated", columns: { order_amount: "total" } });
    expect(found.columns.amount).toBeUndefined();
  });

  test("a line of its own where everything costs the same", () => {
    const rows = ["o1", "o2", "o3", "o4"].flatMap((id) => [`${id} tea 50`, `${id} cup 50`]);
    expect(grainOf("order product money", ...rows).grain).toBe("line");
    const priced = ["o1", "o2", "o3"].flatMap((id, i) => [
      `${id} tea 1 ${i + 5} ${i + 5}`,
      `${id} cup 1 ${i + 5} ${i + 5}`
    ]);
    expect(grainOf("order product qty price total", ...priced).grain).toBe("line");
  });

  test("a line of an order whose cells stand on its first line only", () => {
    const found = grainOf("order date product total", "o1 2026-01-01 tea 50", "o1 - cup -", "o2 2026-01-02 tea 20");
    expect(found).toMatchObject({ grain: "first-line", columns: { order_amount: "total" } });
  });

  test("a line whose blank id belongs to the order above, with money of its own", () => {
    const found = grainOf("order date product total", "o1 2026-01-01 tea 50", "- - cup 30", "o2 2026-01-02 tea 20");
    expect(found).toMatchObject({ grain: "first-line", columns: { amount: "total" } });
  });

  test("a unit, where there is no quantity and one product comes several times in an order", () => {
    const found = grainOf("item order product total", "1 o1 tea 5", "2 o1 tea 5", "3 o1 cup 7");
    expect(found.grain).toBe("unit");
  });

  test("no unit where the rows are equal in all cells: those are copies", () => {
    expect(grainOf("order product total", "o1 tea 5", "o1 tea 5", "o1 cup 7").grain).toBe("line");
  });
});
