import { describe, expect, test } from "vitest";
import type { SourceFile } from "../../loaders/dataset/source.js";
import { findDates, plausibleSpan } from "../../loaders/tables/dates.js";
import { loadSheet } from "../../loaders/tables/load.js";
import { csv, issuesOf, withTables } from "../support/stages.js";

const file = (...days: string[]) =>
  csv("order_id,customer_id,date,amount", ...days.map((day, i) => `o${i},c${i},${day},5`));
const daysOf = (text: string, yaml = "") =>
  withTables({ "o.csv": text, "segbook.yml": yaml }, async ({ engine }) =>
    (await engine.rows("SELECT ordered_at FROM orders_read ORDER BY order_id")).map((r) => r.ordered_at)
  );

describe("how a file writes its days is found from all its rows", () => {
  test.each([
    ["year first", ["2025-01-31", "2025-02-01"]],
    ["day first", ["31/01/2025", "01/02/2025"]],
    ["day first with hyphens", ["31-01-2025", "01-02-2025"]],
    ["day first with points and a time", ["31.01.2025 08:15", "01.02.2025 23:59:59"]],
    ["day first with two digits of the year", ["31/1/25", "1/2/25"]],
    ["month first", ["01/31/2025", "02/01/2025"]],
    ["month first with a time of twelve hours", ["1/31/2025 2:30 PM", "2/1/2025 9:00 AM"]],
    ["in one run of digits", ["20250131", "20250201"]]
  ])("%s", async (_, days) => {
    expect(await daysOf(file(...days))).toEqual(["2025-01-31", "2025-02-01"]);
  });

  test("one row beyond the twelfth settles thousands that could be read both ways", async () => {
    const days = await daysOf(file(...Array.from({ length: 999 }, () => "01/02/2025"), "13/02/2025"));
    expect(new Set(days)).toEqual(new Set(["2025-02-01", "2025-02-13"]));
  });

  test("rows that are ragged don't stand in the way", async () => {
    expect(await daysOf(`${file("31/01/2025", "01/02/2025", "02/02/2025", "03/02/2025")}short\n`)).toEqual([
      "2025-01-31",
      "2025-02-01",
      "2025-02-02",
      "2025-02-03"
    ]);
  });

  test("days that can be read both ways throughout are asked about, with both readings", async () => {
    const issues = await issuesOf(daysOf(file("01/02/2025", "03/04/2025")));
    expect(issues).toMatchObject([
      {
        code: "ambiguous-dates",
        file: "o.csv",
        column: "date",
        detail: { readings: "dmy (2025-02-01) / mdy (2025-01-02)" }
      }
    ]);
  });

  test.each([
    ["dmy", ["2025-02-01", "2025-04-03"]],
    ["mdy", ["2025-01-02", "2025-03-04"]]
  ])("and read as settings say: %s", async (dates, expected) => {
    expect(await daysOf(file("01/02/2025", "03/04/2025"), `files:\n  o.csv: {dates: ${dates}}\n`)).toEqual(expected);
  });
});

test("days of which one in five can't be read are asked about, not passed over", async () => {
  const days = Array.from({ length: 30 }, (_, i) => (i % 3 > 0 ? `2025-01-${10 + (i % 15)}` : `tuần ${i}`));
  const files = { "o.csv": file(...days), "segbook.yml": "maximumRejected: 1\nfiles: {o.csv: {dates: iso}}\n" };
  await withTables(files, async ({ engine, dataset }) => {
    const source = dataset.files[0] as SourceFile;
    const { from } = await loadSheet(engine, source.sheet);
    expect(await findDates(engine, source, from, "Asia/Ho_Chi_Minh")).toMatchObject({
      code: "unreadable-dates",
      file: "o.csv",
      column: "date",
      detail: { read: "20", filled: "30" }
    });
  });
});

describe("a moment with an offset falls on the firm's own day", () => {
  // 18:30 UTC is 01:30 of the next day in Vietnam, 03:30 in Tokyo, and 13:30 of the same day in New York.
  test.each([
    ["", "2025-02-01"],
    ["zone: Asia/Tokyo\n", "2025-02-01"],
    ["zone: America/New_York\n", "2025-01-31"]
  ])("under %j", async (yaml, day) => {
    expect(
      await daysOf(file("2025-01-31T18:30:00Z", "2025-01-31 13:30:00 -0500", "2025-02-01T01:30+07:00"), yaml)
    ).toEqual([day, day, day]);
  });

  test("and one without stays on its day in any zone", async () => {
    expect(await daysOf(file("2025-01-31 23:59:59", "2025-02-01 00:00:00"), "zone: America/New_York\n")).toEqual([
      "2025-01-31",
      "2025-02-01"
    ]);
  });
});

describe("the plausible span", () => {
  const many = (from: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      day: new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10),
      rows: 10
    }));

  test("is from the first to the last day", () => {
    expect(plausibleSpan(many("2025-01-01", 31))).toEqual({ from: "2025-01-01", to: "2025-01-31" });
  });

  test("leaves out a day more than a year ahead and one more than five years before", () => {
    const days = [...many("2025-01-01", 31), { day: "2205-01-05", rows: 1 }, { day: "1970-01-01", rows: 1 }];
    expect(plausibleSpan(days)).toEqual({ from: "2025-01-01", to: "2025-01-31" });
  });

  test("keeps a pause of a year, and of five years before", () => {
    const days = [{ day: "2020-06-01", rows: 1 }, ...many("2025-01-01", 31), { day: "2026-01-31", rows: 1 }];
    expect(plausibleSpan(days)).toEqual({ from: "2020-06-01", to: "2026-01-31" });
  });

  test("leaves out two or three equal days far ahead, where others are ten times as many", () => {
    expect(plausibleSpan([...many("2025-01-01", 3), { day: "2205-01-05", rows: 3 }])).toMatchObject({
      to: "2025-01-03"
    });
    expect(
      plausibleSpan([
        { day: "2025-01-01", rows: 5 },
        { day: "2030-01-05", rows: 2 }
      ])
    ).toMatchObject({
      to: "2030-01-05"
    });
  });

  test("keeps what is too much to be a slip", () => {
    const days = [...many("2025-01-01", 31), { day: "2030-01-01", rows: 50 }];
    expect(plausibleSpan(days)).toEqual({ from: "2025-01-01", to: "2030-01-01" });
  });

  test.each([
    ["one day", [{ day: "2025-01-01", rows: 1 }], { from: "2025-01-01", to: "2025-01-01" }],
    ["nothing", [], { from: "", to: "" }]
  ])("of %s", (_, days, span) => {
    expect(plausibleSpan(days)).toEqual(span);
  });

  test("doesn't depend on the order of the days, nor on the clock", () => {
    const days = [...many("1999-01-01", 31), { day: "2025-01-05", rows: 1 }];
    expect(plausibleSpan([...days].reverse())).toEqual(plausibleSpan(days));
    expect(plausibleSpan(days).to).toBe("1999-01-31");
  });
});

test("the as-of date is the last day of the data, or the day that was set", async () => {
  const asOf = (yaml: string) =>
    withTables({ "o.csv": file("2025-01-01", "2025-01-31"), "segbook.yml": yaml }, async ({ tables }) => [
      tables.from,
      tables.asOf
    ]);
  expect(await asOf("")).toEqual(["2025-01-01", "2025-01-31"]);
  expect(await asOf("asOf: 2025-06-30\n")).toEqual(["2025-01-01", "2025-06-30"]);
});
