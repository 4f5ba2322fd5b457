import { type DuckDBBindings, DuckDBDataProtocol } from "@duckdb/duckdb-wasm/blocking";
import { type DataType, type Decimal, type Table, Type, tableFromIPC } from "apache-arrow";
import { duckdbDialect } from "./duckdb-dialect.js";
import type { Engine, Row, Scratch, Value } from "./engine.js";
import { rethrow } from "./fault.js";

/**
 * DuckDB compiled for browsers, running within the worker that calls it: to stop it, end the worker. It knows core
 * functions only, no Parquet, and asks no network for more. Files are read where they lie, piece by piece.
 */
export function openDuckdbWasm(database: DuckDBBindings): Engine {
  database.open({ path: ":memory:" });
  const connection = database.connect();
  for (const setting of ["autoinstall_known_extensions", "autoload_known_extensions"])
    connection.query(`SET ${setting} = false`);
  const query = (sql: string) => connection.useUnsafe((bindings, id) => bindings.runQuery(id, sql));
  let count = 0;
  const place = (name: string) => `file-${count++}${/\.\w+$/.exec(name)?.[0] ?? ""}`;
  return {
    dialect: duckdbDialect,
    made: [],
    run: async (sql) => {
      attempt(() => query(sql));
    },
    rows: async (sql) => attempt(() => readRows(tableFromIPC(query(sql)))),
    readsParquet: false,
    mount: async ({ blob }, name) => {
      const path = place(name);
      if ("FileReaderSync" in globalThis)
        database.registerFileHandle(path, blob, DuckDBDataProtocol.BROWSER_FILEREADER, true);
      else database.registerFileBuffer(path, new Uint8Array(await blob.arrayBuffer()));
      return path;
    },
    scratch: async () => collectText(database, place(".csv")),
    close: async () => {
      connection.close();
      database.dropFiles();
      database.reset();
    }
  };
}

/** Bytes are kept in pieces of a few megabytes, as one text could outgrow what a browser allows. */
function collectText(database: DuckDBBindings, path: string): Scratch {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  return {
    write: async (text) => void pieces.push(encoder.encode(text)),
    close: async () => {
      const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
      let end = 0;
      for (const piece of pieces) {
        bytes.set(piece, end);
        end += piece.length;
      }
      pieces.length = 0;
      database.registerFileBuffer(path, bytes);
      return path;
    }
  };
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    return rethrow(error);
  }
}

function readRows(result: Table): Row[] {
  const columns = result.schema.fields.map(({ name, type }, i) => ({
    name,
    values: result.getChildAt(i),
    read: reader(type)
  }));
  return Array.from({ length: result.numRows }, (_, row) =>
    Object.fromEntries(
      columns.map(({ name, values, read }) => {
        const value = values?.get(row) ?? null;
        return [name, value === null ? null : read(value)];
      })
    )
  );
}

/** Makes Arrow's values of a type the same plain ones that the database in a process of its own gives. */
function reader(type: DataType): (value: unknown) => Value {
  if (type.typeId === Type.Decimal) {
    const power = 10 ** (type as Decimal).scale;
    return (value) => Number(readWords(value as Uint32Array)) / power;
  }
  if (type.typeId === Type.Date) return (value) => new Date(Number(value)).toISOString().slice(0, 10);
  if (type.typeId === Type.Timestamp)
    return (value) =>
      new Date(Number(value))
        .toISOString()
        .replace("T", " ")
        .replace(/(\.000)?Z$/, "");
  return (value) =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : typeof value === "bigint"
        ? Number(value)
        : String(value);
}

/** A decimal's digits as a whole number: 32-bit words, the lowest first, in two's complement. */
function readWords(words: Uint32Array): bigint {
  let whole = 0n;
  for (let i = words.length - 1; i >= 0; i--) whole = (whole << 32n) | BigInt((words[i] ?? 0) >>> 0);
  return BigInt.asIntN(words.length * 32, whole);
}
