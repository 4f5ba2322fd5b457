import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { literal } from "../../loaders/engine/dialect.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { type Engine, FileError } from "../../loaders/engine/engine.js";
import { openWasm } from "../support/wasm.js";

let wasm: Engine;
let native: Engine;
beforeAll(async () => {
  [wasm, native] = [await openWasm(), await openDuckdb()];
});
afterAll(() => Promise.all([wasm.close(), native.close()]));

describe("a value comes as the same plain value as from the database in this process", () => {
  test.each([
    "CAST(5 AS BIGINT)",
    "CAST(2.5 AS DECIMAL(18,4))",
    "CAST(-1234567.8901 AS DECIMAL(18,4))",
    "sum(CAST(99999999999.9999 AS DECIMAL(18,4)))",
    "sum(CAST(-7 AS BIGINT))",
    "sum(1)",
    "avg(CAST(1.1 AS DECIMAL(18,4)))",
    "count(*)",
    "0.1 + 0.2",
    "CAST(1.5 AS FLOAT)",
    "DATE '2026-06-30'",
    "DATE '1969-12-31'",
    "DATE '0001-01-01'",
    "TIMESTAMP '2026-06-30 12:34:56'",
    "CAST(NULL AS DATE)",
    "CAST(NULL AS DECIMAL(18,4))",
    "NULL",
    "TRUE",
    "'Đà Nẵng'",
    "''",
    "quantile_cont(1.5, 0.5)",
    "row_number() OVER ()"
  ])("%s", async (sql) => {
    const rows = await native.rows(`SELECT ${sql} AS value`);
    expect(await wasm.rows(`SELECT ${sql} AS value`)).toEqual(rows);
    expect(typeof (await wasm.rows(`SELECT ${sql} AS value`))[0]?.value).toBe(typeof rows[0]?.value);
  });
});

describe("the dialect reads cells alike", () => {
  const d = () => wasm.dialect;
  test.each([
    ["2026-01-31T17:00:00.000Z", "2026-02-01"],
    ["2026-01-31 11:59:59 -0500", "2026-01-31"],
    ["2026-06-30", "2026-06-30"],
    ["infinity", null]
  ])("day %j", async (text, expected) => {
    const day = d().tryDay(literal(text), "iso", "Asia/Ho_Chi_Minh");
    expect(await wasm.rows(`SELECT ${day} AS day`)).toEqual([{ day: expected }]);
  });

  test("a zone with summer time", async () => {
    const day = (text: string) => d().tryDay(literal(text), "iso", "America/New_York");
    const sql = `SELECT ${day("2026-03-08T04:59Z")} AS winter, ${day("2026-07-01T03:59Z")} AS summer, ${day("2026-07-01T04:00Z")} AS later`;
    expect(await wasm.rows(sql)).toEqual([{ winter: "2026-03-07", summer: "2026-06-30", later: "2026-07-01" }]);
    expect(await native.rows(sql)).toEqual(await wasm.rows(sql));
  });

  test("texts fold", async () => {
    expect(await wasm.rows(`SELECT ${d().fold("'  Đà NẴNG '")} AS text`)).toEqual([{ text: "da nang" }]);
  });
});

const FORMAT = { kind: "csv", delimiter: ",", columns: ["a", "b"] } as const;

test("files are read where they lie, text row by row in its order", async () => {
  const path = await wasm.mount({ blob: new Blob(['a,b\n1,"x\ny"\n2,\n']) }, "orders.csv");
  await wasm.run(`CREATE TABLE mounted AS SELECT * FROM ${wasm.dialect.readFile(path, FORMAT)} AS f`);
  expect(await wasm.rows("SELECT rowid AS place, a, b FROM mounted ORDER BY 1")).toEqual([
    { place: 0, a: "1", b: "x\ny" },
    { place: 1, a: "2", b: null }
  ]);
});

test("so are texts written piece by piece, and two of one name are two", async () => {
  for (const amount of ["1", "2"]) {
    const scratch = await wasm.scratch();
    for (const piece of ["a,b\n", `${amount},Đ\n`]) await scratch.write(piece);
    const path = await scratch.close();
    expect(await wasm.rows(`SELECT * FROM ${wasm.dialect.readFile(path, FORMAT)} AS f`)).toEqual([
      { a: amount, b: "Đ" }
    ]);
  }
});

test("several statements run as one text", async () => {
  await wasm.run("CREATE TABLE first AS SELECT 1 AS x; CREATE TABLE second AS SELECT x + 1 AS x FROM first");
  expect(await wasm.rows("SELECT x FROM second")).toEqual([{ x: 2 }]);
});

test("a file of two kinds of line ends is the file's fault, a wrong statement the programmer's", async () => {
  const path = await wasm.mount({ blob: new Blob(["a,b\n1,2\r\n3,4\n"]) }, "a.csv");
  await expect(wasm.rows(`SELECT * FROM ${wasm.dialect.readFile(path, FORMAT)} AS f`)).rejects.toBeInstanceOf(
    FileError
  );
  await expect(wasm.rows("SELECT nothing FROM nowhere")).rejects.not.toBeInstanceOf(FileError);
});

test("it doesn't ask any network for what it lacks", async () => {
  await expect(wasm.rows("SELECT * FROM read_parquet('a.parquet')")).rejects.toThrow(/read_parquet/);
});
