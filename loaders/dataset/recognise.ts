import { fold } from "../../src/terms/fold-heading.js";
import type { Column, Table, TableName, Tables } from "../definitions/columns.js";
import { partsOf } from "./heading.js";
import type { ColumnMap } from "./source.js";

/** Whether a heading may carry a column, by what its cells look like. */
export type Accepts = (column: Column, heading: string) => boolean;

/**
 * Which of a file's headings carry which columns of a table. Each heading serves once; better names win; of
 * headings that differ only in case or signs the one written plainly counts, else none. Headings as they are come
 * before parts of them: `Tổng tiền (đ)`, `Ngày / Date`.
 */
export function recogniseColumns(
  { columns }: Table,
  headings: readonly string[],
  accepts: Accepts = () => true
): ColumnMap {
  const map: ColumnMap = {};
  const used = new Set<string>();
  const ranks = rankNames(columns);
  for (const byName of [groupByName(headings, (heading) => [heading]), groupByName(headings, partsOf)])
    for (const names of ranks)
      for (const [name, column] of names) {
        if (map[column.id]) continue;
        const heading = pick(byName.get(name) ?? []);
        // A discount in percent is no money, though its sign is lost in comparing names.
        const rate = column.kind === "money" && heading?.includes("%");
        if (heading === undefined || rate || used.has(heading) || !accepts(column, heading)) continue;
        map[column.id] = heading;
        used.add(heading);
      }
  return map;
}

/** Folded names with their columns, the best first: what the firm itself calls them, their ids, their headings in turn. */
function rankNames(columns: readonly Column[]): (readonly [name: string, Column])[][] {
  const longest = Math.max(...columns.map(({ headings }) => headings.length));
  const own = columns.flatMap((column) => column.own.map((heading) => [fold(heading), column] as const));
  const ids = columns.map((column) => [fold(column.id), column] as const);
  const others = Array.from({ length: longest }, (_, rank) =>
    columns.flatMap((column) => {
      const heading = column.headings[rank];
      return heading === undefined ? [] : [[fold(heading), column] as const];
    })
  );
  return [own, ids, ...others];
}

function groupByName(headings: readonly string[], namesOf: (heading: string) => string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const heading of headings)
    for (const name of new Set(namesOf(heading).map(fold))) groups.set(name, [...(groups.get(name) ?? []), heading]);
  return groups;
}

/** The only one; of several the first, unless two differ in nothing but case. */
function pick(found: readonly string[]): string | undefined {
  const small = found.map((heading) => heading.toLowerCase());
  return new Set(small).size === small.length ? found[0] : undefined;
}

/** Columns that tell who somebody is, the best first. */
const WHO = ["customer_id", "phone", "email", "customer_name", "name"];

/** Columns by which money is told, any one set of them. */
export const MONEY: readonly (readonly string[])[] = [
  ["amount"],
  ["order_amount"],
  ["quantity", "unit_price"],
  ["quantity", "list_price"]
];

/** Columns that only a list of people has. */
const PERSONAL_ONLY = [
  ...["first_name", "last_name", "customer_type", "trade_role", "firm_size", "sector", "province", "district", "ward"],
  ...["address", "created", "source", "owner", "consent_email", "consent_sms", "consent_zalo", "referred_by", "tags"]
];

/** Which table a file is, by the columns that only such a table has; undefined when none fits. */
export function recogniseTable(tables: Tables, headings: readonly string[], accepts?: Accepts): TableName | undefined {
  const has = (table: TableName) => {
    const { order_id, ...map } = recogniseColumns(tables[table], headings, accepts);
    // Any table may have an “id”: it tells nothing of what its rows are.
    if (order_id !== undefined && fold(order_id) !== "id") map.order_id = order_id;
    return (...ids: string[]) => ids.every((id) => map[id] !== undefined);
  };
  const [order, event, cost, customer] = [has("orders"), has("events"), has("costs"), has("customers")];
  const line = order("order_id") || order("quantity") || order("product");
  if (WHO.some((id) => event(id)) && event("occurred_at", "kind") && !order("order_id") && !order("quantity"))
    return "events";
  const people = PERSONAL_ONLY.filter((id) => customer(id)).length >= 3 && !line;
  const sale = WHO.some((id) => order(id)) && order("ordered_at") && MONEY.some((ids) => order(...ids));
  if (sale && !people) return "orders";
  if (cost("period", "channel", "amount") && !order("customer_id")) return "costs";
  if (line || !WHO.slice(0, 3).some((id) => customer(id))) return undefined;
  // An id alone says nothing of a person: with a day beside it, it is of a sale whose money has an unknown name.
  const { customer_id: _, ...more } = recogniseColumns(tables.customers, headings, accepts);
  if (Object.keys(more).length > 0) return "customers";
  return order("customer_id", "ordered_at") ? "orders" : undefined;
}
