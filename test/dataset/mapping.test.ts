import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { describeSheets } from "../../loaders/dataset/describe-sheets.js";
import { type Inspection, inspectDataset } from "../../loaders/dataset/inspect.js";
import { parseMapping } from "../../loaders/dataset/mapping.js";
import { readSheet } from "../../loaders/dataset/read-sheet.js";
import { renderMapping, updateMapping } from "../../loaders/dataset/render-mapping.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { describeIssue } from "../../loaders/issues/issue.js";
import { INTERNATIONAL } from "../presets/international.js";
import { VIETNAMESE } from "../presets/vietnamese.js";
import { DEFINITIONS } from "../support/definitions.js";
import { csv } from "../support/stages.js";
import { sheetOf } from "./sheets.js";

const definitions = DEFINITIONS;
const inspect = (files: Record<string, string | Blob>) => inspectDataset(holdFiles("shop", files), definitions);
const ORDERS = csv("order_id,customer_id,date,amount", "o1,c1,2025-01-01,10", "o2,c2,2025-01-02,20");

/** What is understood, without the way it was found. */
const sources = ({ sheets }: Inspection) =>
  sheets.map(({ source }) => {
    if (!source) return undefined;
    const { sheet: _, definition: ____, preset: __, layout: ___, ...rest } = source;
    return rest;
  });

describe.each([...INTERNATIONAL, ...VIETNAMESE])("the mapping of $preset", ({ file, contents }) => {
  test("read back gives the same understanding", async () => {
    const first = await inspect({ [file]: contents });
    const second = await inspect({ [file]: contents, "mapping.yml": renderMapping(first) });
    expect(second.issues).toEqual(first.issues);
    expect(sources(second)).toEqual(sources(first));
  });

  test("shows no whole phone, e-mail or name", async () => {
    const text = renderMapping(await inspect({ [file]: contents }));
    expect(text).not.toMatch(/(an|be|lan|minh)\d?@shop\.test|09\d{8}|Nguyễn Thị Lan|Đỗ Đình Tú/);
  });
});

describe("a mapping file", () => {
  test("says what each file is, with examples, what isn't used and what was left out", async () => {
    const inspection = await inspect({
      "ban.csv": csv(
        "Báo cáo bán hàng,,,,",
        "Mã đơn hàng,SĐT,Ngày,Thành tiền,Lạ",
        "D1,0912345678,21/03/2026,1.250.000,x",
        "D2,0987654321,22/03/2026,90.000,y"
      )
    });
    const text = renderMapping(inspection, await describeSheets(inspection));
    expect(text).toContain('phone: "SĐT"  # điện thoại / phone · 0912•••678');
    expect(text).toContain("dates: dmy");
    expect(text).toContain("numbers: comma");
    expect(text).toContain("not used: Lạ");
    expect(text).toContain("rows above the headings: 1 (1…)");
    expect(parse(text)).toMatchObject({ files: { "ban.csv": { table: "orders", columns: { amount: "Thành tiền" } } } });
  });

  test("asks with a question mark, and both readings beside it", async () => {
    const files = { "o.csv": csv("customer_id,date,amount", "c1,03/04/2026,1.200") };
    const text = renderMapping(await inspect(files));
    expect(text).toContain('dates: "?"  # 03/04/2026: dmy → 2026-04-03 · mdy → 2026-03-04');
    expect(text).toContain('numbers: "?"  # 1.200: comma → 1200 · dot → 1.2');
    const open = await inspect({ ...files, "mapping.yml": text });
    const row = text.split("\n").findIndex((line) => line.includes("dates:")) + 1;
    expect(open.issues).toMatchObject([
      { code: "open-question", file: "mapping.yml", row, got: "03/04/2026" },
      { code: "open-question", file: "mapping.yml", got: "1.200" }
    ]);
    expect(open.issues[0] && describeIssue(open.issues[0], "en")).toContain("dmy (2026-04-03) / mdy (2026-03-04)");
    const answered = text.replace('dates: "?"', "dates: dmy").replace('numbers: "?"', "numbers: comma");
    const closed = await inspect({ ...files, "mapping.yml": answered });
    expect(closed.issues).toEqual([]);
    expect(sources(closed)).toMatchObject([{ dates: "dmy", numbers: "comma" }]);
  });

  test("asks what a strange status means", async () => {
    const rows = Array.from({ length: 5 }, (_, i) => `c${i},2026-04-0${i + 1},5,Kỳ lạ`);
    const text = renderMapping(await inspect({ "o.csv": csv("customer_id,date,amount,status", ...rows) }));
    expect(text).toContain('"Kỳ lạ": "?"');
  });

  test("is a question itself where nothing is recognised", async () => {
    const text = renderMapping(await inspect({ "x.csv": csv("x,y", "1,2") }));
    const { issues } = await inspect({ "x.csv": csv("x,y", "1,2"), "mapping.yml": text });
    expect(issues.map(({ code }) => code)).toContain("open-question");
  });

  test("wins over what is recognised, and settings win over it", async () => {
    const files = {
      "o.csv": csv("who,customer_id,date,amount,net", "w1,c1,2026-04-13,5,4"),
      "mapping.yml": 'files:\n  "o.csv": {columns: {customer_id: who, amount: net}}\n'
    };
    expect(sources(await inspect(files))).toMatchObject([{ columns: { customer_id: "who", amount: "net" } }]);
    const settings = "files:\n  o.csv: {columns: {amount: amount}}\n";
    expect(sources(await inspect({ ...files, "segbook.yml": settings }))).toMatchObject([
      { columns: { customer_id: "who", amount: "amount" } }
    ]);
  });

  test("names the columns of a file without headings", async () => {
    const { issues, sheets } = await inspect({
      "o.csv": csv("c1,2026-04-13,5", "c2,2026-04-14,7"),
      "mapping.yml": 'files:\n  "o.csv": {headings: [customer_id, date, amount]}\n'
    });
    expect(issues).toEqual([]);
    expect(sheets[0]?.sheet.sample).toHaveLength(2);
  });

  test("can leave a file or a sheet alone, and keeps saying so", async () => {
    const files = {
      "o.csv": ORDERS,
      "junk.csv": csv("x,y", "1,2"),
      "mapping.yml": 'files:\n  "junk.csv": {table: ignore}\n'
    };
    const inspection = await inspect(files);
    expect(inspection.issues).toEqual([]);
    expect(inspection.ignored).toEqual(["junk.csv"]);
    expect(parse(renderMapping(inspection))).toMatchObject({ files: { "junk.csv": { table: "ignore" } } });
  });

  test("can take people apart", async () => {
    const { settings } = await inspect({ "o.csv": ORDERS, "mapping.yml": "people:\n  apart: [[c1, c2]]\n" });
    expect(settings.people?.apart).toEqual([["c1", "c2"]]);
  });

  test("that names a file nobody brought is no reason to stop", async () => {
    const { issues, skipped } = await inspect({
      "o.csv": ORDERS,
      "mapping.yml": 'files:\n  "old.csv": {table: orders}\n'
    });
    expect(issues).toEqual([]);
    expect(skipped).toMatchObject([{ code: "missing-file", file: "old.csv" }]);
  });

  test.each([
    ["files:\n  o.csv: {table: order}\n", 2],
    ["files:\n  o.csv:\n    date: dmy\n", 3],
    ["files: [\n", 2],
    ["colour: red\n", 1]
  ])("that is wrong is told with its line: %j", (text, row) => {
    expect(parseMapping(text).issues).toMatchObject([{ code: "mapping", file: "mapping.yml", row }]);
  });
});

