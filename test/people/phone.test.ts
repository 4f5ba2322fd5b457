import fc from "fast-check";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { literal } from "../../loaders/engine/dialect.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import type { Engine } from "../../loaders/engine/engine.js";
import { inventedPhoneSql, phoneFaultSql, phoneSql, secondPhoneSql } from "../../loaders/people/phone.js";

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

/** What the database makes of texts, in one query. */
async function read(texts: readonly string[], sql = phoneSql): Promise<unknown[]> {
  const values = texts.map((text, i) => `(${i}, ${literal(text)})`).join(", ");
  const rows = await engine.rows(
    `SELECT ${sql(engine.dialect, "text")} AS phone FROM (VALUES ${values}) AS t(n, text) ORDER BY n`
  );
  return rows.map((r) => r.phone);
}

const SAME = [
  "0912345678",
  "0912 345 678",
  "0912.345.678",
  "0912-345-678",
  "(0912) 345 678",
  "+84 912.345.678",
  "+84912345678",
  "84912345678",
  "0084912345678",
  "+840912345678",
  "(+84) 0912 345 678",
  "+84 (0) 912 345 678",
  "912345678",
  "0912345678.0",
  "912,345,678",
  "912345678.0",
  "84912345678.0",
  "'0912345678",
  "’0912345678",
  "ĐT: 0912345678",
  "0912345678 (chị Lan)",
  "0912345678\t",
  "0912\u00a0345\u00a0678",
  "\u202d0912345678\u202c",
  "0912345678 / 0987654322",
  "0912345678; 0987 654 322",
  "0912 345 678 - 0987 654 322",
  "không có / 0912345678",
  "0912345678\n0987654322"
];

test.each(SAME)("%j is +84912345678", async (text) => {
  expect(await read([text])).toEqual(["+84912345678"]);
});

test.each([
  ["0168 123 4567", "+84381234567"],
  ["+84 168 123 4567", "+84381234567"],
  ["1681234567", "+84381234567"],
  ["01201234567", "+84701234567"],
  ["01211234567", "+84791234567"],
  ["01221234567", "+84771234567"],
  ["01261234567", "+84761234567"],
  ["01281234567", "+84781234567"],
  ["01231234567", "+84831234567"],
  ["01241234567", "+84841234567"],
  ["01251234567", "+84851234567"],
  ["01271234567", "+84811234567"],
  ["01291234567", "+84821234567"],
  ["01621234567", "+84321234567"],
  ["01631234567", "+84331234567"],
  ["01641234567", "+84341234567"],
  ["01651234567", "+84351234567"],
  ["01661234567", "+84361234567"],
  ["01671234567", "+84371234567"],
  ["01691234567", "+84391234567"],
  ["01861234567", "+84561234567"],
  ["01881234567", "+84581234567"],
  ["01991234567", "+84591234567"],
  ["841234567", "+84841234567"],
  ["024 3822 1234", "+842438221234"],
  ["(028) 3822-1234 ext 12", "+842838221234"],
  ["2838221234", "+842838221234"],
  ["+1 (212) 555-0187", "+12125550187"],
  ["0033 6 12 34 56 78", "+33612345678"],
  ["+855 12 345 678", "+85512345678"]
])("%j is %s", async (text, expected) => {
  expect(await read([text])).toEqual([expected]);
});

test.each([
  ["9.12E+08", "lost-digits"],
  ["8,49E+10", "lost-digits"],
  ["091***5678", "masked"],
  ["******78", "masked"],
  ["(+84)90*****78", "masked"],
  ["09xxxxx678", "masked"],
  ["12345", "unreadable"],
  ["091234567", "unreadable"],
  ["09123456789", "unreadable"],
  ["+84 12345", "unreadable"],
  ["không có", "unreadable"],
  ["19001234", "unreadable"],
  ["0912a345678", "unreadable"],
  ["-", "unreadable"]
])("%j is no phone: %s", async (text, fault) => {
  expect(await read([text])).toEqual([null]);
  expect(await read([text], phoneFaultSql)).toEqual([fault]);
});

test("a second phone in a cell is kept, a number written in groups is not taken for two", async () => {
  expect(await read(["0912345678 / 0987654322", "0912 345 678", "0912345678, chồng"], secondPhoneSql)).toEqual([
    "+84987654322",
    null,
    null
  ]);
});

test.each([
  ["0123456789", null],
  ["0987654321", true],
  ["0000000000", null],
  ["0999999999", true],
  ["0911111111", true],
  ["0912345678", false]
])("%j as a made-up number: %j", async (text, expected) => {
  expect(await read([text], (d, t) => inventedPhoneSql(d, `(${phoneSql(d, t)})`))).toEqual([expected]);
});

describe("against the tables of libphonenumber", () => {
  const digits = (length: number) =>
    fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, "0"));
  const vietnamese = fc.oneof(
    fc.tuple(fc.constantFrom("3", "5", "7", "8", "9"), digits(8)).map((p) => p.join("")),
    fc.tuple(fc.constant("2"), digits(9)).map((p) => p.join(""))
  );
  const writings = [
    (n: string) => `0${n}`,
    (n: string) => `+84${n}`,
    (n: string) => `+84 ${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`,
    (n: string) => `84${n}`,
    (n: string) => `0${n.slice(0, 2)}.${n.slice(2, 5)}.${n.slice(5)}`,
    (n: string) => `(0${n.slice(0, 2)}) ${n.slice(2, 6)}-${n.slice(6)}`,
    (n: string) => `'0${n}`,
    (n: string) => n,
    (n: string) => `${n}.0`
  ];

  test("every number that is valid there is read here, in every way of writing it", async () => {
    const numbers = fc
      .sample(vietnamese, { seed: 84, numRuns: 3000 })
      .filter((n) => parsePhoneNumberFromString(`0${n}`, "VN")?.isValid());
    expect(numbers.length).toBeGreaterThan(800);
    const cases = numbers.map((n, i) => {
      const text = (writings[i % writings.length] ?? String)(n);
      return [text, parsePhoneNumberFromString(`0${n}`, "VN")?.number] as const;
    });
    const ours = await read(cases.map(([text]) => text));
    expect(cases.filter(([, theirs], i) => ours[i] !== theirs)).toEqual([]);
  });

  test("foreign numbers with their country are left as they are", async () => {
    const foreign = fc.tuple(
      fc.constantFrom("1212", "4420", "336", "8190", "6591", "85512", "4915", "6141", "8613"),
      digits(8)
    );
    const valid = fc
      .sample(foreign, { seed: 7, numRuns: 2000 })
      .map((p) => `+${p.join("").slice(0, 12)}`)
      .filter((n) => parsePhoneNumberFromString(n)?.isValid());
    expect(valid.length).toBeGreaterThan(200);
    expect(await read(valid)).toEqual(valid);
  });
});
