import { afterAll, beforeAll } from "vitest";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import type { Engine } from "../../loaders/engine/engine.js";

/** Gives what an SQL expression comes to, in a database that lives as long as the tests of the file. */
export function shareAsk(): (sql: string) => Promise<unknown> {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb();
  });
  afterAll(() => engine.close());
  return async (sql) => {
    const [row] = await engine.rows(`SELECT ${sql} AS x`);
    return row?.x;
  };
}
