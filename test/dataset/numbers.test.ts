import { describe, expect, test } from "vitest";
import { findNumbers } from "../../loaders/dataset/numbers.js";

const columns = { amount: "Thành tiền" };
const find = (...cells: string[]) =>
  findNumbers(
    "don-hang.csv",
    "orders",
    columns,
    ["Thành tiền"],
    cells.map((cell) => [cell])
  );

describe("which sign parts decimals", () => {
  test.each([
    [["1250000", "300000"], "dot"],
    [["12.5", "1.250"], "dot"],
    [["1,250.50"], "dot"],
    [["1.250.000", "300.000"], "comma"],
    [["1.250.000 ₫", "165.000 ₫"], "comma"],
    [["12,5", "7,25"], "comma"]
  ])("%j is %s", (cells, expected) => {
    expect(find(...cells)).toBe(expected);
  });

  test("where every cell can be read both ways it asks, with both readings", () => {
    expect(find("165.000", "89.000")).toMatchObject({
      code: "ambiguous-numbers",
      got: "165.000",
      detail: { dot: "165", comma: "165000" }
    });
  });
});
