import { table } from "arquero";
import { expect, test } from "vitest";
import { renderArrow } from "../../loaders/publish/arrow.js";
import { rowsOf } from "../../src/charts/arrow.js";

test("rows come out of a published table as they went in", () => {
  const columns = {
    group: ["trung thành", "Đà Nẵng", null],
    customers: [5, null, 2_147_483_647],
    revenue: [1.5, 9_007_199_254_740_991, null],
    revenue_share: [0.25, null, 1],
    withheld: [true, false, false],
    nothing: [null, null, null]
  };
  const bytes = renderArrow(table(columns));
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const names = Object.keys(columns) as (keyof typeof columns)[];
  expect(rowsOf(buffer)).toEqual(
    [0, 1, 2].map((i) => Object.fromEntries(names.map((name) => [name, columns[name][i]])))
  );
});

test("no rows come out of a table without any", () => {
  const bytes = renderArrow(table({ group: [] as string[], customers: [] as number[] }));
  expect(rowsOf(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)).toEqual([]);
});
