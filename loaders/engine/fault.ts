import { FileError } from "./engine.js";

/** What DuckDB says when it gives up on a file, rather than on a row of it. */
const GIVES_UP = /^Invalid Input Error: (The )?CSV|^IO Error: Failed to decode gzip/;

/** Throws what DuckDB threw, as a `FileError` where a data file is to blame. */
export function rethrow(error: unknown): never {
  throw error instanceof Error && GIVES_UP.test(error.message) ? new FileError(error.message, { cause: error }) : error;
}
