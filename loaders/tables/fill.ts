import type { SourceFile } from "../dataset/source.js";
import type { Engine } from "../engine/engine.js";
import { cellName, cellNames, SOURCE_ROW } from "./load.js";

/** Columns that speak of the order, not of one line of it. */
const OF_ORDER = [
  "order_id",
  "customer_id",
  "phone",
  "email",
  "customer_name",
  "ordered_at",
  "order_amount",
  "order_discount",
  "order_refund",
  "cancelled_at",
  "currency",
  "status",
  "sent",
  "channel",
  "branch",
  "country",
  "campaign"
];

/**
 * Where what belongs to an order stands on its first line only: a table expression in which every line has it. A
 * blank order id is that of the line above; an order's cell is the first of its lines that isn't blank.
 */
export async function fillOrders(engine: Engine, source: SourceFile, texts: string, target: string): Promise<string> {
  const id = cellName(source.sheet, source.columns.order_id);
  if (!id) return texts;
  const written = (cell: string) => `NULLIF(trim(${cell}), '')`;
  const filled = OF_ORDER.filter((c) => c !== "order_id").flatMap(
    (c) => cellName(source.sheet, source.columns[c]) ?? []
  );
  await engine.run(
    `CREATE TABLE ${target}_lines AS SELECT *, max(${written(id)}) OVER (PARTITION BY block) AS order_key FROM (SELECT *, count(${written(id)}) OVER (ORDER BY ${SOURCE_ROW} ROWS UNBOUNDED PRECEDING) AS block FROM ${texts} AS texts) AS blocks`
  );
  const firsts = filled.map(
    (cell) =>
      `${engine.dialect.argMin(cell, `CASE WHEN ${written(cell)} IS NOT NULL THEN ${SOURCE_ROW} END`)} AS ${cell}`
  );
  await engine.run(
    `CREATE TABLE ${target}_heads AS SELECT ${["order_key", ...firsts].join(", ")} FROM ${target}_lines WHERE order_key IS NOT NULL GROUP BY order_key`
  );
  const columns = cellNames(source.sheet).map((plain) => {
    const cell = `"${plain}"`;
    if (cell === id) return `l.order_key AS ${cell}`;
    return filled.includes(cell)
      ? `COALESCE(NULLIF(trim(l.${cell}), ''), h.${cell}) AS ${cell}`
      : `l.${cell} AS ${cell}`;
  });
  return `(SELECT l.${SOURCE_ROW}, ${columns.join(", ")} FROM ${target}_lines AS l LEFT JOIN ${target}_heads AS h ON l.order_key = h.order_key)`;
}
