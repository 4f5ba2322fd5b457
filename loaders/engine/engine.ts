import type { Dialect } from "./dialect.js";

/** One value of a result: counts come as numbers, days as `YYYY-MM-DD`, money as numbers. */
export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** A table of a study and what one row of it stands for. */
export interface MadeTable {
  name: string;
  grain: string;
  kind: "table" | "view";
}

/** A data file that the database can't take in as a whole: broken compression, line ends of two kinds. */
export class FileError extends Error {}

/**
 * Runs SQL and gives back plain values. Stages know nothing else of the database, so the same pipeline
 * runs wherever an engine exists; what differs between databases stands in the engine's dialect.
 */
export interface Engine {
  readonly dialect: Dialect;
  /** Tables and views that `createTable` made, in order: what `docs/tables.md` is written from. */
  readonly made: MadeTable[];
  /** Runs one or more statements, result ignored. */
  run(sql: string): Promise<void>;
  /** Runs one query; one object per row, keys are the column names in order. */
  rows(sql: string): Promise<Row[]>;
  /** True where it reads Parquet files by itself. */
  readonly readsParquet: boolean;
  /** Makes a file's bytes readable by SQL; gives the path to name in it. */
  mount(file: { blob: Blob; path?: string }, name: string): Promise<string>;
  /** An empty text file of the engine's own. */
  scratch(): Promise<Scratch>;
  close(): Promise<void>;
}

/** A text file written piece by piece; `close` gives the path by which SQL reads it. Gone with the engine. */
export interface Scratch {
  write(text: string): Promise<void>;
  close(): Promise<string>;
}
