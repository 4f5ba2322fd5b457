import { describe, expect, test } from "vitest";
import { lacks, sharedFile } from "../support/shared.js";
import { encode } from "./encode.js";
import { accounted, cellsOf, codesOf, countTo, gather, leftOf, readHeld, readTable } from "./gather.js";

const HEADINGS = ["Mã đơn", "Khách hàng", "Ngày", "Số tiền", "Ghi chú"];
const ROWS = [
  ["DH001", "Nguyễn Thị Hằng", "2026-01-05", "1250000", "giao sáng, gọi trước"],
  ["DH002", "Trần Đức Vương", "2026-01-06", "80000", 'áo "đẹp"; cỡ M'],
  ["DH003", "Lê Thuỷ", "2026-02-01", "15690000", "hai\ndòng | một ô"],
  ["DH004", "José Müller", "2026-02-03", "99000", ""]
];

function write(delimiter: string, lineEnd: string): string {
  const quote = (cell: string) => (/[",;|\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [HEADINGS, ...ROWS].map((row) => row.map(quote).join(delimiter) + lineEnd).join("");
}

describe("one table in 24 dialects gives the same sheet", () => {
  const encodings = ["utf-8", "utf-8 with mark", "utf-16le", "utf-16be", "utf-16le with mark", "windows-1258"] as const;
  const ends: [string, string][] = [
    ["\n", "LF"],
    ["\r\n", "CRLF"],
    ["\r", "CR"]
  ];
  const cases = encodings.flatMap((encoding, i) =>
    [",", ";", "\t", "|"].map((delimiter, j) => ({ encoding, delimiter, end: ends[(i + j) % 3] ?? ends[0] }))
  );
  test.each(cases)("$encoding, cells parted by $delimiter, lines by $end.1", async ({ encoding, delimiter, end }) => {
    const [lineEnd, named] = end ?? ["\n", "LF"];
    const found = await readTable(encode(write(delimiter, lineEnd), encoding));
    expect(found.sheet.form).toMatchObject({ encoding: encoding.replace(" with mark", ""), delimiter, lineEnd: named });
    expect(found.sheet.headings).toEqual(HEADINGS);
    expect(cellsOf(found)).toEqual(ROWS);
    expect(accounted(found)).toEqual(countTo(5));
  });
});

describe("letters of old encodings", () => {
  test.each([
    ["windows-1252", "name,note\nJosé,“São Paulo” – não\nMüller,10 € für Größe\n"],
    ["macintosh", "name,note\nFranzösisch,Plöking\nJosé Núñez,à bientôt\n"],
    ["windows-1258", "tên,ghi chú\nNguyễn Ánh,đã giao\nLê Ước,500000₫\n"]
  ] as const)("%s is found and read", async (encoding, text) => {
    const found = await readTable(encode(text, encoding));
    expect(found.sheet.form.encoding).toBe(encoding);
    expect([found.sheet.headings, ...cellsOf(found)].map((row) => row.join(",")).join("\n")).toBe(text.trim());
  });

  test("a letter far down in a large file counts too", async () => {
    const text = `name,amount\n${"An,5\n".repeat(300_000)}José,6\n`;
    const found = await readTable(encode(text, "windows-1252"));
    expect(found.sheet.form.encoding).toBe("windows-1252");
    expect(found.rows.at(-1)?.cells).toEqual(["José", "6"]);
  });

  test("none that fits is said", async () => {
    const japanese = [0x96, 0xbc, 0x91, 0x4f, 44, 0x94, 0x4e, 0x97, 0xee, 10, 0x92, 0x86, 0x91, 0xba, 44, 50, 10];
    expect(await codesOf(new Uint8Array(japanese))).toEqual(["unknown-encoding"]);
  });

  test.skipIf(lacks("rfm/cr-macroman-orders.csv"))("orders of Mac Roman with CR alone keep their accents", async () => {
    const { readFile } = await import("node:fs/promises");
    const found = await readTable(new Uint8Array(await readFile(sharedFile("rfm/cr-macroman-orders.csv"))));
    expect(found.sheet.form).toMatchObject({ encoding: "macintosh", lineEnd: "CR", delimiter: "," });
    expect(found.rows).toHaveLength(5009);
    const names = new Set(cellsOf(found).map((cells) => cells[2] ?? ""));
    expect(names.size).toBe(793);
    expect([...names].filter((name) => /[^\x20-\x7e]/.test(name)).sort()).toContain("Neil Französisch");
    expect([...names].every((name) => /^[\p{L}' .-]+$/u.test(name))).toBe(true);
  });
});

describe("separators and quotes", () => {
  test.each([
    ["comma although headings hold semicolons", '"a;x;y;z",b\n1,2\n', ",", ["a;x;y;z", "b"]],
    ["semicolon although amounts hold commas", "a;b\n1,5;2,5\n2,5;3,5\n", ";", ["a", "b"]],
    ["semicolon although a heading holds a comma", "price, net;b;c\n1;2;3\n", ";", ["price, net", "b", "c"]],
    ["the sign that Excel names", "sep=;\na,x;b\n1,5;2\n", ";", ["a,x", "b"]],
    ["single quotes where rows then agree", "a|b\n'x|y'|2\n'z|w'|3\n", "|", ["a", "b"]]
  ])("%s", async (_, text, delimiter, headings) => {
    const { sheet } = await readTable(text);
    expect(sheet.form.delimiter).toBe(delimiter);
    expect(sheet.headings).toEqual(headings);
  });

  test.each([
    ["doubled quotes", '"say ""hi"""', 'say "hi"'],
    ["a quote inside a word", 'Áo 12" đỏ', 'Áo 12" đỏ'],
    ["a quote inside a quoted cell", '"Áo 12" đỏ"', 'Áo 12" đỏ'],
    ["blanks before a quote", ' "x, y" ', "x, y"],
    ["no-break spaces and tabs at the end", "1\u00a0250\u00a0\t", "1 250"],
    ["marks that combine", "Nguye\u0302\u0303n", "Nguyễn"],
    ["NUL", "a\0b", "ab"]
  ])("%s", async (_, written, read) => {
    expect(cellsOf(await readTable(`a;b\n${written};2\n`))).toEqual([[read, "2"]]);
  });

  test("a quote that never closes names its row", async () => {
    const { issues } = await readHeld('a,b\n1,2\n3,"4\n5,6\n');
    expect(issues).toMatchObject([{ code: "open-quote", file: "a.csv", row: 3 }]);
  });

  test("far down it ends the rows with a fault that names its row", async () => {
    const found = await readTable(`a,b\n${"1,2\n".repeat(5000)}3,"4\n5,6\n`);
    expect(found.rows).toHaveLength(5000);
    expect(found.ragged).toMatchObject([{ row: 5002, open: true }]);
    expect(found.fault).toMatchObject({ code: "open-quote", row: 5002 });
  });

  test("a forgotten quote that another one closes doesn't swallow rows in silence", async () => {
    const good = "1,An,5\n".repeat(20);
    const found = await readTable(`id,name,amount\n${good}2,"Bình,6\n${good}3,"Chi",7\n${good}`);
    expect(found.ragged).toMatchObject([{ row: 22, open: true }]);
  });
});

describe("rows that are no data", () => {
  const data = ["1,An,2026-01-01,500", "2,Bình,2026-01-02,700", "3,Chi,2026-01-03,900"];
  const heading = "id,name,date,amount";
  test.each<[string, string[], string[]]>([
    [
      "title, dates, branch and a blank line above",
      ["DOANH THU", "Từ ngày: 01/01/2026", "Chi nhánh: HN", "", heading, ...data],
      ["1 preamble", "2 preamble", "3 preamble", "4 blank"]
    ],
    [
      "a title block padded with separators",
      ["Báo cáo,,,", "Từ,01/01/2026,đến,31/01/2026", heading, ...data],
      ["1 preamble", "2 preamble"]
    ],
    [
      "a row that describes the columns",
      [heading, "Unique id,Name of buyer,When paid,In VND", ...data],
      ["2 description"]
    ],
    ["a row of units", [heading, ",,ngày,VND", ...data], ["2 description"]],
    [
      "headings once more below and in the middle",
      [heading, heading, ...data, heading, ...data],
      ["2 heading", "6 heading"]
    ],
    ["a total", [heading, ...data, "Tổng cộng,,,2100"], ["5 total"]],
    ["a total under the headings", [heading, "Tổng,,,2100", ...data], ["2 total"]],
    ["a last row of sums alone", [heading, ...data, ",,,2100"], ["5 total"]],
    [
      "the footer of Salesforce",
      [
        heading,
        ...data,
        "",
        '"Grand Totals (5700 records)"',
        '"Confidential Information - Do Not Distribute"',
        '"Copyright (c) 2000-2026 salesforce.com, inc."'
      ],
      ["5 blank", "6 total", "7 footer", "8 footer"]
    ],
    [
      "a line that says who exported",
      [heading, ...data, "Người xuất: Lan", "Ngày in: 01/02/2026"],
      ["5 footer", "6 footer"]
    ],
    [
      "sums of months between the rows and who signs below",
      [
        heading,
        ...data,
        "Tổng tháng 6,,,2100",
        ...data,
        "Cộng kỳ 2,,,2100",
        "TỔNG CỘNG,,,4200",
        "",
        "Người lập,,Kế toán trưởng,"
      ],
      ["5 total", "9 total", "10 total", "11 blank", "12 footer"]
    ],
    ["blank lines and rows of separators alone", [heading, "", ...data, ",,,", ""], ["2 blank", "6 blank", "7 blank"]]
  ])("%s", async (_, lines, left) => {
    const found = await readTable(`${lines.join("\n")}\n`);
    expect(leftOf(found)).toEqual(left);
    expect(found.sheet.headings).toEqual(heading.split(","));
    expect(new Set(cellsOf(found).map((cells) => cells.join(",")))).toEqual(new Set(data));
    expect(found.ragged).toEqual([]);
    expect(accounted(found)).toEqual(countTo(lines.length));
  });

  test.each<[string, string[]]>([
    ["a customer called Total, with all cells filled", [heading, ...data, "4,Total,2026-01-04,100"]],
    ["a firm whose name begins like a sum", [heading, ...data, "Tổng Công ty Điện,An,2026-01-04,100"]],
    ["a last row that names two people and nothing else", [heading, ...data, "4,An,,"]],
    ["a last row with an empty amount", [heading, ...data, "4,Dung,2026-01-04,"]],
    ["a first row that has no values yet", [heading, "1,An,n/a,n/a", ...data]],
    ["names like headings", [heading, "id,Name,2026-01-01,5", ...data]]
  ])("%s stays data", async (_, lines) => {
    const found = await readTable(lines.join("\n"));
    expect(found.left).toEqual([]);
    expect(found.rows).toHaveLength(lines.length - 1);
  });

  test("a lone broken line at the end is damage, not a footer", async () => {
    const found = await readTable([heading, ...data, "4,Du"].join("\n"));
    expect(found.ragged).toMatchObject([{ row: 5, cells: 2 }]);
  });
});

describe("headings", () => {
  test("are made distinct", async () => {
    const { sheet } = await readTable("Tên,,Tên,Tên_2, a \nx,1,2,3,4\n");
    expect(sheet.headings).toEqual(["Tên", "column_2", "Tên_3", "Tên_2", "a"]);
  });

  test("like the inner names of objects are names like others", async () => {
    const found = await readTable("__proto__,constructor,toString,hasOwnProperty\n1,2,3,4\n");
    expect(found.sheet.headings).toEqual(["__proto__", "constructor", "toString", "hasOwnProperty"]);
    expect(cellsOf(found)).toEqual([["1", "2", "3", "4"]]);
  });

  test("that are missing are asked for, and can be named", async () => {
    const text = "1,An,2026-01-01\n2,Bình,2026-01-02\n";
    expect(await codesOf(text)).toEqual(["no-headings"]);
    const found = await readTable(text, "a.csv", { headings: ["id", "name", "date"] });
    expect(found.sheet).toMatchObject({ headings: ["id", "name", "date"], headingRow: 0 });
    expect(cellsOf(found)[0]).toEqual(["1", "An", "2026-01-01"]);
  });

  test("stand in the row that the user names", async () => {
    const found = await readTable("a,b\nc,d\n1,2\n", "a.csv", { headingRow: 2 });
    expect(found.sheet.headings).toEqual(["c", "d"]);
    expect(leftOf(found)).toEqual(["1 preamble"]);
  });

  test("that are years above amounts are headings", async () => {
    const { sheet } = await readTable("Tỉnh,2024,2025\nHà Nội,5000,6000\nHuế,700,800\n");
    expect(sheet.headings).toEqual(["Tỉnh", "2024", "2025"]);
  });
});

describe("ragged rows", () => {
  test("are named, with their cells", async () => {
    const found = await readTable("a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3,,\n1,2,3\n");
    expect(found.ragged).toEqual([
      { row: 3, text: "4,5", cells: 2 },
      { row: 4, text: "6,7,8,9", cells: 4 }
    ]);
    expect(cellsOf(found)).toHaveLength(3);
  });

  test("are data where the writer drops empty cells at the end", async () => {
    const full = "1,An,2026-01-01,x\n".repeat(10);
    const found = await readTable(`id,name,date,note\n${full}2,Bình,2026-01-02\n3,Chi,2026-01-03\n4,Dung\n`);
    expect(found.ragged).toEqual([]);
    expect(cellsOf(found).at(-1)).toEqual(["4", "Dung", "", ""]);
  });

  test("are damage where full rows end with empty cells", async () => {
    const full = "1,An,2026-01-01,\n2,An,2026-01-01,x\n".repeat(5);
    const found = await readTable(`id,name,date,note\n${full}2,Bình\n3,Chi\n4,Dung\n`);
    expect(found.ragged).toHaveLength(3);
  });

  test("in most of a file refuse it", async () => {
    const { issues } = await readHeld("a,b,c\n1,2\n3,4\n5,6\n1,2,3\n");
    expect(issues).toMatchObject([{ code: "ragged-file", row: 2, detail: { expected: "3", ragged: "3", rows: "4" } }]);
  });
});

describe("files without a table", () => {
  test.each([
    ["nothing", "", "empty-file"],
    ["blanks", " \n\t\n", "empty-file"],
    ["zeros", "\0\0\0\0", "empty-file"],
    ["a heading alone", "a,b,c\n", "header-only"],
    ["one column", "a\n1\n2\n", "one-column"],
    ["two signs at once", "a::b\n1::2\n", "one-column"]
  ])("%s", async (_, text, code) => {
    expect(await codesOf(text)).toEqual([code]);
  });
});

test("headings named by a person take the place of those in the file", async () => {
  const found = await readTable("a,b,c\n1,An,2026-01-01\n2,Lê,2026-01-02\n", "a.csv", {
    headings: ["id", "name", "day"]
  });
  expect(found.sheet).toMatchObject({ headings: ["id", "name", "day"], headingRow: 1 });
  expect(found.rows).toHaveLength(2);
});

describe("headings in two rows", () => {
  const data = ["1,2026-01-01,An,0912345678,5", "2,2026-01-02,Bình,0912345679,6"];

  test.each([
    ["a group above each", "Đơn,,Khách,,Tiền", "Mã đơn,Ngày,Tên,SĐT,Thành tiền"],
    ["groups above some", "Mã đơn,Ngày,Khách,,Thành tiền", ",,Tên,SĐT,"]
  ])("are put together: %s", async (_, upper, lower) => {
    const found = await readTable([upper, lower, ...data].join("\n"));
    expect(found.sheet.headings).toEqual(["Mã đơn", "Ngày", "Tên", "SĐT", "Thành tiền"]);
    expect(leftOf(found)).toEqual(["2 heading"]);
    expect(cellsOf(found).map((cells) => cells.join(","))).toEqual(data);
  });

  test("are none where the second row has values", async () => {
    const found = await readTable(["Mã đơn,Ngày,Khách,,Thành tiền", ...data].join("\n"));
    expect([found.rows.length, found.left]).toEqual([2, []]);
  });
});

describe("cells parted by blanks", () => {
  const lines = [" 00001 19970101  1  11.77", " 00002 19970112  1  12.00", " 00002 19970112 15 177.00"];

  test("without headings are said to lack them", async () => {
    expect(await codesOf(`${lines.join("\n")}\n`, "sales.txt")).toEqual(["no-headings"]);
  });

  test.each([
    ["named by a person", lines, { headings: ["customer_id", "date", "quantity", "amount"] }],
    ["named by their first line", ["customer_id date quantity amount", ...lines], {}]
  ])("are read when %s", async (_, rows, options) => {
    const found = await readTable(rows.join("\r\n"), "sales.txt", options);
    expect(found.sheet.headings).toEqual(["customer_id", "date", "quantity", "amount"]);
    expect(cellsOf(found).at(-1)).toEqual(["00002", "19970112", "15", "177.00"]);
    expect(found.rows).toHaveLength(3);
  });

  test.each([
    ["of unequal number", [...lines, " 00003 19970112 4"]],
    ["that are words", ["one two three", "four five six", "seven eight nine"]]
  ])("are no table where they are cells %s", async (_, rows) => {
    expect(await codesOf(rows.join("\n"), "sales.txt")).toEqual(["one-column"]);
  });
});

test("letters damaged here and there are told with the first row", async () => {
  const text = encode(`name,city\n${"Nguyễn Thị Lan,Huế\n".repeat(20)}`, "utf-8");
  const damaged = new Uint8Array([...text, ...encode("Tr", "utf-8"), 0xe1, 0xbb, ...encode("n,Huế\n", "utf-8")]);
  const { sheets, issues, skipped } = await readHeld(damaged);
  expect([sheets.length, issues]).toEqual([1, []]);
  expect(skipped).toEqual([
    { code: "lost-letters", file: "a.csv", row: 22, column: "name", got: "Tr\ufffdn", detail: { rows: "1" } }
  ]);
});

describe("a database may read", () => {
  const plain = `${["id,name,amount", ...Array.from({ length: 50 }, (_, i) => `${i},"Lê, An",${i * 1000}`)].join("\n")}\n`;
  test.each([
    ["a plain text", plain],
    ["one with a mark", `\ufeff${plain}`],
    ["one of CRLF", plain.replaceAll("\n", "\r\n")],
    ["one without an end after the last row", plain.trimEnd()]
  ])("%s", async (_, text) => {
    expect((await readTable(text)).sheet.direct).toMatchObject({ kind: "csv", delimiter: "," });
  });

  test.each([
    ["a blank line", plain.replace("\n9,", "\n\n9,")],
    ["a row of separators", plain.replace("\n9,", "\n,,\n9,")],
    ["headings again", plain.replace("\n9,", "\nid,name,amount\n9,")],
    ["a preamble", `Báo cáo\n${plain}`],
    ["a total", `${plain}Tổng,,1225000\n`],
    ["a blank line at the end", `${plain}\n`],
    ["CR alone", plain.replaceAll("\n", "\r")],
    ["mixed line ends", plain.replace("\n", "\r\n")],
    ["NUL", plain.replace("An", "A\0n")],
    ["a no-break space", plain.replace("An", "A\u00a0n")],
    ["a tab in a cell", plain.replace("An", "A\tn")],
    ["headings again as the last line, without an end", `${plain}id,name,amount`],
    ["marks that combine", plain.replace("An", "A\u0301n")],
    ["another encoding", encode(plain, "windows-1252")]
  ])("not one with %s", async (_, text) => {
    expect((await readTable(text)).sheet.direct).toBeUndefined();
  });
});

test("sheets can be read again", async () => {
  const { sheets } = await readHeld("a,b\n1,2\n3,4\n");
  const [sheet] = sheets;
  if (!sheet) throw new Error("no sheet");
  expect(cellsOf(await gather(sheet))).toEqual(cellsOf(await gather(sheet)));
  expect(sheet.sample).toEqual([
    ["1", "2"],
    ["3", "4"]
  ]);
});
