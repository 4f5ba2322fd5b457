import { describe, expect, test } from "vitest";
import { accounted, cellsOf, countTo, readTable } from "./gather.js";

const ROWS = Array.from({ length: 12 }, (_, i) => [`A${i}`, `KH${i}`, `2026-03-1${i % 10}`, "Bàn, lớn", `${i + 40}`]);
const HEADINGS = ["order_id", "customer_id", "order_date", "product", "amount"];
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const write = (row: readonly string[]) => row.map((cell) => (cell.includes(",") ? quote(cell) : cell)).join(",");

describe("rows put into quotes as a whole", () => {
  test.each([
    ["one of them", (i: number) => i === 4],
    ["the last one", (i: number) => i === 12],
    ["all of them, the headings too", () => true],
    ["all but the headings", (i: number) => i > 0]
  ])("%s", async (_, wrapped) => {
    const lines = [HEADINGS, ...ROWS].map((row, i) => (wrapped(i) ? quote(write(row)) : write(row)));
    const found = await readTable(`${lines.join("\n")}\n`);
    expect(found.sheet.headings).toEqual(HEADINGS);
    expect(cellsOf(found)).toEqual(ROWS);
    expect(accounted(found)).toEqual(countTo(13));
  });
});

describe("one cell too many", () => {
  const table = (odd: string) => ["id,day,pieces,amount,note", ...plain, odd, ""].join("\n");
  const plain = Array.from({ length: 8 }, (_, i) => `A${i},2026-03-0${i + 1},1,25000${i},`);

  test("is ragged where a figure may have been cut in two, though the last cell is empty", async () => {
    const { rows, ragged } = await readTable(table("A9,2026-03-09,1,258,000,"));
    expect(rows.length).toBe(8);
    expect(ragged).toMatchObject([{ row: 10, cells: 6 }]);
  });

  test("is borne where it is empty and no figure can have been cut", async () => {
    const { rows } = await readTable(table("A9,2026-03-09,,250009,quà,"));
    expect(rows.at(-1)?.cells).toEqual(["A9", "2026-03-09", "", "250009", "quà"]);
  });
});
