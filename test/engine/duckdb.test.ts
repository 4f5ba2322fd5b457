import { join } from "node:path";
import { expect, test } from "vitest";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { type Engine, FileError } from "../../loaders/engine/engine.js";
import { withDataset, withFolder } from "../support/dataset.js";

async function withEngine<T>(use: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openDuckdb();
  try {
    return await use(engine);
  } finally {
    await engine.close();
  }
}

test("big integers, decimals and days come as plain values", async () => {
  const sql =
    "SELECT CAST(5 AS BIGINT) AS a, CAST(2.5 AS DECIMAL(18,4)) AS b, DATE '2026-06-30' AS c, NULL AS d, TRUE AS e, sum(x) AS f FROM (SELECT 1 AS x) AS t";
  expect(await withEngine((e) => e.rows(sql))).toEqual([{ a: 5, b: 2.5, c: "2026-06-30", d: null, e: true, f: 1 }]);
});

test("a file comes row by row as text, in its order, columns named by their place", async () => {
  const text = 'id;note\n1;"a;b"\n3;"say ""hi""\nthere"\n';
  await withDataset({ "a.csv": text }, (folder) =>
    withEngine(async (engine) => {
      const format = { kind: "csv", delimiter: ";", columns: ["c1", "c2"] } as const;
      const file = engine.dialect.readFile(join(folder, "a.csv"), format);
      await engine.run(`CREATE TABLE t AS SELECT * FROM ${file} AS f`);
      const rows = await engine.rows(`SELECT ${engine.dialect.rowPosition} AS position, c1, c2 FROM t ORDER BY 1`);
      expect(rows).toEqual([
        { position: 0, c1: "1", c2: "a;b" },
        { position: 1, c1: "3", c2: 'say "hi"\nthere' }
      ]);
    })
  );
});

test.each(["2", "1,2,3", '"1"x,2'])("a row that can't be split, %s, is the file's fault", async (row) => {
  await withDataset({ "a.csv": `id,note\n1,2\n${row}\n3,4\n` }, (folder) =>
    withEngine(async (engine) => {
      const file = engine.dialect.readFile(join(folder, "a.csv"), { kind: "csv", delimiter: ",", columns: ["a", "b"] });
      await expect(engine.rows(`SELECT * FROM ${file} AS f`)).rejects.toBeInstanceOf(FileError);
    })
  );
});

test("Parquet comes back as the text it was, columns named by their place", async () => {
  await withFolder((folder) =>
    withEngine(async (engine) => {
      const path = join(folder, "it's.parquet");
      await engine.run(engine.dialect.writeParquet("SELECT 1 AS a, DATE '2026-06-30' AS \"the day\"", path));
      const file = engine.dialect.readFile(path, { kind: "parquet", delimiter: "", columns: ["c1", "c2"] });
      expect(await engine.rows(`SELECT * FROM ${file} AS f`)).toEqual([{ c1: "1", c2: "2026-06-30" }]);
    })
  );
});

test("a file of two kinds of line ends is the file's fault, a wrong statement the programmer's", async () => {
  await withDataset({ "a.csv": "a,b\n1,2\r\n3,4\n" }, (folder) =>
    withEngine(async (engine) => {
      const file = engine.dialect.readFile(join(folder, "a.csv"), {
        kind: "csv",
        delimiter: ",",
        columns: ["a", "b"]
      });
      await expect(engine.rows(`SELECT * FROM ${file} AS f`)).rejects.toBeInstanceOf(FileError);
      await expect(engine.rows("SELECT nothing FROM nowhere")).rejects.not.toBeInstanceOf(FileError);
    })
  );
});
