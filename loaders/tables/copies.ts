import { sql } from "../engine/sql.js";
import type { Imported } from "./imported.js";

const PRODUCT = ["product", "product_id"];

/**
 * True for the rows of an order of several different lines each of which stands equally often, more than once: the
 * order was pasted twice. `copies` is how often a row stands there; `order` the window of its order.
 */
export function isTwice(order: string): string {
  const least = `min(copies) OVER (${order})`;
  return `(${least} > 1 AND ${least} = max(copies) OVER (${order}) AND count(*) OVER (${order}) > ${least})`;
}

/**
 * Whether equal rows of a file are `sales`, each of them; `copies`, each but one; or `orders`: copies where a whole
 * order stands there twice, else lines of it. Without an order's id a day may bring any number of equal sales; where
 * no quantity is told, each piece has its row; where no product is named, an order has one row.
 */
export function equalRows({ source, columns }: Pick<Imported, "source" | "columns">): "sales" | "copies" | "orders" {
  if (source.duplicates) return source.duplicates === "keep" ? "sales" : "copies";
  if (source.table !== "orders") return "copies";
  if (source.grain === "unit" || !columns.includes("order_id")) return "sales";
  if (!PRODUCT.some((id) => columns.includes(id))) return "copies";
  return columns.includes("quantity") ? "orders" : "sales";
}

/** Rows of a file that stand in it before, as a query of `source_row` and `kept`. */
export function pairsWithin(one: Imported): { query: string; files: readonly Imported[] } {
  const { table, columns, row } = one;
  const orders = equalRows(one) === "orders";
  const query = sql`
    WITH twice AS (
      SELECT row_hash
      FROM ${table}
      GROUP BY row_hash
      HAVING count(*) > 1
    ),
    rows_read AS (
      SELECT
        ${row} AS source_row,
        row_hash,
        ${columns}
      FROM ${table}
      ${orders && `WHERE order_id IN (SELECT order_id FROM ${table} WHERE row_hash IN (SELECT row_hash FROM twice))`}
    ),
    ranked AS (
      SELECT
        source_row,
        ${orders && "order_id"},
        count(*) OVER (PARTITION BY row_hash, ${columns.join(", ")}) AS copies,
        row_number() OVER (PARTITION BY row_hash, ${columns.join(", ")} ORDER BY source_row) AS n
      FROM rows_read
      ${!orders && "WHERE row_hash IN (SELECT row_hash FROM twice)"}
    ),
    compared AS (
      SELECT
        *,
        ${orders ? isTwice("PARTITION BY order_id") : "TRUE"} AS copied
      FROM ranked
    )
    SELECT source_row, 0 AS kept
    FROM compared
    WHERE n > 1 AND copied
  `;
  return { query, files: [one] };
}
