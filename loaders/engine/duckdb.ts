import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { duckdbDialect } from "./duckdb-dialect.js";
import type { Engine, Row, Scratch, Value } from "./engine.js";
import { rethrow } from "./fault.js";

export interface DuckdbOptions {
  /** Where to spill when memory runs short; none means in memory only. */
  folder?: string | undefined;
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
  const files = ownFiles(folder);
  return {
    dialect: duckdbDialect,
    made: [],
    run: async (sql) => void (await connection.run(sql).catch(rethrow)),
    rows: (sql) => readRows(connection, sql).catch(rethrow),
    readsParquet: true,
    mount: async ({ blob, path }, name) =>
      path === undefined ? await files.copy(blob, name) : PATTERN.test(path) ? await files.link(path) : path,
    scratch: () => files.scratch(),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await files.remove();
    }
  };
}

/** What makes a path a pattern of paths, or a column, to a database that reads files. */
const PATTERN = /[*?[\]{}=]/;

/** Files of the engine's own, in a folder made when the first is written and gone with the engine. */
function ownFiles(parent: string | undefined) {
  let folder: Promise<string> | undefined;
  let count = 0;
  const place = async () => {
    if (parent) await mkdir(parent, { recursive: true });
    folder ??= mkdtemp(join(parent ?? tmpdir(), "segbook-files-"));
    return join(await folder, `file-${count++}`);
  };
  const named = async (name: string) => `${await place()}${/\.\w+$/.exec(name)?.[0] ?? ""}`;
  return {
    /** A name of our own for a file whose path the database would read as a pattern. */
    link: async (path: string): Promise<string> => {
      const own = await named(path);
      await symlink(path, own).catch(() => copyFile(path, own));
      return own;
    },
    copy: async (blob: Blob, name: string): Promise<string> => {
      const path = await named(name);
      await writeFile(path, blob.stream());
      return path;
    },
    scratch: async (): Promise<Scratch> => {
      const path = `${await place()}.csv`;
      const stream = createWriteStream(path);
      return {
        write: async (text) => {
          if (!stream.write(text)) await once(stream, "drain");
        },
        close: async () => {
          stream.end();
          await finished(stream);
          return path;
        }
      };
    },
    remove: async () => {
      if (folder) await rm(await folder, { recursive: true, force: true });
    }
  };
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
