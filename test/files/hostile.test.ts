import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import * as xlsx from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { tidyCell } from "../../loaders/files/cell.js";
import { lacks, sharedFile } from "../support/shared.js";
import { cellsOf, codesOf, gather, readHeld, readTable } from "./gather.js";

const CSV = "id,name\n1,An\n2,Bình\n";
const zip = (files: Record<string, Uint8Array | string>, level: 0 | 6 = 6) =>
  new Uint8Array(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, body]) => [name, typeof body === "string" ? strToU8(body) : body])
      ),
      { level }
    )
  );
const gz = (body: string | Uint8Array) => new Uint8Array(gzipSync(body));

describe("archives", () => {
  test("gz, also of several members", async () => {
    const twice = new Uint8Array([...gz("id,name\n1,An\n"), ...gz("2,Bình\n")]);
    const found = await readTable(twice, "a.csv.gz");
    expect(found.sheet.form).toMatchObject({ kind: "csv", packed: "gz" });
    expect(cellsOf(found)).toEqual([
      ["1", "An"],
      ["2", "Bình"]
    ]);
  });

  test.each([0, 6] as const)("zip with several files, packed at level %i", async (level) => {
    const { sheets, skipped, issues } = await readHeld(
      zip(
        { "b/orders.csv": CSV, "a.json": '[{"a":1,"b":2}]', "README.txt": "one\ntwo", "__MACOSX/._a": "x", "b/": "" },
        level
      ),
      "all.zip"
    );
    expect(sheets.map(({ name, form }) => `${name} ${form.kind}`)).toEqual([
      "all.zip › a.json json",
      "all.zip › b/orders.csv csv"
    ]);
    expect([issues, skipped.map(({ code }) => code)]).toEqual([[], ["one-column"]]);
    expect(sheets[1] && cellsOf(await gather(sheets[1]))).toHaveLength(2);
  });

  test("entries that share bytes are refused before any is unpacked", async () => {
    const whole = zip({ "a.csv": `id,name\n${"1,An\n".repeat(5000)}`, "b.csv": CSV });
    const view = new DataView(whole.buffer);
    const directory = view.getUint32(whole.length - 22 + 16, true);
    const second = directory + 46 + view.getUint16(directory + 28, true);
    // The second entry is the first once more.
    for (const [from, size] of [
      [16, 12],
      [42, 4]
    ] as const)
      whole.copyWithin(second + from, directory + from, directory + from + size);
    expect(await codesOf(whole, "bomb.zip")).toEqual(["cut-off"]);
  });

  test("files that together unpack to far too much are refused by what they state", async () => {
    const zeros = zip({ "0.bin": new Uint8Array(3 << 20) });
    const many = zip(Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`${i}.csv`, new Uint8Array(3 << 20)])));
    expect(zeros.length).toBeLessThan(10_000);
    const found = await readHeld(many, "bomb.zip");
    expect(found.issues).toMatchObject([{ code: "too-large", file: "bomb.zip", detail: { limit: "300 × 0 MB" } }]);
  });

  test("a workbook that unpacks to far more than its size is refused", async () => {
    const book = zip({
      "[Content_Types].xml": "<Types/>",
      "xl/workbook.xml": "<workbook/>",
      "xl/worksheets/sheet1.xml": new Uint8Array(70 << 20)
    });
    expect(book.length).toBeLessThan(200_000);
    expect((await readHeld(book, "bomb.xlsx")).issues).toMatchObject([{ code: "too-large", file: "bomb.xlsx" }]);
  });

  test("a workbook in a zip", async () => {
    const book = xlsx.utils.book_new(
      xlsx.utils.aoa_to_sheet([
        ["a", "b"],
        [1, 2]
      ]),
      "s"
    );
    const bytes = new Uint8Array(xlsx.write(book, { type: "array" }));
    expect((await readTable(zip({ "x.xlsx": bytes }), "a.zip")).sheet.name).toBe("a.zip › x.xlsx › s");
  });

  test.each([
    ["gz cut off", gz(CSV.repeat(1000)).slice(0, 40), "cut-off"],
    ["gz with a wrong byte", gz(CSV.repeat(1000)).map((byte, i) => (i === 30 ? byte ^ 255 : byte)), "cut-off"],
    ["zip cut off", zip({ "a.csv": CSV.repeat(1000) }).slice(0, 60), "cut-off"],
    ["zip in a zip", zip({ "b.zip": zip({ "a.csv": CSV }) }), "nested-archive"],
    ["gz in a gz", gz(gz(CSV)), "nested-archive"],
    ["zip of nothing", zip({}), "empty-file"],
    ["zip that asks for a password", locked(zip({ "a.csv": CSV })), "locked-file"]
  ])("%s", async (_, bytes, code) => {
    expect(await codesOf(bytes, "a.bin")).toEqual([code]);
  });

  test.each([
    ["gz", () => gz("1,2\n".repeat(25 * 2 ** 20))],
    ["zip", () => zip({ "a.csv": "1,2\n".repeat(25 * 2 ** 20) })]
  ])("a bomb in a %s is refused by its ratio", async (_, make) => {
    const { issues } = await readHeld(make(), "bomb");
    expect(issues).toMatchObject([{ code: "too-large", detail: { limit: expect.stringMatching(/^300 × /) } }]);
  });

  test("too many files in a zip", async () => {
    const files = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.csv`, "a,b\n1,2\n"]));
    expect(await codesOf(zip(files), "a.zip")).toEqual(["too-many-files"]);
  });

  test("names that climb out of a folder are only shown", async () => {
    const { sheets } = await readHeld(
      zip({ "../../etc/x.csv": CSV, "/abs.csv": CSV, "C:\\a\\b.csv": CSV, "n\u0000l.csv": CSV }),
      "a.zip"
    );
    expect(sheets.map(({ name, file }) => [name, file])).toEqual(
      ["../../etc/x.csv", "/abs.csv", "C:\\a\\b.csv", "n\ufffdl.csv"].map((name) => [`a.zip › ${name}`, "a.zip"])
    );
  });
});

/** Sets the flag of encryption in both places of the only entry. */
function locked(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer);
  for (let i = 0; i + 4 < bytes.length; i++) if (view.getUint32(i, true) === 0x02014b50) view.setUint16(i + 8, 1, true);
  return bytes;
}

describe("sizes", () => {
  test("a row without end is refused before it is held", async () => {
    const part = new Uint8Array(4 * 2 ** 20).fill(97);
    const blob = new Blob(["a,b\n1,2\n", ...Array.from({ length: 50 }, () => part)]);
    expect((await readHeld(blob)).issues).toMatchObject([{ code: "too-large", row: 3, detail: { limit: "16 MB" } }]);
  });

  test("a quoted cell without end too", async () => {
    const part = new TextEncoder().encode("1,2\n".repeat(2 ** 20));
    const blob = new Blob(['a,b\n1,"2\n', ...Array.from({ length: 10 }, () => part)]);
    expect((await readHeld(blob)).issues).toMatchObject([{ code: "open-quote", row: 2 }]);
  });

  test("ten thousand columns", async () => {
    const wide = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(",");
    expect((await readHeld(`${wide}\n${wide}\n`)).issues).toMatchObject([
      { code: "too-wide", got: "10000", detail: { limit: "2000" } }
    ]);
  });
});

describe("files of other kinds say what they are", () => {
  test.each([
    ["PDF", "%PDF-1.7\n…"],
    ["bzip2", "BZh91AY&SY"],
    ["7-Zip", new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])],
    ["RAR", "Rar!\x1a\x07\x01\x00"],
    ["PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ["JPEG", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ["Word", zip({ "[Content_Types].xml": "", "word/document.xml": "<w/>" })],
    ["Apple Numbers / Pages / Keynote", zip({ "Index/Document.iwa": "x" })],
    ["XML", '<?xml version="1.0"?><orders/>']
  ])("%s", async (what, content) => {
    expect((await readHeld(content, "a.csv")).issues).toMatchObject([{ code: "other-format", detail: { what } }]);
  });

  test("a workbook with a password", async () => {
    const container = xlsx.CFB.utils.cfb_new();
    xlsx.CFB.utils.cfb_add(container, "/EncryptionInfo", new Uint8Array(64));
    xlsx.CFB.utils.cfb_add(container, "/EncryptedPackage", new Uint8Array(512));
    const bytes = new Uint8Array(xlsx.CFB.write(container, { type: "buffer" }));
    expect(await codesOf(bytes, "a.xlsx")).toEqual(["locked-file"]);
  });

  test.each([
    ["Parquet", "PAR1\0\0\0\0PAR1"],
    ["Arrow", "ARROW1\0\0broken"],
    ["SQLite", "SQLite format 3\0broken"],
    ["old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])]
  ])("a broken %s is refused", async (_, content) => {
    expect(await codesOf(content, "a.bin")).toEqual(["cut-off"]);
  });
});

describe.skipIf(lacks("messy/naughty/blns.json"))("naughty strings come back as they went", async () => {
  const all: string[] = lacks("messy/naughty/blns.json")
    ? []
    : JSON.parse(await readFile(sharedFile("messy/naughty/blns.json"), "utf8"));
  const strings = all.filter((text) => tidyCell(text) !== "");
  const wanted = strings.map((text, i) => [`n${i}`, tidyCell(text), "x"]);
  const rows = strings.map((text, i) => [`n${i}`, text, "x"]);

  test("as CSV", async () => {
    const quoted = [["id", "text", "end"], ...rows].map((row) =>
      row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")
    );
    expect(cellsOf(await readTable(quoted.join("\r\n")))).toEqual(wanted);
  });

  // With shared strings, as Excel writes them: the library undoes entities twice in strings of single cells.
  test("as XLSX", async () => {
    const sheet = xlsx.utils.aoa_to_sheet([["id", "text", "end"], ...rows]);
    const bytes = new Uint8Array(xlsx.write(xlsx.utils.book_new(sheet, "a"), { type: "array", bookSST: true }));
    expect(cellsOf(await readTable(bytes, "a.xlsx"))).toEqual(wanted);
  });

  test("as JSON", async () => {
    const objects = rows.map(([id, text, end]) => ({ id, text, end }));
    expect(cellsOf(await readTable(JSON.stringify(objects), "a.json"))).toEqual(wanted);
  });
});
