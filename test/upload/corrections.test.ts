import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { InspectedSheet } from "../../loaders/browser/protocol.js";
import {
  type Corrections,
  correctHeading,
  correctReading,
  correctTable,
  renderCorrections
} from "../../src/upload/corrections.js";

function sheet(columns: Record<string, string | null>): InspectedSheet {
  const none = { tableLabel: null, grainId: null, datesText: null, numbersText: null, zone: null };
  return {
    ...none,
    name: "shop.xlsx › Tháng 6",
    file: "shop.xlsx",
    kind: "xlsx",
    form: { vi: "Excel", en: "Excel" },
    why: { vi: "", en: "" },
    preset: null,
    table: "orders",
    grain: null,
    money: null,
    headings: Object.entries(columns).map(([heading, column]) => ({
      heading,
      column,
      examples: [],
      label: null,
      source: null
    })),
    left: [],
    dates: null,
    numbers: null,
    constants: [],
    notes: [],
    problems: [],
    questions: []
  };
}

describe("a heading", () => {
  const seen = sheet({ Ngày: "ordered_at", Tổng: "amount", "Thực thu": null });

  test.each([
    ["takes a column from the heading that had it", "Thực thu", "amount", { amount: "Thực thu" }],
    ["leaves the column it had for another", "Tổng", "discount", { amount: null, discount: "Tổng" }],
    ["is used no more", "Tổng", null, { amount: null }],
    ["that was not used and is not to be changes nothing", "Thực thu", null, {}]
  ])("%s", (_, heading, column, columns) => {
    expect(correctHeading({}, seen, heading, column)).toEqual({ [seen.name]: { columns } });
  });

  test("keeps what was said of the others", () => {
    const first = correctHeading({}, seen, "Tổng", "discount");
    const second = correctHeading(first, sheet({ Tổng: "discount", "Thực thu": null }), "Thực thu", "amount");
    expect(second[seen.name]?.columns).toEqual({ amount: "Thực thu", discount: "Tổng" });
  });
});

test("another table drops what was said of the old one's columns and keeps how days are read", () => {
  const before: Corrections = { "a.csv": { columns: { amount: "x" }, dates: "dmy" } };
  expect(correctTable(before, "a.csv", "customers")).toEqual({ "a.csv": { table: "customers", dates: "dmy" } });
});

test("nothing corrected is no mapping", () => {
  expect(renderCorrections({})).toBeUndefined();
});

test.each(['a"b: {c}.csv', "__proto__", "năm\n# x.csv", "- ?", "’ › ”"])(
  "a mapping holds the name %j as it is",
  (name) => {
    const corrections = correctReading({}, name, "dates", "dmy");
    const mapping = renderCorrections(corrections);
    expect(Object.entries(parse(mapping ?? "").files)).toEqual([[name, { dates: "dmy" }]]);
  }
);
