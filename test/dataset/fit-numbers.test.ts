import { expect, test } from "vitest";
import { fitNumbers } from "../../loaders/dataset/fit-numbers.js";

const BOTH = ["dot", "comma"] as const;

test("the one reading by which quantity × price is the amount", () => {
  const cells = [
    ["3", "50000", "150.000"],
    ["2", "45000", "90.000"]
  ] as const;
  expect(fitNumbers({ cells, styles: [["dot"], ["dot"], BOTH] })).toEqual(["dot", "dot", "comma"]);
});

test("is none where price and amount are as open as each other", () => {
  const cells = [
    ["3", "50.000", "150.000"],
    ["2", "45.000", "90.000"]
  ] as const;
  expect(fitNumbers({ cells, styles: [["dot"], BOTH, BOTH] })).toBeUndefined();
});

test("and none where the products don't come out", () => {
  const cells = [
    ["3", "50000", "140.000"],
    ["2", "45000", "80.000"]
  ] as const;
  expect(fitNumbers({ cells, styles: [["dot"], ["dot"], BOTH] })).toBeUndefined();
});
