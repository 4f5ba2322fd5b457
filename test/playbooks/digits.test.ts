import { describe, expect, test } from "vitest";
import { commonRange, digitRange, highestDigit, lowestDigit } from "../../loaders/playbooks/digits.js";

/** Codes of an RFM rule, as a scheme lists them. */
const CODES = [331, 321, 312, 221, 213, 231, 241, 251];

describe("the digits of codes", () => {
  test.each([
    [1, "2–3", "2", "3"],
    [2, "1–5", "1", "5"],
    [3, "1–3", "1", "3"]
  ])("at place %i run from the lowest to the highest", (place, range, low, high) => {
    expect(digitRange(CODES, place)).toBe(range);
    expect(lowestDigit(CODES, place)).toBe(low);
    expect(highestDigit(CODES, place)).toBe(high);
  });

  test("of one value are one digit, and of no code nothing", () => {
    expect(digitRange([111, 121], 1)).toBe("1");
    expect(digitRange([], 1) + lowestDigit([], 1) + highestDigit([], 1) + commonRange([], 1)).toBe("");
  });

  // Third digits: six times 1, twice 3. Second digits: 3, 2, 1, 2, 1, 3, 4, 5.
  test("that three quarters share are the shortest range, of several the highest", () => {
    expect(commonRange(CODES, 3)).toBe("1");
    expect(commonRange(CODES, 2)).toBe("1–3");
    expect(commonRange([14, 14, 15, 15, 13, 13, 14, 14], 2)).toBe("4–5");
  });
});
