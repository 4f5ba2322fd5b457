import { describe, expect, test } from "vitest";
import { readSettings } from "../../loaders/definitions/settings.js";
import { holdFiles } from "../../loaders/files/folder.js";

const read = (yaml: string) => readSettings(holdFiles("shop", { "segbook.yml": yaml }));

test("no file means no settings and no issues", async () => {
  expect(await readSettings(holdFiles("shop", { "a.csv": "" }))).toEqual({ settings: {}, issues: [] });
});

test("what is written is what is set", async () => {
  const { settings, issues } = await read(
    "name: {vi: Nhà, en: House}\nasOf: 2026-06-30\nzone: Asia/Tokyo\nfiles:\n  a.csv: {table: orders, dates: dmy, columns: {amount: Total}}\n"
  );
  expect(issues).toEqual([]);
  expect(settings).toEqual({
    name: { vi: "Nhà", en: "House" },
    asOf: "2026-06-30",
    zone: "Asia/Tokyo",
    files: { "a.csv": { table: "orders", dates: "dmy", columns: { amount: "Total" } } }
  });
});

describe("a wrong setting is named with its line", () => {
  test.each([
    ["currency: vnd\n", 1, "currency"],
    ["name: A\nzone: Mars/Base\n", 2, "zone"],
    ["name: A\n\nasOf: 30/06/2026\n", 3, "asOf"],
    ["stage: 6\n", 1, "stage"],
    ["minimumGroup: 0\n", 1, "minimumGroup"],
    ["maximumRejected: 2\n", 1, "maximumRejected"],
    ["duplicates: maybe\n", 1, "duplicates"],
    ["name: A\ncolour: red\n", 2, "colour"],
    ["bait:\n  products: [a]\n  maximumPrice: -1\n", 3, "bait → maximumPrice"],
    ["files:\n  a.csv:\n    table: order\n", 3, "files → a.csv → table"],
    ["files:\n  a.csv:\n    table: orders\n    date: dmy\n", 4, "files → a.csv → date"],
    ["thresholds:\n  rfm:\n    high: lots\n", 3, "thresholds → rfm → high"]
  ])("%j", async (yaml, row, column) => {
    const { issues } = await read(yaml);
    expect(issues).toMatchObject([{ code: "settings", file: "segbook.yml", row, column }]);
  });

  test("all of them at once", async () => {
    const { issues } = await read("stage: 9\nwhat: 1\never: 2\ncurrency: dong\n");
    expect(issues.map(({ row, column }) => [row, column])).toEqual(
      expect.arrayContaining([
        [1, "stage"],
        [2, "what"],
        [3, "ever"],
        [4, "currency"]
      ])
    );
    expect(issues).toHaveLength(4);
  });
});

test("what is right beside a wrong setting still holds, so that no file is blamed for it", async () => {
  const { settings, issues } = await read("stage: 9\nfiles:\n  a.csv: {table: ignore}\n");
  expect(issues).toHaveLength(1);
  expect(settings).toEqual({ files: { "a.csv": { table: "ignore" } } });
});

test("text that is no YAML is an issue with its line", async () => {
  const { issues } = await read("name: A\nfiles: [unclosed\nzone: UTC\n");
  expect(issues[0]).toMatchObject({ code: "settings", file: "segbook.yml" });
  expect(issues[0]?.row).toBeGreaterThanOrEqual(2);
});

test("an empty file sets nothing", async () => {
  expect(await read("\n# nothing yet\n")).toEqual({ settings: {}, issues: [] });
});
