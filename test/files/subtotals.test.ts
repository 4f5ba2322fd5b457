import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roughNumber } from "../../loaders/files/rough-number.js";
import { cellsOf, leftOf, readTable } from "./gather.js";

const lines = (...rows: string[]) => `${rows.join("\n")}\n`;

/** Sales of four days, two a day, with what stands under each day and at the end. */
const days = (close: (day: number, sum: number) => string, end: string[] = []) =>
  lines(
    "Ngày,Số HĐ,Mã KH,Tên khách,Thành tiền",
    ...[1, 2, 3, 4].flatMap((day) => [
      `0${day}/05/2026,B${day}1,C${day},Phạm Thị Mơ,${day * 1000}`,
      `0${day}/05/2026,B${day}2,C9,Đỗ Văn Lý,${day * 500}`,
      close(day, day * 1500)
    ]),
    ...end
  );

describe("rows that add up rows above them are left out", () => {
  test.each<[string, string]>([
    ["by a word in any cell", days((day, sum) => `0${day}/05/2026,,,Cộng ngày,${sum}`)],
    ["by arithmetic alone", days((day, sum) => `0${day}/05/2026,,,,${sum}`)],
    ["by the name of a group with a word", days((day, sum) => `0${day}/05/2026 Total,,,,${sum}`)],
    ["in Chinese", days((_, sum) => `,小计,,,${sum}`)],
    ["in German", days((day, sum) => `0${day}/05/2026 Ergebnis,,,,${sum}`)],
    ["where a word stands over numbers that don't add up", days((day) => `0${day}/05/2026,,,Cộng ngày,7`)]
  ])("%s", async (_, text) => {
    const found = await readTable(text);
    expect(leftOf(found)).toEqual(["4 total", "7 total", "10 total", "13 total"]);
    expect(found.rows).toHaveLength(8);
  });

  test("the total at the end is seen through those of the groups", async () => {
    const found = await readTable(days((day, sum) => `0${day}/05/2026,,,Cộng ngày,${sum}`, [",,,,15000"]));
    expect(leftOf(found)).toContain("14 total");
    expect(found.rows).toHaveLength(8);
  });

  test("groups of groups", async () => {
    const rows = ["North", "South"].flatMap((region) => [
      ...["A", "B"].flatMap((shop) => [
        `${region},${shop},N1,10`,
        `${region},${shop},N2,${shop === "A" ? 20 : 40}`,
        `${region},${shop} Total,,${shop === "A" ? 30 : 50}`
      ]),
      `${region} Total,,,80`
    ]);
    const found = await readTable(lines("Region,Shop,No,Amount", ...rows, "Grand Total,,,160"));
    expect(leftOf(found)).toHaveLength(7);
    expect(cellsOf(found).reduce((sum, cells) => sum + Number(cells[3]), 0)).toBe(160);
  });

  test("pages carry their sum over", async () => {
    const page = ["d,x1,100", "d,x2,50", "Cộng trang,,150", "Cộng mang sang,,150", "d,x3,70", "Cộng trang,,70"];
    expect(leftOf(await readTable(lines("k,id,amount", "d,x0,1", ...page)))).toEqual(["5 total", "6 total", "8 total"]);
  });

  test("a long file is read with them wherever they begin", async () => {
    const day = (i: number) => [`d${i},a${i},c1,${i + 1}`, `d${i},b${i},c2,${i + 2}`, `d${i},,Cộng ngày,${2 * i + 3}`];
    const found = await readTable(lines("day,id,who,amount", ...Array.from({ length: 3000 }, (_, i) => day(i)).flat()));
    expect(found.sheet.direct).toBeUndefined();
    expect(found.rows).toHaveLength(6000);
    expect(found.left).toHaveLength(3000);
  });
});

describe("what only looks like a sum is data", () => {
  test.each<[string, string[]]>([
    ["a brand called Total", ["A1,2026-05-01,Colgate Total,100", "A2,2026-05-02,Colgate Total,100"]],
    ["a sale equal to those before it", ["A1,2026-05-01,Tea,100", "A2,2026-05-02,Tea,100", "A3,2026-05-03,Tea,200"]],
    [
      "a walk-in's sale equal to those before it",
      ["A1,2026-05-01,An,100", "A2,2026-05-02,Bê,100", "A3,2026-05-03,,200"]
    ],
    [
      "further lines of an order",
      ["A1,2026-05-01,Tea,100", ",,Pot,100", ",,Cup,200", "A2,2026-05-02,Tea,100", ",,Cup,100"]
    ]
  ])("%s", async (_, rows) => {
    const found = await readTable(lines("id,day,product,amount", ...rows, "Z9,2026-06-01,Pan,317"));
    expect(leftOf(found)).toEqual([]);
    expect(found.rows).toHaveLength(rows.length + 1);
  });
});

test("sales of any sizes with a sum under each group lose none of them, and keep no sum", async () => {
  const group = fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 2, maxLength: 8 });
  const label = fc.constantFrom<(key: string) => string>(
    (key) => `${key} Total`,
    (key) => `Tổng ${key}`,
    () => "Cộng nhóm",
    () => "Subtotal",
    () => ""
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(group, { minLength: 2, maxLength: 12 }),
      label,
      fc.boolean(),
      async (groups, named, total) => {
        const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
        const rows = groups.flatMap((amounts, g) => [
          ...amounts.map((amount, i) => `KH${g},HD${g}-${i},2026-03-0${(i % 9) + 1},${amount}`),
          `${named(`KH${g}`)},,,${sum(amounts)}`
        ]);
        const text = lines("Khách,Số HĐ,Ngày,Tiền", ...rows, ...(total ? [`Tổng cộng,,,${sum(groups.flat())}`] : []));
        const found = await readTable(text);
        expect(cellsOf(found).map((cells) => Number(cells[3]))).toEqual(groups.flat());
        expect(found.left).toHaveLength(groups.length + (total ? 1 : 0));
      }
    ),
    { numRuns: 150, seed: 8 }
  );
});

test.each([
  ["1,250,000", 1_250_000],
  ["1.250.000 ₫", 1_250_000],
  ["1.250,5", 1250.5],
  ["1,250.50", 1250.5],
  ["0.125", 0.125],
  ["35,000", 35_000],
  ["12.3456", 12.3456],
  ["(500)", -500],
  ["-50.000", -50_000],
  ["", 0]
])("%s is about %d", (cell, value) => {
  expect(roughNumber(cell)).toBeCloseTo(value, 6);
});
