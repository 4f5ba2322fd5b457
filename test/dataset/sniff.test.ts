import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Sniffed, sniff } from "../../loaders/dataset/sniff.js";
import { withFolder } from "../support/dataset.js";
import { lacks, sharedFile } from "../support/shared.js";

async function sniffed(content: string | Uint8Array, file = "a.csv") {
  return withFolder(async (folder) => {
    await writeFile(join(folder, file), content);
    return sniff(join(folder, file), file);
  });
}

async function understood(content: string | Uint8Array, file?: string): Promise<Sniffed> {
  const result = await sniffed(content, file);
  if ("code" in result) throw new Error(result.code);
  return result;
}

describe("the separator", () => {
  test.each([
    ["comma", ",", "a,b,c\n1,2,3\n"],
    ["semicolon", ";", "a;b;c\n1;2,5;3\n"],
    ["tab", "\t", "a\tb\tc\n1\t2, or 3\t4\n"],
    ["bar", "|", "a|b|c\n1|2|3\n"],
    ["comma although quoted headings hold semicolons", ",", '"a;x;y;z",b\n1,2\n'],
    ["semicolon although a heading holds a comma", ";", "price, net;b;c\n1;2;3\n"]
  ])("%s is found", async (_, delimiter, text) => {
    expect((await understood(text)).format.delimiter).toBe(delimiter);
  });
});

describe("rows under the headings", () => {
  test.each([
    ["LF", "a,b\n1,2\n3,4\n"],
    ["CRLF", "a,b\r\n1,2\r\n3,4\r\n"],
    ["CR alone", "a,b\r1,2\r3,4\r"],
    ["no end after the last row", "a,b\n1,2\n3,4"],
    ["a byte order mark", "\ufeffa,b\n1,2\n3,4\n"],
    ["empty lines between", "a,b\n\n1,2\n\n3,4\n\n"]
  ])("with %s", async (_, text) => {
    const { format, sample } = await understood(text);
    expect(format.headings).toEqual(["a", "b"]);
    expect(sample).toEqual([
      ["1", "2"],
      ["3", "4"]
    ]);
  });

  test("quotes hold separators, line ends and doubled quotes", async () => {
    const { format, sample } = await understood('"the ""a""","b\nb"\n"1,5","2\r\n2"\n');
    expect(format.headings).toEqual(['the "a"', "b\nb"]);
    expect(sample).toEqual([["1,5", "2\r\n2"]]);
  });

  test("are at most 200, of a file however long", async () => {
    const { sample } = await understood(`a,b\n${"1,2\n".repeat(100_000)}`);
    expect(sample).toHaveLength(200);
  });

  test("of a compressed file are those of the file inside", async () => {
    const { format, sample } = await understood(gzipSync("a;b\n1;2\n"), "a.csv.gz");
    expect([format.headings, sample]).toEqual([["a", "b"], [["1", "2"]]]);
  });

  test("Vietnamese text stays as written, also where the look ends inside a letter", async () => {
    const { format } = await understood(`tên hàng,số lượng\n${"ghế gỗ ờ,1\n".repeat(30_000)}`);
    expect(format.headings).toEqual(["tên hàng", "số lượng"]);
  });
});

test("empty and repeated headings become distinct, whatever their case", async () => {
  const { format } = await understood("a,,A, a ,\n1,2,3,4,5\n");
  expect(format.headings).toEqual(["a", "column_2", "A_2", "a_3", "column_5"]);
});

describe("a file that can't be used", () => {
  test.each<[string, string | Uint8Array, string]>([
    ["nothing in it", "", "empty-file"],
    ["only blanks", " \n \n", "empty-file"],
    ["headings only", "a,b\n", "header-only"],
    ["one column", "a\n1\n", "one-column"],
    ["UTF-16", Buffer.from("\ufeffa,b\n1,2\n", "utf16le"), "unknown-format"],
    ["bytes that are no UTF-8", Buffer.from("a,b\ncaf\xe9,2\n", "latin1"), "unknown-format"],
    ["a spreadsheet under the name of a text", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 44, 10]), "unknown-format"]
  ])("with %s is refused as such", async (_, content, code) => {
    expect(await sniffed(content)).toMatchObject({ code, file: "a.csv" });
  });

  test("that says it is compressed and isn't", async () => {
    expect(await sniffed("a,b\n1,2\n", "a.csv.gz")).toMatchObject({ code: "unknown-format" });
  });
});

/** The set's own JSON is what to expect, but for the line ends inside cells, which it has both ways. */
const SPECTRUM = [
  "comma_in_quotes",
  "empty",
  "empty_crlf",
  "escaped_quotes",
  "json",
  "newlines",
  "newlines_crlf",
  "quotes_and_newlines",
  "simple",
  "simple_crlf",
  "utf8"
];

describe.skipIf(lacks("messy/csv-spectrum"))("the csv-spectrum set (needs ../shared/data)", () => {
  test.each(SPECTRUM)("%s is read as its JSON says", async (id) => {
    const json = await readFile(sharedFile(`messy/csv-spectrum/json/${id}.json`), "utf8");
    const expected = JSON.parse(json.replaceAll("\\r\\n", "\\n")) as Record<string, string>[];
    const { format, sample } = await understood(await readFile(sharedFile(`messy/csv-spectrum/csvs/${id}.csv`)));
    const rows = sample.map((row) =>
      Object.fromEntries(format.headings.map((heading, i) => [heading, row[i]?.replaceAll("\r\n", "\n")]))
    );
    expect(rows).toEqual(expected);
  });

  test("location_coordinates is Latin-1 and refused, not misread", async () => {
    expect(await sniffed(await readFile(sharedFile("messy/csv-spectrum/csvs/location_coordinates.csv")))).toMatchObject(
      { code: "unknown-format" }
    );
  });
});
