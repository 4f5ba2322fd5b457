import { describe, expect, test } from "vitest";
import { bothNumbers, findNumbers, joinNumbers } from "../../loaders/dataset/numbers.js";

describe("which sign parts decimals in a column", () => {
  test.each([
    [["1250000", "300000"], undefined],
    [["12.5", "1.250"], "dot"],
    [["1,250.50"], "dot"],
    [["1,250,000"], "dot"],
    [["0.125"], "dot"],
    [["-$45.00", "$1,240.00"], "dot"],
    [["(5.00)"], "dot"],
    [["1.250.000", "300.000"], "comma"],
    [["1.250.000 ₫", "165.000 ₫"], "comma"],
    [["192.612.578₫"], "comma"],
    [["165.000 đ"], "comma"],
    [["1.500.000đ"], "comma"],
    [["1.500.000 đồng"], "comma"],
    [["VND 89.000"], "comma"],
    [["12,5", "7,25"], "comma"],
    [["1,77%"], "comma"],
    [["1.250,50"], "comma"]
  ])("%j is %s", (cells, style) => {
    expect(findNumbers(cells)).toEqual(style ? { style } : {});
  });

  test("where every cell can be read both ways it gives one to ask about, with both readings", () => {
    expect(findNumbers(["165.000", "89.000"])).toEqual({ either: "165.000" });
    expect(bothNumbers("1.200")).toEqual({ dot: "1.2", comma: "1200" });
  });
});

describe("a file's style", () => {
  test("is that of the first column that decides", () => {
    expect(joinNumbers([{}, { either: "1.200" }, { style: "comma" }, { style: "dot" }])).toEqual({ style: "comma" });
  });

  test("stays open where no column decides", () => {
    expect(joinNumbers([{}, { either: "1.200" }])).toEqual({ either: "1.200" });
    expect(joinNumbers([{}, {}])).toEqual({});
  });
});
