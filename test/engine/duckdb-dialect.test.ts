import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DayFormat } from "../../loaders/engine/dialect.js";
import { literal, name } from "../../loaders/engine/dialect.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { duckdbDialect as d } from "../../loaders/engine/duckdb-dialect.js";
import type { Engine, Value } from "../../loaders/engine/engine.js";

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

async function value(expression: string, from = ""): Promise<Value | undefined> {
  const [row] = await engine.rows(`SELECT ${expression} AS value ${from}`);
  return row?.value;
}

const numbers = "FROM (VALUES (1, 'a', 10), (2, 'b', 30), (4, 'c', 20), (NULL, 'd', NULL)) AS t(x, name, y)";

describe("days and months", () => {
  test.each([
    ["2024-02-28", "2024-03-01", 2],
    ["2023-02-28", "2023-03-01", 1],
    ["2024-03-01", "2024-02-28", -2],
    ["2026-06-30", "2026-06-30", 0]
  ])("from %s to %s are %i days", async (a, b, expected) => {
    expect(await value(d.days(`DATE '${a}'`, `DATE '${b}'`))).toBe(expected);
  });

  test("a month starts on its first day", async () => {
    expect(await value(d.monthStart("DATE '2024-02-29'"))).toBe("2024-02-01");
  });
});

describe("aggregates", () => {
  // Between the neighbours 1, 2, 4: the median is 2, the quartile lies halfway from 1 to 2; the null plays no part.
  test.each([
    [0, 1],
    [0.25, 1.5],
    [0.5, 2],
    [1, 4]
  ])("the quantile %d is %d", async (p, expected) => {
    expect(await value(d.quantile("x", p), numbers)).toBe(expected);
  });

  test("several quantiles at once are the same as each alone", async () => {
    const [low, high] = d.quantiles("x", [0.25, 1]);
    expect(await engine.rows(`SELECT ${low} AS low, ${high} AS high ${numbers}`)).toEqual([{ low: 1.5, high: 4 }]);
  });

  test("the largest and the smallest pick their row", async () => {
    expect(await value(d.argMax("name", "y"), numbers)).toBe("b");
    expect(await value(d.argMin("name", "y"), numbers)).toBe("a");
  });

  test("an aggregate over nothing is null", async () => {
    expect(await value(d.quantile("x", 0.5), `${numbers} WHERE x > 99`)).toBeNull();
  });
});

describe("numbers in text", () => {
  test.each([
    ["1250000", 1250000],
    ["1250000.50", 1250000.5],
    ["-5", -5],
    ["1,250,000", 1250000],
    ["₫1,250,000", 1250000],
    ["1250000đ", 1250000],
    ["$1250.5", 1250.5],
    ["-$3.00", -3],
    [" 7 ", 7],
    ["12a", null],
    ["", null],
    ["1.250.000", null],
    ["12,5", null],
    ["(5)", null],
    ["nan", null],
    ["inf", null],
    ["-infinity", null],
    ["0x10", null]
  ])("%j is read as %s", async (text, expected) => {
    expect(await value(d.tryMoney(literal(text), "dot"))).toBe(expected);
    expect(await value(d.tryNumber(literal(text), "dot"))).toBe(expected);
  });

  test.each([
    ["1.250.000", 1250000],
    ["1.250,5 ₫", 1250.5],
    ["-12,5", -12.5],
    ["165.000", 165000],
    ["1,250.5", null],
    ["12a", null]
  ])("with a decimal comma %j is read as %s", async (text, expected) => {
    expect(await value(d.tryMoney(literal(text), "comma"))).toBe(expected);
    expect(await value(d.tryNumber(literal(text), "comma"))).toBe(expected);
  });

  test("money adds up exactly", async () => {
    const cells = "FROM (VALUES ('0.1'), ('0.2'), ('-0.3')) AS t(cell)";
    expect(await value(`sum(${d.tryMoney("cell", "dot")}) = 0`, cells)).toBe(true);
  });

  test("a number that no quantity can be is none", async () => {
    expect(await value(d.tryNumber("'1e300'", "dot"))).toBeNull();
  });
});

