import { expect, test } from "vitest";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import { RESERVED } from "../../loaders/engine/reserved.js";

test("the words that no column can be called are those of the database", async () => {
  const engine = await openDuckdb();
  const rows = await engine.rows(
    "SELECT keyword_name AS word FROM duckdb_keywords() WHERE keyword_category = 'reserved' ORDER BY 1"
  );
  await engine.close();
  expect(rows.map((row) => row.word).filter((word) => !RESERVED.has(String(word)))).toEqual([]);
});
