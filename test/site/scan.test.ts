import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { describeIssue } from "../../loaders/issues/issue.js";
import { holdTexts } from "../../loaders/site/own-texts.js";
import { scanSite } from "../../loaders/site/scan.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "segbook-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function scan(
  identifiers: string[],
  files: Record<string, string | Uint8Array>,
  allow: string[] = [],
  own: string[] = []
): Promise<string[]> {
  const site = join(folder, "site");
  for (const [file, content] of Object.entries(files)) {
    await mkdir(join(site, file, ".."), { recursive: true });
    await writeFile(join(site, file), content);
  }
  await writeFile(join(folder, "identifiers.txt"), identifiers.join("\n"));
  const issues = await scanSite(site, join(folder, "identifiers.txt"), {
    allow,
    own: holdTexts(own)
  });
  return issues.map(({ code, file, got }) => `${code} ${file} ${got}`);
}

const page = (text: string) => `<!DOCTYPE html>\n<html><body><main>${text}</main></body></html>`;

test.each([
  ["an id", "KH00123", page("<p>Khách kh00123 mua.</p>")],
  ["an id with a hyphen", "KH-00123", page("<p>KH-00123</p>")],
  ["an id of digits", "17850", page("<td>17850</td>")],
  ["a phone", "0901234567", page("<p>0901 234 567</p>")],
  ["a phone with a country code", "0901234567", page("<p>+84 901.234.567</p>")],
  ["an e-mail", "an.nguyen@example.vn", page('<a href="mailto:an.nguyen@example.vn">viết</a>')],
  ["a name in another case", "Nguyễn Văn An", page("<b>NGUYỄN VĂN AN</b>")],
  ["a name over two cells", "Nguyễn Văn An", page("<td>Nguyễn Văn</td>\n<td>An</td>")],
  ["a name in decomposed letters", "Nguyễn Văn An", page("Nguyễn Văn An".normalize("NFD"))],
  ["a name in character references", "Nguyễn Văn An", page("Nguy&#7877;n V&#x103;n An")],
  ["a name in an attribute", "Nguyễn Văn An", page('<p title="Nguyễn Văn An">x</p>')]
])("finds %s", async (_, identifier, html) => {
  expect(await scan([identifier], { "vi/index.html": html })).toEqual([`identifier-leak vi/index.html ${identifier}`]);
});

test.each([
  ["part of a longer word", "KH00123", page("KH001234 xKH00123")],
  ["a formatted number", "17850", page("17850,5 · 1.217850 · 17850 ₫ · 17850%")],
  ["grouped digits", "234567", page("1.234.567 ₫")],
  ["a name of one word", "Hương", page("Nước hoa Hương Sen")],
  ["a short id", "K12", page("K12")],
  ["part of a longer name", "Văn An", page("Văn Anh")],
  ["a script of Framework", "17850", page('x</main><script>registerFile("./a.json", {"size":17850});</script>')]
])("leaves %s alone", async (_, identifier, html) => {
  expect(await scan([identifier], { "vi/index.html": html })).toEqual([]);
});

test("looks into JSON texts and keys, not into its numbers", async () => {
  const json = JSON.stringify({ amount: 17850, KH00123: { name: "Trần Thị Bình" } });
  expect(await scan(["17850", "KH00123", "Trần Thị Bình"], { "_file/data/study.json": json })).toEqual([
    "identifier-leak _file/data/study.json KH00123",
    "identifier-leak _file/data/study.json Trần Thị Bình"
  ]);
});

test("looks into the texts of Arrow files, plain and in dictionaries", async () => {
  const table = tableFromArrays({ group: ["loyal", "KH00123"], customers: Int32Array.from([17850, 2]) });
  expect(await scan(["17850", "KH00123"], { "_file/data/segments.arrow": tableToIPC(table) })).toEqual([
    "identifier-leak _file/data/segments.arrow KH00123"
  ]);
});

test("looks into Markdown, CSV and the search index, not into scripts", async () => {
  const found = await scan(["KH00123"], {
    "_file/list.csv": "id\nKH00123\n",
    "_file/play.md": "Gọi KH00123",
    "_observablehq/minisearch.1a2b3c4d.json": JSON.stringify({ index: [["kh00123", {}]] }),
    "_observablehq/client.js": "KH00123",
    "_import/words/charts.js": "KH00123"
  });
  expect(found).toEqual(["identifier-leak _file/list.csv KH00123"]);
});

test("what the settings allow is nobody's", async () => {
  expect(await scan(["Nguyễn Văn An"], { "vi/index.html": page("đường Nguyễn Văn An") }, ["nguyễn văn an"])).toEqual(
    []
  );
});

test("tells the word, in how many files it is, and the line to add", async () => {
  await scan([], { "vi/a.html": page("KH00123"), "vi/b.html": page("KH00123") });
  await writeFile(join(folder, "identifiers.txt"), "KH00123");
  const [issue] = await scanSite(join(folder, "site"), join(folder, "identifiers.txt"), { own: holdTexts([]) });
  expect(issue && describeIssue(issue, "en")).toContain('privacy: allow: ["KH00123"]');
  expect(issue?.detail).toMatchObject({ files: "2" });
});

test.each([
  ["a label", "khách quen", 'label: { vi: "Khách quen", en: "Regulars" }', "<td>Khách quen</td><td>12</td>"],
  ["words of a sentence", "khách quen", "vi: Mời khách quen dùng thử.\n", "<p>Mời <b>khách quen</b> dùng thử.</p>"],
  ["words beside a figure", "người mua", "Có {{ n }} người mua ở đây", "Có 12 người mua ở đây"],
  ["a name in a script for a call", "chị hoa", "“Dạ em chào chị Hoa ạ”", "“Dạ em chào chị Hoa ạ”"],
  ["a sentence over two lines", "cửa hàng", "đến với cửa\nhàng của mình", "đến với cửa hàng của mình"]
])("leaves %s of our own alone", async (_, identifier, own, text) => {
  expect(await scan([identifier], { "vi/index.html": page(text) }, [], [own])).toEqual([]);
});

test("finds the words of a sentence of ours where the data write them", async () => {
  const own = ["Mời khách quen dùng thử."];
  const json = JSON.stringify({ product: "Quà của khách quen tặng", subject: "Khách quen" });
  expect(await scan(["Khách quen"], { "data/study.json": json }, [], own)).toHaveLength(1);
});

test.each([
  "0912/345/678",
  "0912_345_678",
  "0912–345–678",
  "0912.345.678",
  "0084 912 345 678",
  "p:+84912345678",
  "tel:0912345678",
  "'0912345678",
  "0906-990-757"
])("finds the phone %s in every way of writing it", async (phone) => {
  const digits = phone.includes("990")
    ? ["0906990757", "+84 906 990 757"]
    : ["0912345678", "84912345678", "0912 345 678"];
  for (const written of digits)
    expect(await scan([phone], { "vi/index.html": page(`gọi ${written} nhé`) })).toHaveLength(1);
});

test("any identifier can be looked for, and is found where it stands by itself", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), async (text) => {
      await scan([text.replace(/[\r\n]/g, " ")], { "a.txt": text });
    }),
    { numRuns: 150, seed: 8 }
  );
  for (const id of ["2024-00017", "KH/2024/0017", "a+b(c)[d]{e}|f^g$h", "Trần \\d+ *", "KH-00-1.2"])
    expect(await scan([id], { "a.txt": `x ${id} x` })).toHaveLength(1);
});
