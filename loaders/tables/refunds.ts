import { STATUSES } from "../definitions/columns.js";
import type { Dialect } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { all, sql, union } from "../engine/sql.js";
import type { Imported } from "./imported.js";

/**
 * A line marked `returned` in a list of sales, its money without a minus, is the sale itself, taken back: it is paid
 * back in full. It takes back another line only where that line, of the same order and product, stands as sold; in a
 * file of returns it always does. Gives the files whose lines got a `refund`.
 */
export async function markRefunds(engine: Engine, imported: readonly Imported[]): Promise<Imported[]> {
  const d = engine.dialect;
  const orders = imported.filter(({ source }) => source.table === "orders");
  const marked = orders.filter(({ source }) => STATUSES.some((id) => source.columns[id] !== undefined));
  const changed: Imported[] = [];
  for (const one of marked) {
    const hasRefund = one.columns.includes("refund");
    const open = all(["status = 'returned'", "amount > 0", hasRefund && "refund IS NULL"]);
    const [found] = await engine.rows(sql`
      SELECT count(*) AS n
      FROM ${one.table}
      WHERE ${open}
    `);
    if (Number(found?.n ?? 0) === 0) continue;
    if (!hasRefund) await engine.run(`ALTER TABLE ${one.table} ADD COLUMN refund DECIMAL(18,4)`);
    await engine.run(sql`
      UPDATE ${one.table}
      SET refund = amount
      WHERE ${one.row} IN (
        ${takenBack(d, one, open, orders)}
      )
    `);
    changed.push(one);
  }
  return changed;
}

/** Row numbers of returned lines that no sold line answers to. */
function takenBack(d: Dialect, one: Imported, open: string, orders: readonly Imported[]): string {
  const sold = orders.map(
    (other) => sql`
      SELECT ${itemOf(d, other)} AS item
      FROM ${other.table}
      WHERE ${isSold(other)}
    `
  );
  return sql`
    WITH sold AS (
      ${union(sold)}
    ),
    returned AS (
      SELECT
        ${one.row} AS source_row,
        ${itemOf(d, one)} AS item
      FROM ${one.table}
      WHERE ${open}
    )
    SELECT r.source_row
    FROM returned AS r
    LEFT JOIN (SELECT DISTINCT item FROM sold) AS s ON r.item = s.item
    WHERE s.item IS NULL
  `;
}

/** What a line is of: its order and product, or, where orders have no id, its customer, product and amount. */
function itemOf(d: Dialect, { columns }: Imported): string {
  const has = (id: string) => columns.includes(id);
  const none = "CAST(NULL AS VARCHAR)";
  const products = ["product_id", "product"].filter(has);
  const product = products.length > 0 ? `COALESCE(${[...products, "''"].join(", ")})` : "''";
  const order = has("order_id") ? `'o ' || order_id || ' ' || ${product}` : none;
  const customer = has("customer_id") ? `'c ' || customer_id || ' ' || ${d.text("amount")} || ' ' || ${product}` : none;
  return `COALESCE(${order}, ${customer})`;
}

function isSold({ columns }: Imported): string {
  return all([columns.includes("status") && "COALESCE(status, 'completed') = 'completed'", "amount > 0"]);
}
