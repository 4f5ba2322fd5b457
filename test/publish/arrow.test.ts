import { tableFromIPC } from "apache-arrow";
import { table } from "arquero";
import { expect, it, test } from "vitest";
import { renderArrow } from "../../loaders/publish/arrow.js";

const columns = {
  group: ["trung thành", "Đà Nẵng", "trung thành", null],
  customers: [5, null, 2_147_483_647, 0],
  revenue: [1.5, 9_007_199_254_740_991, null, -3],
  revenue_share: [0.25, null, 1, 0],
  withheld: [true, false, false, true],
  large: [2 ** 31, 1, 2, 3],
  nothing: [null, null, null, null]
};

test("a table comes back from its Arrow bytes as it went in: texts, nulls, whole and broken numbers", () => {
  const back = tableFromIPC(renderArrow(table(columns)));
  expect(back.schema.fields.map((f) => f.name)).toEqual(Object.keys(columns));
  for (const [name, values] of Object.entries(columns))
    expect([name, [...(back.getChild(name) ?? [])]]).toEqual([name, values]);
});

it.each([
  ["group", "Dictionary<Int32, Utf8>"],
  ["customers", "Int32"],
  ["revenue", "Float64"],
  ["revenue_share", "Float32"],
  ["withheld", "Bool"],
  ["large", "Float64"]
])("column %s is written as %s", (name, type) => {
  const field = tableFromIPC(renderArrow(table(columns))).schema.fields.find((f) => f.name === name);
  expect(String(field?.type)).toBe(type);
});

test("the same table gives the same bytes, and a table without rows can be read", () => {
  expect(renderArrow(table(columns))).toEqual(renderArrow(table(columns)));
  expect(tableFromIPC(renderArrow(table({ a: [], b: [] }))).numRows).toBe(0);
});
