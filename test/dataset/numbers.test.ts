import { describe, expect, test } from "vitest";
import { joinEvidence, judgeNumbers, parseNumber, weighNumbers } from "../../loaders/dataset/numbers.js";

const judge = (cells: readonly string[], whole = false) => judgeNumbers(weighNumbers(cells, whole), whole);

describe("which sign parts decimals in a column", () => {
  test.each([
    [["1250000", "300000"], undefined],
    [["1,250.50"], "dot"],
    [["1,250,000"], "dot"],
    [["0.125"], "dot"],
    [["-$45.00", "$1,240.00"], "dot"],
    [["(5.00)"], "dot"],
    [["12.50", "1,250"], "dot"],
    [["1.250.000", "300.000"], "comma"],
    [["1.250.000 ₫", "165.000 ₫"], "comma"],
    [["192.612.578₫"], "comma"],
    [["165.000 đ"], "comma"],
    [["1.500.000 đồng"], "comma"],
    [["VND 89.000"], "comma"],
    [["VND 89,000"], "dot"],
    [["12,5", "7,25"], "comma"],
    [["1,77%"], "comma"],
    [["1.250,50"], "comma"]
  ])("%j is %s", (cells, style) => {
    expect(judge(cells)).toEqual(style ? { style } : undefined);
  });

  test("both ways at once, where each cell can only be read in one, is read cell by cell", () => {
    expect(judge(["1,250.50", "1.250,50"])).toEqual({ style: "mixed" });
    expect(judge(["250.000₫", "$120.00"])).toEqual({ style: "mixed" });
  });

  test("fractions of any length leave a group of three that ends in no nought a fraction", () => {
    expect(judge(["12.3456", "999.125"])).toEqual({ style: "dot" });
    expect(judge(["12.5", "1.125"])).toEqual({ style: "dot" });
  });

  test("a nought at the end beside a small whole number is no fraction: nothing is filled up", () => {
    expect(judge(["1.250", "950"])).toEqual({ style: "comma" });
    expect(judge(["1,250", "950"])).toEqual({ style: "dot" });
  });
});

describe("it stays open", () => {
  test.each([
    [["165.000", "89.000"], ["165.000"]],
    [["165,000", "89,000"], ["165,000"]],
    [
      ["35,000", "35.000"],
      ["35.000", "35,000"]
    ],
    [
      ["12.50", "1.250"],
      ["12.50", "1.250"]
    ],
    [
      ["1,250,000", "2,100,000", "450.000"],
      ["1,250,000", "450.000"]
    ]
  ])("of %j, whatever the most are", (cells, open) => {
    expect(judge(cells)).toEqual({ open });
  });

  test("also with whole prices, where fractions of any length stand beside", () => {
    expect(judge(["1250.375", "450.000"], true)).toEqual({ open: ["1250.375", "450.000"] });
  });
});

describe("in a currency without a small coin a group of three digits is thousands", () => {
  test.each([
    [["35.000"], "comma"],
    [["35,000"], "dot"],
    [["35,000", "35.000"], "mixed"],
    [["1,250,000", "450.000"], "mixed"],
    [["1250000.5", "450.000"], "mixed"],
    [["1250000.00", "450,000"], "dot"]
  ])("%j is %s", (cells, style) => {
    expect(judge(cells, true)).toEqual({ style });
  });
});

test("the evidence of columns together keeps the first examples", () => {
  expect(joinEvidence([weighNumbers(["1.200"]), weighNumbers(["3.500", "12,5"])])).toMatchObject({
    dotGroup: "1.200",
    comma: "12,5"
  });
});

test.each([
  ["1.200", 1.2, 1200, 1200],
  ["1,250.5", 1250.5, undefined, 1250.5],
  ["1.250,50", undefined, 1250.5, 1250.5],
  ["450.1250", 450.125, undefined, 450.125],
  ["0.125", 0.125, 125, 0.125],
  ["1250.125", 1250.125, undefined, 1250.125],
  ["₫165.000", 165, 165000, 165000],
  ["n/a", undefined, undefined, undefined]
])("%s is %s by dot, %s by comma, %s by itself", (cell, dot, comma, mixed) => {
  expect([parseNumber(cell, "dot"), parseNumber(cell, "comma"), parseNumber(cell, "mixed")]).toEqual([
    dot,
    comma,
    mixed
  ]);
});

test("a cell of a megabyte is no number, and costs no time", () => {
  const started = performance.now();
  expect(judge(["1,".repeat(500_000)])).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(1000);
});
