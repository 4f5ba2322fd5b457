import type { Dialect } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import type { Drop } from "./drop.js";
import type { Imported } from "./imported.js";

const CUSTOMER = ["customer_id", "phone", "email"];

/**
 * Of an order that files of one layout tell differently, the most final reading stays, then that of the file with the
 * later days, then that of the file placed first. The same number with another customer is another order; where such
 * numbers occur, orders of nobody aren't compared.
 */
export async function dropOlderOrders(engine: Engine, files: readonly Imported[], drop: Drop): Promise<void> {
  const layouts = new Map<string, Imported[]>();
  for (const one of files.filter(({ columns }) => columns.includes("order_id")))
    layouts.set(layoutOf(one), [...(layouts.get(layoutOf(one)) ?? []), one]);
  for (const family of layouts.values()) if (family.length > 1) await dropWithin(engine, family, drop);
}

function layoutOf({ source }: Imported): string {
  const said = [...Object.entries(source.columns), ...Object.entries(source.constants)];
  return [source.preset ?? "", ...said.flat().sort()].join("\u001f");
}

async function dropWithin(engine: Engine, family: readonly Imported[], drop: Drop): Promise<void> {
  await createTable(engine, {
    name: "order_versions",
    grain: "one row per order and file of one layout, with how the file tells it; for a moment",
    from: union(family.map((one, place) => versionsOf(engine.dialect, one, place)))
  });
  const items = family.flatMap((one, i) => itemsOf(one, i));
  await createTable(engine, {
    name: "older_versions",
    grain: "one row per order and file of which another file tells something newer; for a moment",
    from: sql`
      WITH known AS (
        SELECT
          order_id,
          ordered_at,
          count(DISTINCT customer) AS customers,
          count(*) AS files,
          count(DISTINCT told) AS readings
        FROM order_versions
        GROUP BY order_id, ordered_at
        HAVING count(*) > 1
      ),
      restarts AS (
        SELECT count(*) AS n
        FROM known
        WHERE customers > 1
      ),
      changed AS (
        SELECT k.order_id, k.ordered_at
        FROM known AS k
        CROSS JOIN restarts AS r
        WHERE k.readings > 1 AND (k.customers = 1 OR (k.customers = 0 AND r.n = 0))
      ),
      ${items.length > 0 && itemsStep(items)}
      ranked AS (
        SELECT
          v.file,
          v.order_id,
          v.ordered_at,
          first_value(v.file) OVER (
            PARTITION BY v.order_id, v.ordered_at
            ORDER BY v.settled DESC, v.last_day DESC, v.file
          ) AS kept
        FROM order_versions AS v
        INNER JOIN changed AS c ON v.order_id = c.order_id AND v.ordered_at = c.ordered_at
        ${items.length > 0 && "INNER JOIN retold AS i ON v.order_id = i.order_id"}
      )
      SELECT *
      FROM ranked
      WHERE file <> kept
    `
  });
  for (const [i, one] of family.entries()) await drop(one, "newer-order", { query: olderRows(one, i), files: family });
  await engine.run("DROP TABLE older_versions");
  await engine.run("DROP TABLE order_versions");
}

/** Orders with a product that stands in two files: others are one order, cut in two where a file ends. */
function itemsStep(items: readonly string[]): string {
  return sql`
    items AS (
      ${union(items)}
    ),
    retold AS (
      SELECT DISTINCT a.order_id
      FROM items AS a
      INNER JOIN items AS b ON a.order_id = b.order_id AND a.item = b.item AND a.file < b.file
    ),
  `;
}

function itemsOf({ table, columns }: Imported, place: number): string[] {
  const product = ["product_id", "product"].find((id) => columns.includes(id));
  if (!product) return [];
  return [
    sql`
      SELECT DISTINCT ${place} AS file, i.order_id, COALESCE(i.${product}, '') AS item
      FROM ${table} AS i
      INNER JOIN changed AS c ON i.order_id = c.order_id
    `
  ];
}

function olderRows(one: Imported, place: number): string {
  return sql`
    WITH rows_read AS (
      SELECT ${one.row} AS source_row, order_id
      FROM ${one.table}
    )
    SELECT r.source_row, o.kept
    FROM rows_read AS r
    INNER JOIN older_versions AS o ON o.file = ${place} AND r.order_id = o.order_id
  `;
}

/** Orders of a file: whose, from which day, how final, and what is told of them as one text. */
function versionsOf(d: Dialect, one: Imported, place: number): string {
  const has = (id: string) => one.columns.includes(id);
  const who = CUSTOMER.filter(has);
  const customer = who.length > 0 ? `COALESCE(${[...who, "NULL"].join(", ")})` : "NULL";
  const told = [
    "count(*)",
    "sum(amount)",
    has("quantity") ? "sum(quantity)" : "0",
    has("refund") ? "sum(refund)" : "0",
    has("status") ? "max(COALESCE(status, ''))" : "''",
    "max(settled)"
  ];
  return sql`
    SELECT
      ${place} AS file,
      order_id,
      min(ordered_at) AS ordered_at,
      CAST(max(${customer}) AS VARCHAR) AS customer,
      max(CASE WHEN settled THEN 1 ELSE 0 END) AS settled,
      ${d.join(
        " ",
        told.map((value) => `CAST(${value} AS VARCHAR)`)
      )} AS told,
      (SELECT max(ordered_at) FROM ${one.table}) AS last_day
    FROM ${one.table}
    WHERE order_id IS NOT NULL
    GROUP BY order_id
  `;
}
