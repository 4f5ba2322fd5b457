import { TABLES, type TableName } from "./columns.js";
import { fold } from "./fold.js";

/** Canonical column id → heading of the file that carries it. */
export type ColumnMap = Record<string, string>;

/** Which of a file's headings carry which columns of a table. Each heading serves once; better names win. */
export function recogniseColumns(table: TableName, headings: readonly string[]): ColumnMap {
  const folded = headings.map(fold);
  const map: ColumnMap = {};
  const used = new Set<string>();
  const longest = Math.max(...TABLES[table].columns.map((c) => c.headings.length));
  for (let rank = 0; rank < longest; rank++)
    for (const column of TABLES[table].columns) {
      const wanted = column.headings[rank];
      if (wanted === undefined || map[column.id]) continue;
      const heading = headings[folded.indexOf(wanted)];
      if (heading === undefined || used.has(heading)) continue;
      map[column.id] = heading;
      used.add(heading);
    }
  return map;
}

/** Which table a file is, by the columns that only such a table has; undefined when none fits. */
export function recogniseTable(headings: readonly string[]): TableName | undefined {
  const has = (table: TableName) => {
    const map = recogniseColumns(table, headings);
    return (...ids: string[]) => ids.every((id) => map[id] !== undefined);
  };
  const [order, event, cost, customer] = [has("orders"), has("events"), has("costs"), has("customers")];
  if (event("customer_id", "occurred_at", "kind") && !order("order_id") && !order("quantity")) return "events";
  if (order("customer_id", "ordered_at", "amount") || order("customer_id", "ordered_at", "quantity", "unit_price"))
    return "orders";
  if (cost("period", "channel", "amount") && !order("customer_id")) return "costs";
  if (customer("customer_id")) return "customers";
  return undefined;
}
