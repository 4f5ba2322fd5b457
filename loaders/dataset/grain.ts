import { fold } from "../../src/terms/fold-heading.js";
import type { Grain } from "../definitions/grain.js";
import type { ColumnMap } from "./source.js";

export interface FoundGrain {
  grain: Grain;
  /** Columns again, a total of the whole order moved from `amount` to `order_amount`. */
  columns: ColumnMap;
}

interface Order {
  rows: (readonly string[])[];
}

/** Headings that name the total of a bill rather than of a line. */
const TOTAL =
  /^(total|totalamount|totalprice|ordertotal|ordervalue|grandtotal|tongtien|tongcong|tonggiatri.*|tongthanhtoan|tongtienthanhtoan|khachcantra|khachphaitra|khachdatra|tongtienvnd|giatridonhang)$/;
const MOST = 0.9;
const ENOUGH = 3;

/**
 * What one row of an orders file stands for, from its first rows: does the order id repeat, and which cells are
 * repeated or blank on the lines after the first. A total that is the same on every line of orders whose lines
 * differ is the order's, not the line's: added up line by line it would count several times.
 */
export function findGrain(
  columns: ColumnMap,
  headings: readonly string[],
  sample: readonly (readonly string[])[]
): FoundGrain {
  const cell = (row: readonly string[], id: string) => row[headings.indexOf(columns[id] ?? "")] ?? "";
  const orders = groupOrders(sample, (row) => cell(row, "order_id"));
  const hasLines = ["product", "product_id", "quantity", "unit_price", "list_price"].some((id) => columns[id]);
  if (!columns.order_id) return { grain: hasLines ? "line" : "order", columns };
  const several = orders.filter(({ rows }) => rows.length > 1);
  if (several.length === 0) return { grain: hasLines ? "line" : "order", columns };
  const later = several.flatMap(({ rows }) => rows.slice(1));
  const blankLater = (id: string) =>
    columns[id] !== undefined &&
    share(several, ({ rows }) => cell(rows[0] ?? [], id) !== "") >= MOST &&
    share(later, (row) => cell(row, id) === "") >= MOST;
  if (["order_id", "ordered_at", "customer_id", "email", "amount", "status"].some(blankLater))
    return { grain: "first-line", columns: blankLater("amount") ? toOrder(columns) : columns };
  if (columns.amount && repeatsTotal(several, columns, cell)) return { grain: "repeated", columns: toOrder(columns) };
  if (!columns.quantity && hasEqualRows(several, columns, cell)) return { grain: "unit", columns };
  return { grain: "line", columns };
}

/** Rows of each order in turn; a blank id belongs to the order above. */
function groupOrders(sample: readonly (readonly string[])[], idOf: (row: readonly string[]) => string): Order[] {
  const orders = new Map<string, Order>();
  let last = "";
  for (const row of sample) {
    last = idOf(row) || last;
    if (last === "") continue;
    const order = orders.get(last);
    if (order) order.rows.push(row);
    else orders.set(last, { rows: [row] });
  }
  return [...orders.values()];
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

type Cell = (row: readonly string[], id: string) => string;

function repeatsTotal(several: readonly Order[], columns: ColumnMap, cell: Cell): boolean {
  const differ = several.filter(({ rows }) =>
    ["product", "product_id", "quantity", "unit_price", "list_price"].some(
      (id) => columns[id] && new Set(rows.map((row) => cell(row, id))).size > 1
    )
  );
  const same = share(differ, ({ rows }) => new Set(rows.map((row) => cell(row, "amount"))).size === 1);
  if (differ.length === 0 || same < MOST) return false;
  if (columns.quantity && columns.unit_price && ownMoney(differ, cell)) return false;
  // A shop where everything costs the same has equal amounts, too.
  const totals = new Set(differ.map(({ rows }) => cell(rows[0] ?? [], "amount")));
  return (differ.length >= ENOUGH && totals.size >= ENOUGH) || TOTAL.test(fold(columns.amount ?? ""));
}

/** True where the amount of most lines is their own quantity × price. */
function ownMoney(orders: readonly Order[], cell: Cell): boolean {
  const figures = (row: readonly string[], id: string) => Number(cell(row, id).replace(/[^\d]/g, ""));
  const rows = orders.flatMap(({ rows }) => rows);
  return share(rows, (row) => figures(row, "quantity") * figures(row, "unit_price") === figures(row, "amount")) >= MOST;
}

/** Units sold as rows of their own: one product at one price several times in an order, in rows that aren't copies. */
function hasEqualRows(several: readonly Order[], columns: ColumnMap, cell: Cell): boolean {
  if (!columns.product && !columns.product_id) return false;
  return several.some(({ rows }) => {
    const different = [...new Set(rows.map((row) => row.join("\u001f")))].length;
    const goods = new Set(
      rows.map((row) => ["product", "product_id", "amount"].map((id) => cell(row, id)).join("\u001f"))
    );
    return goods.size < different;
  });
}

function toOrder({ amount, ...rest }: ColumnMap): ColumnMap {
  return amount === undefined || rest.order_amount ? rest : { ...rest, order_amount: amount };
}
