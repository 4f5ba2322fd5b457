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
    ["(5)", -5],
    ["(5.00)", -5],
    ["($1,240.00)", -1240],
    ["-$45.00", -45],
    ["$-45.00", -45],
    ["$ (45.00)", -45],
    ["45.00-", -45],
    ["−5", -5],
    ["+5", 5],
    ["$1,240.00", 1240],
    ["VND 1,200,000", 1200000],
    ["1,200,000 VNĐ", 1200000],
    ["1\u00a0250\u00a0000.50", 1250000.5],
    ["1\u202f250", 1250],
    ["1'250", 1250],
    ["1’250.5", 1250.5],
    ["'1250", 1250],
    ["1 250 000", 1250000],
    ["--5", null],
    ["(-5)", null],
    ["-5-", null],
    ["5$3", null],
    ["1,25", null],
    ["1 2", null],
    ["5 pcs", null],
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
    ["15.690.000", 15690000],
    ["1.250.000đ", 1250000],
    ["192.612.578₫", 192612578],
    ["VND 1.200.000", 1200000],
    ["1 250 000,50", 1250000.5],
    ["(1.250,5)", -1250.5],
    ["1.250-", -1250],
    ["1250000", 1250000],
    ["-7", -7],
    ["1.25", null],
    ["1.250,5 ₫", 1250.5],
    ["-12,5", -12.5],
    ["165.000", 165000],
    ["1,250.5", null],
    ["12a", null]
  ])("with a decimal comma %j is read as %s", async (text, expected) => {
    expect(await value(d.tryMoney(literal(text), "comma"))).toBe(expected);
    expect(await value(d.tryNumber(literal(text), "comma"))).toBe(expected);
  });

  test.each([
    ["450.000", 450000],
    ["1,250,000", 1250000],
    ["1250000.5", 1250000.5],
    ["1.250,50 ₫", 1250.5],
    ["$1,240.00", 1240],
    ["฿120.00", 120],
    ["12,5", 12.5],
    ["0.125", 0.125],
    ["450.1250", 450.125],
    ["-35,000", -35000],
    ["1.250,000", null],
    ["1250000", 1250000]
  ])("each cell for itself, %j is read as %s", async (text, expected) => {
    expect(await value(d.tryMoney(literal(text), "mixed"))).toBe(expected);
    expect(await value(d.tryNumber(literal(text), "mixed"))).toBe(expected);
  });

  test.each([
    ["450.000", "dot-cents", null],
    ["450.000 ₫", "dot-cents", null],
    ["450,000", "dot-cents", 450000],
    ["45.50", "dot-cents", 45.5],
    ["0.125", "dot-cents", 0.125],
    ["450,000", "comma-cents", null],
    ["450.000", "comma-cents", 450000],
    ["45,50", "comma-cents", 45.5]
  ] as const)("where fractions of three digits don't occur, %j in %s is %s", async (text, form, expected) => {
    expect(await value(d.tryMoney(literal(text), form))).toBe(expected);
  });

  test("a cell of thousands of figures is no number, and costs no time", async () => {
    const started = performance.now();
    const rows = `FROM (SELECT repeat('1,', 5000) AS cell FROM range(500))`;
    expect(await value(`count(${d.tryMoney("cell", "dot")})`, rows)).toBe(0);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test.each<[string, "dot" | "comma", number | null]>([
    ["1.77%", "dot", 0.0177],
    ["1,77%", "comma", 0.0177],
    ["-50 %", "comma", -0.5],
    ["%", "dot", null]
  ])("%j is a share of one, and no money", async (text, style, expected) => {
    expect(await value(d.tryNumber(literal(text), style))).toBe(expected);
    expect(await value(d.tryMoney(literal(text), style))).toBeNull();
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
    ["2026-06-30 9:14 PM", "iso", "2026-06-30"],
    ["2026-06-30 soon", "iso", null],
    ["2026-06-30", "dmy", "2026-06-30"],
    ["2026-06-30 09:14", "mdy", "2026-06-30"],
    ["2026-06-30", "serial", "2026-06-30"],
    ["2026-06-30T17:00:00Z", "dmy", "2026-07-01"],
    ["14:30 12-04-2026", "dmy", "2026-04-12"],
    ["12/04/2026 14:30:05", "dmy", "2026-04-12"],
    ["12/04/2026\t", "dmy", "2026-04-12"],
    ["31/12/69", "dmy", "1969-12-31"],
    ["31/12/68", "dmy", "2068-12-31"],
    ["12/04/2026 soon", "dmy", null],
    ["3/15/2024 2:30 PM", "mdy", "2024-03-15"],
    ["20240131 2359", "ymd-compact", "2024-01-31"],
    ["20240131235959", "ymd-compact", "2024-01-31"],
    ["11-Feb-13", "named", "2013-02-11"],
    ["11-Feb-2013", "named", "2013-02-11"],
    ["01 Apr 2026 02:22", "named", "2026-04-01"],
    ["Apr 1, 2026", "named", "2026-04-01"],
    ["April 1st, 2026, 9:05 AM", "named", "2026-04-01"],
    ["Mon, 12 May 2025 10:00:00", "named", "2025-05-12"],
    ["12 thg 4, 2026", "named", "2026-04-12"],
    ["12 Tháng Tư 2026", "named", "2026-04-12"],
    ["ngày 12 tháng 12 năm 2026", "named", "2026-12-12"],
    ["Thứ Hai, 12 tháng mười một 2026", "named", "2026-11-12"],
    ["31 Feb 2026", "named", null],
    ["12 foo 2026", "named", null],
    ["46105.69", "serial", "2026-03-24"],
    ["46105", "serial", "2026-03-24"],
    ["46105,5", "serial", "2026-03-24"],
    ["12345", "serial", null],
    ["99999", "serial", null],
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

  // New York is five hours behind UTC in winter and four in summer, from 8 March 2026 on.
  test.each<[string, DayFormat, string, string]>([
    ["2026-01-31 17:00:00", "iso", "UTC", "2026-02-01"],
    ["2026-01-31 16:59", "iso", "UTC", "2026-01-31"],
    ["2026-01-31", "iso", "UTC", "2026-01-31"],
    ["2026-01-31T16:59:59Z", "iso", "America/New_York", "2026-01-31"],
    ["31/01/2026 17:00", "dmy", "UTC", "2026-02-01"],
    ["1/31/2026 5:00 PM", "mdy", "UTC", "2026-02-01"],
    ["1/31/2026 12:30 AM", "mdy", "UTC", "2026-01-31"],
    ["2026-01-31 12:00:00", "iso", "America/New_York", "2026-02-01"],
    ["2026-01-31 11:59:59", "iso", "America/New_York", "2026-01-31"],
    ["2026-07-31 12:59", "iso", "America/New_York", "2026-07-31"],
    ["2026-07-31 13:00", "iso", "America/New_York", "2026-08-01"]
  ])("%j as %s of %s falls on %s", async (text, format, from, expected) => {
    expect(await value(d.tryDay(literal(text), format, zone, from))).toBe(expected);
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
