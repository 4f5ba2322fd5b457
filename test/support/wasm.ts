import { createRequire } from "node:module";
import { join } from "node:path";
import { createDuckDB, NODE_RUNTIME, VoidLogger } from "@duckdb/duckdb-wasm/blocking";
import { openDuckdbWasm } from "../../loaders/engine/duckdb-wasm.js";
import type { Engine } from "../../loaders/engine/engine.js";

/** The browser's database in this process, for tests that need no browser. */
export async function openWasm(): Promise<Engine> {
  const dist = createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
  const bundle = { mainModule: dist, mainWorker: join(dist, "..", "duckdb-node-eh.worker.cjs") };
  const database = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await database.instantiate(() => {});
  return openDuckdbWasm(database);
}
