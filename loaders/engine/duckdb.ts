import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { literal } from "./dialect.js";
import { duckdbDialect } from "./duckdb-dialect.js";
import { type Engine, FileError, type Row, type Value } from "./engine.js";

/** What DuckDB says when it gives up on a file, rather than on a row of it. */
const GIVES_UP = /^Invalid Input Error: (The )?CSV|^IO Error: Failed to decode gzip/;

export interface DuckdbOptions {
  /** Where to spill when memory runs short; none means in memory only. */
  folder?: string;
  memory?: string;
  threads?: number;
}

/** DuckDB in this process: nothing to install, nothing to start, gone when closed. */
export async function openDuckdb({ folder, memory, threads }: DuckdbOptions = {}): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:", {
    ...(folder ? { temp_directory: folder } : {}),
    ...(memory ? { memory_limit: memory } : {}),
    ...(threads ? { threads: String(threads) } : {})
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    dialect: duckdbDialect,
    run: async (sql) => void (await connection.run(sql).catch(rethrow)),
    rows: (sql) => readRows(connection, sql).catch(rethrow),
    headings: async (path) =>
      (await readRows(connection, `DESCRIBE SELECT * FROM read_parquet(${literal(path)})`)).map((r) =>
        String(r.column_name)
      ),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

function rethrow(error: unknown): never {
  throw error instanceof Error && GIVES_UP.test(error.message) ? new FileError(error.message, { cause: error }) : error;
}

async function readRows(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const reader = await connection.runAndReadAll(sql);
  const names = reader.columnNames();
  return reader.getRows().map((values) => Object.fromEntries(names.map((n, i) => [n, plain(values[i] ?? null)])));
}

/** DuckDB's big integers, decimals and dates as plain values. */
function plain(value: DuckDBValue): Value {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (typeof value === "bigint") return Number(value);
  if ("toDouble" in value && typeof value.toDouble === "function") return value.toDouble();
  return String(value);
}
