import { type Column, storedColumns, TABLE_NAMES, type TableName, type Tables } from "../definitions/columns.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import { sqlType } from "./cell.js";
import type { Imported } from "./imported.js";

/** What one row of a table is, once all its files are one. */
const GRAINS: Record<TableName, string> = {
  orders: "one row per accepted order or order line",
  customers: "one row per accepted row of a customers file",
  events: "one row per accepted event",
  costs: "one row per accepted cost of a channel in a month"
};

/**
 * One view of all files of a table, null where a file lacks a column, an empty one where no file is: `costs`, and
 * `customers_read`, `orders_read`, `events_read`, from which people are told apart.
 */
export async function createFileUnions(engine: Engine, imported: readonly Imported[], tables: Tables): Promise<void> {
  const none = (column: Column) => `CAST(NULL AS ${sqlType(column)}) AS ${column.id}`;
  for (const table of TABLE_NAMES) {
    const columns = storedColumns(tables[table]);
    const files = imported
      .filter(({ source }) => source.table === table)
      .map(
        (one) => sql`
          SELECT
            ${columns.map((column) => (one.columns.includes(column.id) ? column.id : none(column)))}
          FROM ${one.table}
        `
      );
    const empty = sql`
      SELECT
        ${columns.map(none)}
      WHERE 1 = 0
    `;
    await createTable(engine, {
      name: viewOf(table),
      grain: GRAINS[table],
      from: files.length > 0 ? union(files) : empty,
      kind: "view"
    });
  }
}

/** The view of a table's files: people are still to be told apart in those that name any. */
function viewOf(table: TableName): string {
  return table === "costs" ? table : `${table}_read`;
}
