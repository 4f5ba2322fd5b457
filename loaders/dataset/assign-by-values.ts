import type { Table, TableName } from "../definitions/columns.js";
import type { ColumnProfile } from "./column-profile.js";
import type { ColumnProfiles } from "./column-profiles.js";
import { saysNothingOf } from "./heading.js";
import type { ColumnMap } from "./source.js";

const HALF = 0.5;
const MOST = 0.8;

/** The column by which rows of a table are placed in time. */
const MAIN_DAY: Partial<Record<TableName, string>> = {
  orders: "ordered_at",
  events: "occurred_at",
  customers: "created"
};

/**
 * Columns for headings that mean nothing (`column_3`, `A`), where the values leave no doubt: the only column of
 * e-mails, of phones, of days, of names; the only one of numbers as money.
 */
export function assignByValues(
  { name: table, columns }: Table,
  headings: readonly string[],
  map: ColumnMap,
  profiles: ColumnProfiles
): ColumnMap {
  const used = new Set(Object.values(map));
  const free = headings.filter((heading) => !used.has(heading) && saysNothingOf(heading));
  const found: ColumnMap = {};
  const assign = (id: string | undefined, test: (profile: ColumnProfile) => boolean) => {
    if (!id || map[id] || !columns.some((column) => column.id === id)) return;
    const fitting = free.filter((heading) => profiles.of(heading).filled > 0 && test(profiles.of(heading)));
    const [only] = fitting;
    if (fitting.length !== 1 || only === undefined || Object.values(found).includes(only)) return;
    found[id] = only;
  };
  assign("email", ({ email }) => email >= MOST);
  assign("phone", ({ phone }) => phone >= MOST);
  assign(MAIN_DAY[table], ({ date }) => date >= MOST);
  assign(table === "customers" ? "name" : "customer_name", ({ vietnameseName }) => vietnameseName >= HALF);
  if (table === "orders" && !map.quantity && !map.unit_price)
    assign("amount", ({ number, phone, date }) => number >= MOST && phone < HALF && date < HALF);
  return found;
}
