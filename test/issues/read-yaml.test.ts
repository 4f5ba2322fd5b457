import { describe, expect, test } from "vitest";
import { z } from "zod";
import { expecting } from "../../loaders/issues/expected.js";
import { describeIssue, IssuesError } from "../../loaders/issues/issue.js";
import { readYaml } from "../../loaders/issues/read-yaml.js";

type Rule = string | { all: Rule[] } | { any: Rule[] };
const rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([z.string(), z.strictObject({ all: z.array(rule).min(1) }), z.strictObject({ any: z.array(rule).min(1) })])
);
const schema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z-]+$/)
    .meta(expecting(["chữ thường", "lower-case letters"])),
  table: z.enum(["orders", "customers"]).optional(),
  stage: z.int().min(1).max(5).optional(),
  share: z.number().min(0).optional(),
  price: z.number().positive().optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
  files: z
    .record(z.string(), z.strictObject({ table: z.string(), dates: z.enum(["dmy", "mdy"]) }).partial())
    .optional(),
  cell: z.union([z.string(), z.number()]).transform(String).optional(),
  rule: rule.optional()
});
const read = (source: string) => readYaml(schema, source, "shop.yml", "settings");
const said = (source: string) => {
  const result = read(source);
  if (!Array.isArray(result)) throw new Error("nothing is wrong with it");
  return result.map(({ row, column, got, detail }) => {
    const expected = detail && "expected" in detail ? detail.expected : undefined;
    return [row, column, got, typeof expected === "object" ? expected.en : expected];
  });
};

test("a value comes with the line of each of its parts", () => {
  const result = read("id: a\nfiles:\n  x.csv:\n    dates: dmy\ncell: 3\n");
  if (Array.isArray(result)) throw new IssuesError(result);
  expect(result.value).toEqual({ id: "a", files: { "x.csv": { dates: "dmy" } }, cell: "3" });
  expect(result.row(["files", "x.csv", "dates"])).toBe(4);
  expect(result.row(["files", "x.csv", "table"])).toBe(4);
});

describe("what is wrong is told with line, path, what stands there and what would do", () => {
  test.each([
    ["id: A\n", [1, "id", "A", "lower-case letters"]],
    [
      "id: a\ntabel: orders\n",
      [2, "tabel", "tabel", "“table”? One of: id, table, stage, share, price, range, files, cell, rule"]
    ],
    [
      "id: a\ncolour: red\n",
      [2, "colour", "colour", "one of: id, table, stage, share, price, range, files, cell, rule"]
    ],
    ["id: a\ntable: order\n", [2, "table", "order", "“orders”? One of: orders, customers"]],
    ["id: a\nfiles:\n  x.csv: {date: dmy}\n", [3, "files → x.csv → date", "date", "“dates”? One of: table, dates"]],
    ["id: a\nstage: 6\n", [2, "stage", "6", "a whole number from 1 to 5"]],
    ["id: a\nshare: -1\n", [2, "share", "-1", "a number of at least 0"]],
    ["id: a\nprice: 0\n", [2, "price", "0", "a number above 0"]],
    ["id: a\nrange: [1]\n", [2, "range", undefined, "a list of 2"]],
    ["id: a\nrange: [1, b]\n", [2, "range → 1", "b", "a number"]],
    ["id: a\ncell: [1]\n", [2, "cell", undefined, "a text or a number"]],
    ["id: a\nrule: 5\n", [2, "rule", "5", "a text or entries: all or entries: any"]],
    [
      "id: a\nrule:\n  all:\n    - x > 1\n    - anny: [y]\n",
      [5, "rule → all → 1 → anny", "anny", "“any”? One of: all, any"]
    ],
    ["table: orders\n", [undefined, "id", undefined, "lower-case letters"]],
    ["[]\n", [undefined, "", undefined, "entries: id, table, stage, share, price, range, files, cell, rule"]]
  ])("%j", (source, expected) => {
    expect(said(source)).toEqual([expected]);
  });

  test("everything at once, in both languages", () => {
    const issues = read("id: A\nstage: 9\n");
    if (!Array.isArray(issues)) throw new Error("nothing is wrong with it");
    expect(issues.map((issue) => describeIssue(issue, "vi"))).toEqual([
      "shop.yml · dòng 1 · cột id · gặp “A” · cần: chữ thường · cách sửa: sửa dòng này; xem docs/input.md",
      "shop.yml · dòng 2 · cột stage · gặp “9” · cần: một số nguyên từ 1 đến 5 · cách sửa: sửa dòng này; xem docs/input.md"
    ]);
  });

  test("what is no YAML at all", () => {
    expect(read("id: a\nfiles: [\n")).toMatchObject([{ code: "settings", file: "shop.yml", row: 3 }]);
  });
});
