import type { SourceFile } from "../dataset/source.js";
import type { RaggedRow } from "../files/sheet.js";
import type { LeftCount } from "./load.js";

/** A sheet that is in the engine: what its table holds. */
export interface Imported {
  source: SourceFile;
  /** Table with the canonical columns, `problems` and `row_hash`. */
  table: string;
  columns: readonly string[];
  /** Expression of a row's number in the file. */
  row: string;
  left: LeftCount[];
  ragged: RaggedRow[];
}

/** Rows of an import in which nothing is wrong. */
export const SOUND = "problems IS NULL";

export function dayColumn({ source }: Imported): string | undefined {
  return { orders: "ordered_at", events: "occurred_at", customers: undefined, costs: undefined }[source.table];
}

/** Every day that stands in the rows of a sheet. */
export function dayColumns({ source, columns }: Imported): string[] {
  return source.definition.columns.filter(({ id, kind }) => kind === "day" && columns.includes(id)).map(({ id }) => id);
}

/** Whether rows of the table carry money. */
export function hasMoney({ source }: Imported): boolean {
  return source.table === "orders" || source.table === "costs";
}
