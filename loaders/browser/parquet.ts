import { type BasicType, parquetWriteBuffer, type SchemaElement } from "hyparquet-writer";
import type { Engine, Value } from "../engine/engine.js";

/** A query's rows as a Parquet file, where the database can't write one itself; columns have the same types. */
export async function renderParquet(engine: Engine, query: string): Promise<ArrayBuffer> {
  const types = await engine.rows(`DESCRIBE ${query}`);
  const rows = await engine.rows(query);
  const columns = types.map((row) => ({ name: String(row.column_name), ...storedAs(String(row.column_type)) }));
  return parquetWriteBuffer({
    columnData: columns.map(({ name, read }) => ({ name, data: rows.map((row) => read(row[name] ?? null)) })),
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.map(({ name, element }): SchemaElement => ({ ...element, name, repetition_type: "OPTIONAL" }))
    ]
  });
}

interface Stored {
  element: Pick<SchemaElement, "type" | "converted_type">;
  read: (value: Value) => unknown;
}

function storedAs(type: string): Stored {
  const as = (kind: BasicType & SchemaElement["type"], read: Stored["read"] = (value) => value): Stored => ({
    element: { type: kind },
    read
  });
  if (type === "DATE")
    return {
      element: { type: "INT32", converted_type: "DATE" },
      read: (value) => (value === null ? null : new Date(String(value)))
    };
  if (type === "BOOLEAN") return as("BOOLEAN");
  if (["INTEGER", "SMALLINT", "TINYINT"].includes(type)) return as("INT32");
  if (type === "BIGINT") return as("INT64", (value) => (value === null ? null : BigInt(Number(value))));
  if (type === "DOUBLE" || type === "FLOAT" || type === "HUGEINT" || type.startsWith("DECIMAL")) return as("DOUBLE");
  return {
    element: { type: "BYTE_ARRAY", converted_type: "UTF8" },
    read: (value) => (value === null ? null : String(value))
  };
}