describe("days in text", () => {
  const zone = "Asia/Ho_Chi_Minh";
  const read = (text: string, format: DayFormat) => value(d.tryDay(literal(text), format, zone));

  test.each<[string, DayFormat, string | null]>([
    ["2026-06-30", "iso", "2026-06-30"],
    [" 2026-06-30 ", "iso", "2026-06-30"],
    ["2026/06/30", "iso", "2026-06-30"],
    ["2026-1-5", "iso", "2026-01-05"],
    ["2026-02-30", "iso", null],
    ["2025-02-29", "iso", null],
    ["infinity", "iso", null],
    ["epoch", "iso", null],
    ["46105.69", "iso", null],
    ["2026-01-31 (BC)", "iso", null],
    ["31/12/2024", "dmy", "2024-12-31"],
    ["31-12-2024", "dmy", "2024-12-31"],
    ["31.12.2024 23:59", "dmy", "2024-12-31"],
    ["1/2/24", "dmy", "2024-02-01"],
    ["12/31/2024", "dmy", null],
    ["12/31/2024 2:30 PM", "mdy", "2024-12-31"],
    ["1/2/24", "mdy", "2024-01-02"],
    ["29/02/2023", "dmy", null],
    ["20240131", "ymd-compact", "2024-01-31"],
    ["20241301", "ymd-compact", null],
    ["2024013", "ymd-compact", null]
  ])("%j as %s is %s", async (text, format, expected) => {
    expect(await read(text, format)).toBe(expected);
  });

  // Vietnam is seven hours ahead of UTC: 17:00Z is midnight there.
  test.each([
    ["2026-01-31 23:59:59", "2026-01-31"],
    ["2026-01-31T16:59:59Z", "2026-01-31"],
    ["2026-01-31T17:00:00Z", "2026-02-01"],
    ["2026-01-31T17:00Z", "2026-02-01"],
    ["2026-01-31T17:00:00.000Z", "2026-02-01"],
    ["2026-01-31 17:00:00 UTC", "2026-02-01"],
    ["2026-01-31 17:00:00+00", "2026-02-01"],
    ["2026-01-31T17:00+00:00", "2026-02-01"],
    ["2026-01-31 11:59:59 -0500", "2026-01-31"],
    ["2026-01-31 12:00:00 -0500", "2026-02-01"],
    ["2026-02-01T00:30:00+07:00", "2026-02-01"],
    ["2026-02-01T00:30:00+09:00", "2026-01-31"],
    ["2026-01-31 10:00:00 Asia/Tokyo", null]
  ])("%j falls on %s in Vietnam", async (text, expected) => {
    expect(await read(text, "iso")).toBe(expected);
  });

  test("the machine's time zone plays no part", async () => {
    const before = process.env.TZ;
    try {
      process.env.TZ = "Pacific/Kiritimati";
      expect(await read("2026-01-31T17:00:00Z", "iso")).toBe("2026-02-01");
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

describe("text", () => {
  test.each([
    ["  Đà NẴNG ", "da nang"],
    ["Khánh Hòa", "khanh hoa"],
    ["ượt", "uot"]
  ])("%j folds to %j", async (text, expected) => {
    expect(await value(d.fold(literal(text)))).toBe(expected);
  });

  test("patterns match and replace everywhere", async () => {
    expect(await value(d.matches("'2024-13'", "^[0-9]{4}-(0[1-9]|1[0-2])"))).toBe(false);
    expect(await value(d.matches("'2024-12-01'", "^[0-9]{4}-(0[1-9]|1[0-2])"))).toBe(true);
    expect(await value(d.replaceAll("'a-b-c'", "[^a-z]", ""))).toBe("abc");
  });

  test("joining leaves nulls out", async () => {
    expect(await value(d.join("; ", ["'a'", "NULL", "'b'"]))).toBe("a; b");
  });

  test("equal rows have equal hashes, and where a value stands matters", async () => {
    expect(await value(`${d.rowHash(["'a'", "NULL"])} = ${d.rowHash(["'a'", "NULL"])}`)).toBe(true);
    expect(await value(`${d.rowHash(["'a'", "'b'"])} = ${d.rowHash(["'b'", "'a'"])}`)).toBe(false);
    expect(await value(`${d.rowHash(["'a'", "NULL"])} = ${d.rowHash(["NULL", "'a'"])}`)).toBe(false);
  });

  test("no text or name breaks out of its quotes", async () => {
    const nasty = `'; DROP TABLE t; --" \\ ''`;
    expect(await value(literal(nasty))).toBe(nasty);
    const [row] = await engine.rows(`SELECT 1 AS ${name(nasty)}`);
    expect(row).toEqual({ [nasty]: 1 });
  });
});

test("a series counts from nought", async () => {
  expect(await engine.rows(`SELECT n FROM ${d.series(3)} AS s ORDER BY n`)).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
});
