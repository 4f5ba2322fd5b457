import {
  BROWSER_RUNTIME,
  createDuckDB,
  type DuckDBBindings,
  type DuckDBRuntime,
  VoidLogger
} from "@duckdb/duckdb-wasm/blocking";
import { setSqliteWasm } from "../files/sqlite.js";

/** The package's types for this entry are those of Node; the bundler takes the file for browsers, which has this. */
declare module "@duckdb/duckdb-wasm/blocking" {
  const BROWSER_RUNTIME: DuckDBRuntime;
}

/** Where the databases' WebAssembly lies, as addresses on the site's own origin. */
export interface Engines {
  duckdb: string;
  sqlite: string;
}

/** Loads DuckDB into this worker; about 34 MB, which a browser keeps for the next time. Rejects where it can't be had. */
export async function loadDatabase({ duckdb, sqlite }: Engines): Promise<DuckDBBindings> {
  setSqliteWasm(sqlite);
  const bundle = { mainModule: duckdb, mainWorker: "" };
  const database = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), BROWSER_RUNTIME);
  await Promise.race([failedStreaming(), database.instantiate(() => {})]);
  return database;
}

/**
 * The package waits for ever where its WebAssembly is not there or where a plain host calls it by another type:
 * the type is set right here, and whatever fails rejects the promise that is given back.
 */
function failedStreaming(): Promise<never> {
  const stream = WebAssembly.instantiateStreaming.bind(WebAssembly);
  return new Promise((_, fail) => {
    WebAssembly.instantiateStreaming = async (source, imports) => {
      try {
        const { ok, status, body } = await source;
        if (!ok) throw new Error(`no WebAssembly: ${status}`);
        return await stream(new Response(body, { headers: { "content-type": "application/wasm" } }), imports);
      } catch (error) {
        fail(error);
        throw error;
      } finally {
        WebAssembly.instantiateStreaming = stream;
      }
    };
  });
}

/** Bytes that the database has taken: its memory grows and never shrinks, so this is the most it ever held. */
export function memoryOf(database: DuckDBBindings): number {
  const { mod } = database as unknown as { mod?: { HEAPU8?: Uint8Array } };
  return mod?.HEAPU8?.byteLength ?? 0;
}
