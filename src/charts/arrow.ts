import { tableFromIPC } from "@uwdata/flechette";

export type Cell = string | number | boolean | null;

/** Rows of an Arrow file as plain objects; 64-bit integers become numbers (no count here exceeds 2^53). */
export function rowsOf<Row = Record<string, Cell>>(buffer: ArrayBuffer): Row[] {
  const table = tableFromIPC(new Uint8Array(buffer));
  const columns = table.schema.fields.map(({ name }, i) => [name, table.getChildAt(i)] as const);
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(columns.map(([name, column]) => [name, plain(column.at(row))]))
  ) as Row[];
}

function plain(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "boolean" ? value : String(value);
}
