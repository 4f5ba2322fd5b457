import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { type Dialect, splitRows } from "../../loaders/files/records.js";
import { accounted, cellsOf, countTo, readTable } from "./gather.js";

/** A table as a shop's tool would hold it: id, name, day and amount are always there, the note may be anything. */
const note = fc.oneof(
  fc.constant(""),
  fc.constantFrom(
    "giao sáng",
    'áo "đẹp"',
    "a, b; c | d",
    "Total",
    "Tổng cộng",
    "id",
    "5,5",
    "hai\ndòng",
    "'đơn'",
    "#1"
  ),
  fc.string({ maxLength: 12 })
);
const row = fc.record({
  name: fc.constantFrom("An", "Nguyễn Hằng", "Total", "Tổng", "Lê, Ước", "Ghi chú: x"),
  day: fc.integer({ min: 10, max: 28 }).map((day) => `2026-01-${day}`),
  amount: fc.integer({ min: 1, max: 9_999_999 }).map(String),
  note
});

/** What stands around and between the rows; `count` is how many rows of the file it makes. */
const messy = fc.record({
  rows: fc.array(row, { minLength: 4, maxLength: 60 }),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  mark: fc.constantFrom("", "\ufeff"),
  preamble: fc.subarray(["BÁO CÁO BÁN HÀNG", "Từ 01/01/2026 đến 31/01/2026", "Chi nhánh Hà Nội", ""]),
  footer: fc.constantFrom<string[]>([], ["", "Grand Totals (5 records)", "Confidential"], ["TOTAL"], ["", ""]),
  blanks: fc.array(fc.nat(59), { maxLength: 4 }),
  broken: fc.array(fc.nat(59), { maxLength: 2 }),
  allQuoted: fc.boolean(),
  lastEnd: fc.boolean()
});

const HEADINGS = ["id", "name", "day", "amount", "note", "end"];
const tidy = (cell: string) =>
  cell
    .replace(/[\u00a0\u2007\u202f\t]/g, " ")
    .normalize("NFC")
    .trim();

describe("a messy text of any dialect", () => {
  test("gives every row of data once, in its place, and accounts for every row of the file", async () => {
    await fc.assert(
      fc.asyncProperty(
        messy,
        async ({ rows, delimiter, lineEnd, mark, preamble, footer, blanks, broken, allQuoted, lastEnd }) => {
          const quote = (cell: string) =>
            allQuoted || /[",;|\t\r\n']|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
          const lines = [...preamble, HEADINGS.map(quote).join(delimiter)];
          const wanted = new Map<number, string[]>();
          const ragged: number[] = [];
          for (const [i, { name, day, amount, note: words }] of rows.entries()) {
            if (blanks.includes(i)) lines.push("");
            const cells = [`DH${i}`, name, day, amount, words, "x"];
            // Broken rows stay fewer than the sound ones, as in a file that is worth reading.
            if (broken.includes(i) && ragged.length < rows.length / 4) {
              lines.push([...cells, "extra"].map(quote).join(delimiter));
              ragged.push(lines.length);
            } else {
              lines.push(cells.map(quote).join(delimiter));
              wanted.set(lines.length, cells.map(tidy));
            }
          }
          const total = footer[0] === "TOTAL" ? ["Tổng cộng", "", "", "99999999", "", ""].join(delimiter) : undefined;
          lines.push(...(total === undefined ? footer.map((line) => quote(line).replace(/^""$/, "")) : [total]));
          const text = mark + lines.join(lineEnd) + (lastEnd || lines.at(-1) === "" ? lineEnd : "");
          const found = await readTable(text);
          expect(found.sheet.headings).toEqual(HEADINGS);
          expect(new Map(found.rows.map(({ row: at, cells }) => [at, cells]))).toEqual(wanted);
          expect(found.ragged.map(({ row: at }) => at)).toEqual(ragged);
          expect(accounted(found)).toEqual(countTo(lines.length));
        }
      ),
      { numRuns: 400, seed: 20260101 }
    );
  });
});

describe("rows and cells", () => {
  const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.stringMatching(/^[ ,;"\r\na]{0,6}$/));
  test("are those that Papa Parse finds in what it wrote itself", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom("\n", "\r\n", "\r"),
        (rows, delimiter, newline) => {
          const text = Papa.unparse(rows, { delimiter, newline, quotes: true });
          const dialect: Dialect = { delimiter, quote: '"', backslash: false };
          expect(splitRows(text, dialect, true)).toMatchObject({ records: rows, open: false });
          const { records, rest } = splitRows(text, dialect, false);
          expect([...records, ...splitRows(text.slice(rest), dialect, true).records]).toEqual(rows);
        }
      ),
      { numRuns: 500, seed: 7 }
    );
  });
});

describe("rows cut anywhere", () => {
  test("a text read in pieces is the text read whole", async () => {
    const text = `id;name;note\n${Array.from({ length: 90_000 }, (_, i) => `${i};"Lê ""Ước"" ${i}";"a\r\nb; c"`).join("\r\n")}`;
    const found = await readTable(text);
    expect(found.rows).toHaveLength(90_000);
    for (const [i, cells] of cellsOf(found).entries()) expect(cells).toEqual([`${i}`, `Lê "Ước" ${i}`, "a\r\nb; c"]);
  });
});
