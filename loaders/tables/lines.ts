import type { SourceFile } from "../dataset/source.js";
import type { Dialect } from "../engine/dialect.js";
import { sql } from "../engine/sql.js";
import { equalRows, isTwice } from "./copies.js";
import { SOURCE_ROW } from "./load.js";
import { combineStatuses } from "./status.js";
import type { Step } from "./steps.js";

/** An amount has at most 14 digits before the point. */
const LARGEST_AMOUNT = "1e14";
const OF_ORDER = ["order_amount", "order_discount", "order_refund"] as const;
const MONEY = "DECIMAL(18,4)";

/** What an order line's columns are worked out from. */
export interface Lines {
  /** Steps from the cells to what else is needed; none where the cells suffice. */
  steps: readonly Step[];
  /** Column → expression, where it isn't simply what was read. */
  columns: ReadonlyMap<string, string>;
  /** Columns of which one is empty where the amount is. */
  needed: readonly string[];
}

/** True where money of a whole order stands on its lines, and has to be divided among them. */
export function sharesOrders(source: SourceFile): boolean {
  const has = (id: string) => source.columns[id] !== undefined;
  return source.table === "orders" && source.grain !== "order" && has("order_id") && OF_ORDER.some(has);
}

/**
 * The money of each row, once: its own (`amount`, quantity × price, or quantity × list price − discount), and of the
 * order's money a share by value (by quantity where lines have no value, equally where they have neither), so
 * that the lines of an order add up to it exactly. `has`: columns that were read.
 */
export function arrangeLines(
  d: Dialect,
  source: SourceFile,
  has: (id: string) => boolean,
  cells: string,
  keepCopies: boolean
): Lines {
  const { value, needed } = ownValue(d, source, has);
  const columns = new Map<string, string>();
  if (!has("quantity") && source.grain === "unit") columns.set("quantity", d.double("1"));
  const shared = sharesOrders(source);
  const steps: Step[] = shared ? shareOrder(d, source, has, cells, value, keepCopies) : [];
  const part = (id: string) => (has(id) ? (shared ? `${id}_part` : id) : undefined);
  const own = shared ? "line_value" : value;
  const less = part("order_discount");
  const net = own && less && !(has("amount") && source.grain === "order") ? `${own} - COALESCE(${less}, 0)` : own;
  const total = part("order_amount");
  const amount =
    total && own ? (shared ? `COALESCE(${total}, ${net})` : `COALESCE(${net}, ${total})`) : (total ?? net ?? "NULL");
  if (amount !== "amount") columns.set("amount", `CAST(${amount} AS ${MONEY})`);
  if (less)
    columns.set("discount", has("discount") ? `CAST(COALESCE(discount, 0) + COALESCE(${less}, 0) AS ${MONEY})` : less);
  const refund = refundOf(d, has, columns, part("order_refund"));
  if (refund) columns.set("refund", refund);
  const told = combineStatuses(d, source, has);
  if (told && told !== "status") {
    const query = sql`
      SELECT
        *,
        ${told} AS told_status
      FROM ${steps.at(-1)?.name ?? cells}
    `;
    steps.push({ name: "told", query });
  }
  const status = finalStatus(has, columns, told && told !== "status" ? "told_status" : told);
  if (status) columns.set("status", status);
  return { steps, columns, needed: total ? ["order_amount"] : needed };
}

/** What a line is worth by itself; undefined where only the order's money is known. */
function ownValue(
  d: Dialect,
  source: SourceFile,
  has: (id: string) => boolean
): { value?: string; needed: readonly string[] } {
  if (has("amount")) return { value: "amount", needed: ["amount"] };
  const quantity = has("quantity") ? d.double("quantity") : source.grain === "unit" ? "1" : undefined;
  const count = has("quantity") ? ["quantity"] : [];
  const times = (price: string) => {
    const product = `${quantity} * ${d.double(price)}`;
    return `CASE WHEN abs(${product}) < ${LARGEST_AMOUNT} THEN CAST(round(${product}, 4) AS ${MONEY}) END`;
  };
  if (quantity && has("unit_price")) return { value: times("unit_price"), needed: [...count, "unit_price"] };
  if (quantity && has("list_price")) {
    const off = has("discount") ? ` - ${has("quantity") ? "sign(quantity) * " : ""}abs(COALESCE(discount, 0))` : "";
    return {
      value: off ? `CAST(${times("list_price")}${off} AS ${MONEY})` : times("list_price"),
      needed: [...count, "list_price"]
    };
  }
  return { needed: [] };
}

/**
 * Adds `order_amount_part` and so on: shares rounded to four decimals, the rest on the last line. Rows that will be set
 * aside as copies share the money once more, so that they stay equal and take nothing of the order with them.
 */
