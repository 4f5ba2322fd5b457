import type { SourceFile } from "../dataset/source.js";
import { type Dialect, name } from "../engine/dialect.js";
import { sql } from "../engine/sql.js";
import { cellName, cellNames, SOURCE_ROW } from "./load.js";
import type { Step } from "./steps.js";

/** Columns that speak of the order, not of one line of it. */
const OF_ORDER = [
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
  "payment",
  "sent",
  "channel",
  "branch",
  "country",
  "campaign"
];

/**
 * Where what belongs to an order stands on its first line only: steps from `texts` to `filled`, in which every line has
 * it. A blank order id is that of the line above; an order's cell is the first of its lines that isn't blank.
 */
export function fillOrders(d: Dialect, { sheet, columns }: SourceFile, orderId: string): Step[] {
  const written = (cell: string) => `NULLIF(trim(${cell}), '')`;
  const shared = OF_ORDER.flatMap((id) => cellName(sheet, columns[id]) ?? []);
  const firsts = shared.map((cell) => {
    const firstWritten = `CASE WHEN ${written(cell)} IS NOT NULL THEN ${SOURCE_ROW} END`;
    return `${d.argMin(cell, firstWritten)} AS ${cell}`;
  });
  const cells = cellNames(sheet)
    .map(name)
    .map((cell) => {
      if (cell === orderId) return `l.order_key AS ${cell}`;
      return shared.includes(cell) ? `COALESCE(${written(`l.${cell}`)}, h.${cell}) AS ${cell}` : `l.${cell} AS ${cell}`;
    });
  return [
    {
      name: "blocks",
      query: sql`
        SELECT
          *,
          count(${written(orderId)}) OVER (ORDER BY ${SOURCE_ROW} ROWS UNBOUNDED PRECEDING) AS block
        FROM texts
      `
    },
    {
      name: "lines",
      query: sql`
        SELECT
          *,
          max(${written(orderId)}) OVER (PARTITION BY block) AS order_key
        FROM blocks
      `
    },
    {
      name: "heads",
      query: sql`
        SELECT
          order_key,
          ${firsts}
        FROM lines
        WHERE order_key IS NOT NULL
        GROUP BY order_key
      `
    },
    {
      name: "filled",
      query: sql`
        SELECT
          l.${SOURCE_ROW},
          ${cells}
        FROM lines AS l
        LEFT JOIN heads AS h ON l.order_key = h.order_key
      `
    }
  ];
}
