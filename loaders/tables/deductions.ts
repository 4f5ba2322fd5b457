import type { Engine } from "../engine/engine.js";
import { all, sql, union } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import type { Imported } from "./imported.js";

const PRODUCT = ["product_id", "product"];

/**
 * A negative line in an order that also sells something is a voucher or a fee taken off, status `deduction`, unless it
 * names a product that is sold and takes back pieces of it. Gives the files that have such lines; the money of a line
 * stays as it is.
 */
export async function markDeductions(engine: Engine, imported: readonly Imported[]): Promise<Imported[]> {
  const orders = imported.filter(
    ({ source, columns }) =>
      source.table === "orders" && columns.includes("order_id") && PRODUCT.some((id) => columns.includes(id))
  );
  const negative: Imported[] = [];
  for (const one of orders) {
    const [found] = await engine.rows(sql`
      SELECT count(*) AS n
      FROM ${one.table}
      WHERE ${isNegative(one)}
    `);
    if (Number(found?.n ?? 0) > 0) negative.push(one);
  }
  if (negative.length === 0) return [];
  await createTable(engine, {
    name: "sold_products",
    grain: "one row per product that some line sells; for a moment",
    from: sql`
      WITH named AS (
        ${union(orders.flatMap((one) => productsOf(one).map((id) => `SELECT ${id} AS item FROM ${one.table} WHERE amount > 0`)))}
      )
      SELECT DISTINCT item
      FROM named
      WHERE item IS NOT NULL
    `
  });
  const changed: Imported[] = [];
  for (const one of negative) if (await markIn(engine, one)) changed.push(one);
  await engine.run("DROP TABLE sold_products");
  return changed;
}

/** Marks the lines of one file; true where there are any. */
async function markIn(engine: Engine, one: Imported): Promise<boolean> {
  const { table, columns, row } = one;
  const takesBack = columns.includes("quantity") ? "COALESCE(n.quantity, -1) < 0" : "TRUE";
  const sold = productsOf(one)
    .map((id) => `n.${id} IN (SELECT item FROM sold_products)`)
    .join(" OR ");
  const place = `(
    WITH negative AS (
      SELECT ${row} AS place, *
      FROM ${table}
      WHERE ${isNegative(one)}
    ),
    selling AS (
      SELECT DISTINCT order_id, ordered_at
      FROM ${table}
      WHERE amount > 0 AND order_id IN (SELECT order_id FROM negative)
    )
    SELECT n.place
    FROM negative AS n
    INNER JOIN selling AS s ON n.order_id = s.order_id AND n.ordered_at = s.ordered_at
    WHERE NOT (${takesBack} AND (${sold}))
  )`;
  const [found] = await engine.rows(`SELECT count(*) AS n FROM ${place} AS found`);
  if (Number(found?.n ?? 0) === 0) return false;
  if (!columns.includes("status")) await engine.run(`ALTER TABLE ${table} ADD COLUMN status VARCHAR`);
  await engine.run(`UPDATE ${table} SET status = 'deduction' WHERE ${row} IN ${place}`);
  return true;
}

function isNegative({ columns }: Imported): string {
  return all(["amount < 0", columns.includes("status") && "COALESCE(status, 'completed') = 'completed'"]);
}

function productsOf({ columns }: Imported): string[] {
  return PRODUCT.filter((id) => columns.includes(id));
}
