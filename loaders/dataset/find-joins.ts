import { fold } from "../../src/terms/fold-heading.js";
import type { Column, Tables } from "../definitions/columns.js";
import type { Sheet } from "../files/sheet.js";
import { acceptsColumn } from "./accept.js";
import { computeProfiles } from "./column-profiles.js";
import { MONEY, recogniseColumns, recogniseTable } from "./recognise.js";
import type { ColumnMap } from "./source.js";

/** Two sheets of one database: rows of `main` that each name a row of `other` by a key. */
export interface JoinCandidate {
  main: Sheet;
  other: Sheet;
  /** Heading of the key in `main`, and in `other`. */
  on: string;
  to: string;
  /** Heading of `other` → what it is called in the joined sheet; headings left out aren't taken over. */
  names: ReadonlyMap<string, string>;
}

/** A sheet as far as joining asks. */
interface Part {
  sheet: Sheet;
  columns: ColumnMap;
  table: string | undefined;
}

const WHO = ["customer_id", "phone", "email", "customer_name"];
const GOODS = ["product", "product_id", "quantity", "unit_price"];

/**
 * Which sheets belong together, by their headings: lines or payments without a buyer or a day, and the orders they are
 * of; then lines that name goods by a code alone, and the list of these goods.
 */
export function findJoins(sheets: readonly Sheet[], tables: Tables): JoinCandidate[] {
  const parts = sheets.map((sheet) => describePart(sheet, tables));
  const orders = parts.filter((part) => part.table !== "events" && part.table !== "costs");
  // Lines of goods come before payments: both may be of the same orders, and only lines say what was bought.
  const mains = orders.filter(lacksOrder).sort((a, b) => countGoods(b) - countGoods(a));
  const found = mains.flatMap((main) => orders.flatMap((other) => joinOrder(main, other) ?? []));
  const lines = orders.filter(({ columns }) => columns.product_id && columns.quantity && !columns.product);
  return [...found, ...lines.flatMap((main) => parts.flatMap((other) => joinGoods(main, other) ?? []))];
}

function describePart(sheet: Sheet, tables: Tables): Part {
  const profiles = computeProfiles(sheet.headings, sheet.sample);
  const accepts = (column: Column, heading: string) => acceptsColumn(profiles, column, heading);
  return {
    sheet,
    columns: recogniseColumns(tables.orders, sheet.headings, accepts),
    table: recogniseTable(tables, sheet.headings, accepts)
  };
}

function countGoods({ columns }: Part): number {
  return GOODS.filter((id) => columns[id]).length;
}

function named(columns: ColumnMap): boolean {
  return WHO.some((id) => columns[id]);
}

/** Rows of an order that don't say whose it is, or when it was. */
function lacksOrder({ columns }: Part): boolean {
  if (!columns.order_id || fold(columns.order_id) === "id") return false;
  const money = MONEY.some((ids) => ids.every((id) => columns[id]));
  return (money || countGoods({ columns } as Part) > 0) && !(columns.ordered_at && named(columns));
}

function joinOrder(main: Part, other: Part): JoinCandidate | undefined {
  const [on, to] = [main.columns.order_id, other.columns.order_id];
  if (main === other || !on || !to || other.table === "customers" || lacksOrder(other)) return undefined;
  const when = main.columns.ordered_at ?? other.columns.ordered_at;
  if (!when || !(named(main.columns) || named(other.columns))) return undefined;
  return { main: main.sheet, other: other.sheet, on, to, names: nameHeadings(main.sheet, other.sheet, to) };
}

/** All headings but the key's; one that both have gets the other file's name in brackets. */
export function nameHeadings(main: Sheet, other: Sheet, to: string): Map<string, string> {
  const taken = new Set(main.headings.map(fold));
  return new Map(
    other.headings
      .filter((heading) => heading !== to)
      .map((heading) => [heading, taken.has(fold(heading)) ? `${heading} (${other.name})` : heading])
  );
}

const OF_GOODS = ["product", "category", "unit_price", "list_price", "cost"];

/** The names and kinds of goods; their prices where the lines have none. */
function joinGoods(main: Part, other: Part): JoinCandidate | undefined {
  const { columns, sheet } = other;
  const on = main.columns.product_id;
  const id = sheet.headings.find((heading) => fold(heading) === "id");
  const to = columns.product_id ?? (columns.product || columns.unit_price ? id : undefined);
  if (main === other || !on || !to || columns.ordered_at || columns.quantity || columns.customer_id) return undefined;
  const paid = MONEY.some((ids) => ids.every((one) => main.columns[one]));
  const names = new Map<string, string>();
  for (const one of OF_GOODS) {
    const heading = columns[one];
    if (heading && heading !== to && !(paid && one.endsWith("price")) && !main.columns[one])
      names.set(heading, heading);
  }
  // In a list of goods a bare `name` is that of a product.
  if (!columns.product && columns.customer_name) names.set(columns.customer_name, `product (${columns.customer_name})`);
  return names.size > 0 ? { main: main.sheet, other: sheet, on, to, names } : undefined;
}
