import { describe, expect, test } from "vitest";
import { daysBefore, monthEnd, monthEnds, monthIndex, monthsBefore } from "../../loaders/features/calendar.js";

describe("the end of a month", () => {
  test.each([
    ["2025-01-15", 0, "2025-01-31"],
    ["2024-02-01", 0, "2024-02-29"],
    ["2025-02-28", 0, "2025-02-28"],
    ["2025-12-31", 1, "2026-01-31"],
    ["2025-01-31", -1, "2024-12-31"],
    ["2025-03-31", -13, "2024-02-29"]
  ])("of %s, %i months on, is %s", (day, offset, expected) => {
    expect(monthEnd(day, offset)).toBe(expected);
  });
});

describe("months before", () => {
  test.each([
    ["2025-12-31", 12, "2024-12-31"],
    ["2025-06-30", 3, "2025-03-31"],
    ["2024-02-29", 12, "2023-02-28"],
    ["2025-02-28", 12, "2024-02-29"],
    ["2025-03-30", 1, "2025-02-28"],
    ["2025-07-15", 6, "2025-01-15"],
    ["2025-01-15", 1, "2024-12-15"]
  ])("%s, %i of them, is %s", (day, count, expected) => {
    expect(monthsBefore(day, count)).toBe(expected);
  });
});

test("days before, across months and leap days, and after", () => {
  expect([daysBefore("2024-03-01", 1), daysBefore("2025-03-01", 1), daysBefore("2025-01-01", -31)]).toEqual([
    "2024-02-29",
    "2025-02-28",
    "2025-02-01"
  ]);
});

test("consecutive months differ by one, also over the year", () => {
  expect(monthIndex("2025-01-01") - monthIndex("2024-12-31")).toBe(1);
  expect(monthIndex("2025-12-31") - monthIndex("2024-12-01")).toBe(12);
});

describe("month ends before the as-of date", () => {
  test.each<[string, string, number, string[]]>([
    ["2025-01-20", "2025-04-10", 24, ["2025-01-31", "2025-02-28", "2025-03-31"]],
    ["2025-01-20", "2025-03-31", 24, ["2025-01-31", "2025-02-28"]],
    ["2020-01-01", "2025-04-10", 2, ["2025-02-28", "2025-03-31"]],
    ["2025-04-01", "2025-04-10", 24, []]
  ])("from %s to %s, at most %i", (from, asOf, count, expected) => {
    expect(monthEnds(from, asOf, count)).toEqual(expected);
  });
});