describe("a mapping file that somebody wrote in", () => {
  const OWN = '# mine\nfiles:\n  "o.csv":\n    table: orders   # sure\n\npeople:\n  apart: [[c1, c2]]\n';

  test("gets new files at the end of its files, and stays as it is letter by letter", async () => {
    const inspection = await inspect({ "o.csv": ORDERS, "new.csv": ORDERS, "mapping.yml": OWN });
    const text = updateMapping(OWN, inspection);
    expect(text.startsWith('# mine\nfiles:\n  "o.csv":\n    table: orders   # sure\n')).toBe(true);
    expect(text).toContain("people:\n  apart: [[c1, c2]]\n");
    expect(Object.keys(parse(text).files)).toEqual(["o.csv", "new.csv"]);
  });

  test("stays the same where nothing is new, or where it can't be read", async () => {
    const inspection = await inspect({ "o.csv": ORDERS });
    expect(updateMapping(OWN, inspection)).toBe(OWN);
    expect(updateMapping("files: [\n", inspection)).toBe("files: [\n");
  });

  test.each(["", "# only a note\n", "files:\n", "people:\n  apart: [[a, b]]\n", "files: {}\n"])(
    "begins from %j",
    async (text) => {
      const updated = updateMapping(text, await inspect({ "o.csv": ORDERS }));
      expect(parse(updated)).toMatchObject({ files: { "o.csv": { table: "orders" } } });
      expect(parseMapping(updated).issues).toEqual([]);
    }
  );
});

test("whatever stands in names, headings and cells is inert", () => {
  const nasty = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom(
      "a\n  b: c",
      "# x",
      '": {',
      "\u2028- y",
      "'",
      "!!js/function",
      "&a *a",
      "__proto__",
      "? :",
      "\u0085k: v",
      "\\"
    )
  );
  fc.assert(
    fc.property(nasty, fc.uniqueArray(nasty, { minLength: 3, maxLength: 5 }), nasty, (name, more, cell) => {
      const headings = [
        "customer_id",
        "date",
        "amount",
        ...more.filter((h) => !["customer_id", "date", "amount"].includes(h))
      ];
      const row = ["c1", "2026-04-13", "5", ...headings.slice(3).map(() => cell)];
      const understood = readSheet(sheetOf(name, headings, [row, row]), DEFINITIONS);
      const text = renderMapping({ sheets: [understood], ignored: [], mapping: { files: new Map(), open: [] } });
      const document = parse(text) as { files: Record<string, { columns: Record<string, string> }> };
      expect(Object.keys(document)).toEqual(["files"]);
      expect(Object.keys(document.files)).toEqual([name]);
      for (const heading of Object.values(Object.values(document.files)[0]?.columns ?? {}))
        expect(headings).toContain(heading);
    }),
    { numRuns: 200, seed: 7 }
  );
});
