import {
  Bool,
  type DataType,
  Dictionary,
  Float32,
  Float64,
  Int32,
  makeBuilder,
  Table,
  tableToIPC,
  Utf8,
  type Vector
} from "apache-arrow";
import type { ColumnTable } from "arquero";

/**
 * A result table as Arrow IPC bytes, small and the same in every run: texts as dictionaries with fixed ids,
 * whole numbers as 32-bit integers, shares (`*share`, `conversion*`) as 32-bit floats, all else 64-bit floats.
 */
export function renderArrow(table: ColumnTable): Uint8Array {
  const columns: Record<string, Vector> = {};
  for (const [i, name] of table.columnNames().entries()) {
    const values = Array.from(table.array(name) as ArrayLike<string | number | boolean | null>);
    columns[name] = fill(typeOf(name, values, i), values);
  }
  return tableToIPC(new Table(columns), "stream");
}

/** Nulls are set one by one: given them as values, the library makes code from text, which a page's policy forbids. */
function fill(type: DataType, values: readonly (string | number | boolean | null)[]): Vector {
  const builder = makeBuilder({ type, nullValues: [] });
  for (const [i, value] of values.entries())
    if (value === null || value === undefined) builder.setValid(i, false);
    else builder.set(i, value);
  return builder.finish().toVector();
}

const LARGEST = 2 ** 31;

function typeOf(name: string, values: readonly (string | number | boolean | null)[], id: number) {
  const known = values.filter((v) => v !== null && v !== undefined);
  if (known.some((v) => typeof v === "string")) return new Dictionary(new Utf8(), new Int32(), id);
  if (known.some((v) => typeof v === "boolean")) return new Bool();
  if (known.every((v) => Number.isInteger(v) && Math.abs(Number(v)) < LARGEST)) return new Int32();
  return /share$|^conversion/.test(name) ? new Float32() : new Float64();
}
