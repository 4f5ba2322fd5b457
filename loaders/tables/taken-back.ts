import type { Engine } from "../engine/engine.js";
import type { Imported } from "./imported.js";

const RETURNED = "status = 'returned' AND amount > 0";

/**
 * A line marked `returned` in a list of sales, its money without a minus, is the sale itself, taken back: it is paid
 * back in full. It takes back another line only where that line, of the same order and product, stands as sold; in a
 * file of returns it always does. Gives the files whose lines got a `refund`.
 */
export async function markTakenBack(engine: Engine, imported: readonly Imported[]): Promise<Imported[]> {
  const orders = imported.filter(({ source }) => source.table === "orders");
  const marked = orders.filter(({ source }) => source.columns.status !== undefined);
  const changed: Imported[] = [];
  const sold = orders.map((one) => `SELECT ${item(engine, one)} FROM ${one.table} WHERE ${isSold(one)}`);
  for (const one of marked) {
    const open = one.columns.includes("refund") ? `${RETURNED} AND refund IS NULL` : RETURNED;
    const [found] = await engine.rows(`SELECT count(*) AS n FROM ${one.table} WHERE ${open}`);
    if (Number(found?.n ?? 0) === 0) continue;
    if (!one.columns.includes("refund")) await engine.run(`ALTER TABLE ${one.table} ADD COLUMN refund DECIMAL(18,4)`);
    await engine.run(
      `CREATE TABLE taken_back AS SELECT r.source_row FROM (SELECT ${one.row} AS source_row, ${item(engine, one)} FROM ${one.table} WHERE ${open}) AS r LEFT JOIN (SELECT DISTINCT item FROM (${sold.join(" UNION ALL ")}) AS sales) AS s ON r.item = s.item WHERE s.item IS NULL`
    );
    await engine.run(`UPDATE ${one.table} SET refund = amount WHERE ${one.row} IN (SELECT source_row FROM taken_back)`);
    await engine.run("DROP TABLE taken_back");
    changed.push(one);
  }
  return changed;
}

/** What a line is of: its order and product, or, where orders have no id, its customer, product and amount. */
function item(engine: Engine, one: Imported): string {
  const has = (id: string) => one.columns.includes(id);
  const d = engine.dialect;
  const products = ["product_id", "product"].filter(has);
  const product = products.length > 0 ? `COALESCE(${[...products, "''"].join(", ")})` : "''";
  const order = has("order_id") ? `'o ' || order_id || ' ' || ${product}` : "CAST(NULL AS VARCHAR)";
  const customer = has("customer_id")
    ? `'c ' || customer_id || ' ' || ${d.text("amount")} || ' ' || ${product}`
    : "CAST(NULL AS VARCHAR)";
  return `COALESCE(${order}, ${customer}) AS item`;
}

function isSold(one: Imported): string {
  const status = one.columns.includes("status") ? "COALESCE(status, 'completed') = 'completed' AND " : "";
  return `${status}amount > 0`;
}