function shareOrder(
  d: Dialect,
  source: SourceFile,
  has: (id: string) => boolean,
  cells: string,
  value: string | undefined,
  keepCopies: boolean
): Step[] {
  const parts = OF_ORDER.filter(has);
  const single = `CASE WHEN order_id IS NULL THEN ${SOURCE_ROW} END`;
  const columns = ["order_id", "product", "product_id", "quantity"].filter(has);
  const equal = keepCopies && !source.duplicates ? "sales" : equalRows({ source, columns });
  const copy = { sales: "1", copies: "nth_copy", orders: "CASE WHEN twice THEN nth_copy ELSE 1 END" }[equal];
  const order = `PARTITION BY order_id, ${single}, copy_number, ordered_at, ${parts.join(", ")}`;
  const quantity = has("quantity") ? "COALESCE(abs(quantity), 0)" : "0";
  const valued = sql`
    SELECT
      *,
      ${value ?? `CAST(NULL AS ${MONEY})`} AS line_value
    FROM ${cells}
  `;
  const counted = sql`
    SELECT
      *,
      count(*) OVER (PARTITION BY order_id, row_hash) AS copies,
      row_number() OVER (PARTITION BY order_id, row_hash ORDER BY ${SOURCE_ROW}) AS nth_copy
    FROM valued
  `;
  const compared = sql`
    SELECT
      *,
      ${isTwice("PARTITION BY order_id")} AS twice
    FROM counted
  `;
  const numbered = sql`
    SELECT
      *,
      ${copy} AS copy_number
    FROM compared
  `;
  const summed = sql`
    SELECT
      *,
      sum(COALESCE(line_value, 0)) OVER (${order}) AS order_value,
      sum(${quantity}) OVER (${order}) AS order_quantity,
      count(*) OVER (${order}) AS order_lines,
      row_number() OVER (${order} ORDER BY ${SOURCE_ROW} DESC) AS from_last
    FROM numbered
  `;
  const share = (id: string) => {
    const by = (part: string, whole: string) => `${d.double(id)} * ${d.double(part)} / ${d.double(whole)}`;
    return sql`
      CAST(round(CASE
        WHEN order_value <> 0 THEN ${by("COALESCE(line_value, 0)", "order_value")}
        WHEN order_quantity > 0 THEN ${by(quantity, "order_quantity")}
        ELSE ${by("1", "order_lines")}
      END, 4) AS ${MONEY}) AS ${id}_rounded
    `;
  };
  const shared = sql`
    SELECT
      *,
      ${parts.map(share)}
    FROM summed
  `;
  const exact = (id: string) => sql`
    CAST(CASE
      WHEN from_last = 1 THEN ${id} - (sum(${id}_rounded) OVER (${order}) - ${id}_rounded)
      ELSE ${id}_rounded
    END AS ${MONEY}) AS ${id}_part
  `;
  const divided = sql`
    SELECT
      *,
      ${parts.map(exact)}
    FROM shared
  `;
  return Object.entries({ valued, counted, compared, numbered, summed, shared, divided }).map(([name, query]) => ({
    name,
    query
  }));
}

/**
 * Money paid back on a line that was sold: as written, a share of the order's, or by the quantity returned; never more
 * than the line.
 */
function refundOf(
  d: Dialect,
  has: (id: string) => boolean,
  columns: ReadonlyMap<string, string>,
  ofOrder: string | undefined
): string | undefined {
  const amount = columns.get("amount") ?? "amount";
  const quantity = columns.get("quantity") ?? (has("quantity") ? "quantity" : "NULL");
  const ways = [
    ...(has("refund") ? ["NULLIF(abs(refund), 0)"] : []),
    ...(ofOrder ? [`NULLIF(abs(${ofOrder}), 0)`] : []),
    ...(has("returned_quantity") ? [byQuantity(d, amount, quantity)] : [])
  ];
  if (ways.length === 0) return undefined;
  const back = ways.length > 1 ? `COALESCE(${ways.join(", ")})` : ways[0];
  return sql`
    CAST(CASE
      WHEN ${amount} <= 0 THEN NULL
      WHEN ${back} > ${amount} THEN ${amount}
      ELSE ${back}
    END AS ${MONEY})
  `;
}

/** The line's money by the share of its pieces that came back; all of it where the number of pieces isn't known. */
function byQuantity(d: Dialect, amount: string, quantity: string): string {
  const share = `${d.double("abs(returned_quantity)")} / ${d.double(`NULLIF(abs(${quantity}), 0)`)}`;
  const back = `COALESCE(${d.double(amount)} * ${share}, ${d.double(amount)})`;
  return `CASE WHEN abs(returned_quantity) > 0 THEN CAST(round(${back}, 4) AS ${MONEY}) END`;
}

/**
 * What became of a line, where that isn't simply the status as read: one with a day of cancelling is `cancelled`, one
 * paid back in full `returned`. `told`: what the columns of status say, where there are any.
 */
function finalStatus(
  has: (id: string) => boolean,
  columns: ReadonlyMap<string, string>,
  told: string | undefined
): string | undefined {
  const [refund, amount] = [columns.get("refund"), columns.get("amount") ?? "amount"];
  const whens = [
    ...(has("cancelled_at") ? ["WHEN cancelled_at IS NOT NULL THEN 'cancelled'"] : []),
    ...(refund && told ? [`WHEN ${told} = 'cancelled' THEN ${told}`] : []),
    ...(refund ? [`WHEN ${refund} >= ${amount} AND ${amount} > 0 THEN 'returned'`] : [])
  ];
  if (whens.length === 0) return told === "status" ? undefined : told;
  return sql`
    CASE
      ${whens.join("\n")}
      ELSE ${told ?? "CAST(NULL AS VARCHAR)"}
    END
  `;
}
