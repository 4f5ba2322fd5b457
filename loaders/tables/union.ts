import { type Column, storedColumns, TABLE_NAMES, type Tables } from "../definitions/columns.js";
import type { Engine } from "../engine/engine.js";
import { sqlType } from "./cell.js";
import type { Imported } from "./imported.js";

/**
 * One view of all files of a table, null where a file lacks a column, an empty one where no file is: `costs`, and
 * `customers_read`, `orders_read`, `events_read`, from which people are told apart.
 */
export async function unionFiles(engine: Engine, imported: readonly Imported[], tables: Tables): Promise<void> {
  for (const table of TABLE_NAMES) {
    const columns = storedColumns(tables[table]);
    const none = (column: Column) => `CAST(NULL AS ${sqlType(column)}) AS ${column.id}`;
    const parts = imported
      .filter(({ source }) => source.table === table)
      .map(
        (one) =>
          `SELECT ${columns.map((c) => (one.columns.includes(c.id) ? c.id : none(c))).join(", ")} FROM ${one.table}`
      );
    const empty = `SELECT ${columns.map(none).join(", ")} WHERE 1 = 0`;
    const view = table === "costs" ? table : `${table}_read`;
    await engine.run(`CREATE VIEW ${view} AS ${parts.length > 0 ? parts.join(" UNION ALL ") : empty}`);
  }
}
