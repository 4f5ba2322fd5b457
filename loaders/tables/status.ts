import type { SourceFile } from "../dataset/source.js";
import { type Column, STATUSES } from "../definitions/columns.js";
import type { Dialect } from "../engine/dialect.js";
import { any, sql } from "../engine/sql.js";
import { isOneOf } from "./words.js";

/**
 * What became of a line by all columns of its file that tell: the worst of what they say, `cancelled` before `returned`
 * before `completed`. What isn't paid yet is cancelled, unless the goods are on their way, as then the courier brings
 * the money; so is an order that nobody has handled, unless it is paid. Undefined where no column tells; null where their cells are blank.
 */
export function combineStatuses(d: Dialect, source: SourceFile, has: (id: string) => boolean): string | undefined {
  const present = STATUSES.filter(has);
  const [only] = present;
  if (!only || (present.length === 1 && only !== "sent")) return only;
  const waits = new Map(present.flatMap((id) => waiting(d, source, id)));
  const lost = present.map((id) => {
    const open = waits.get(id);
    return `(${id} = 'cancelled'${open ? ` AND NOT ${open}` : ""})`;
  });
  const sent = onTheWay(d, source, present);
  const open = [...waits].map(([id, when]) => {
    const settled = [...sent, ...(id === "status" && present.includes("payment") ? ["payment = 'completed'"] : [])];
    return `(${id} = 'cancelled' AND ${when}${settled.length > 0 ? ` AND (${any(settled)}) IS NOT TRUE` : ""})`;
  });
  return sql`
    CASE
      WHEN ${any(lost)} THEN 'cancelled'
      WHEN ${any(present.map((id) => `${id} = 'returned'`))} THEN 'returned'
      ${open.length > 0 && `WHEN ${any(open)} THEN 'cancelled'`}
      WHEN COALESCE(${present.join(", ")}, '') <> '' THEN 'completed'
    END
  `;
}

/** That nothing more will happen to a line: it is cancelled or has come back, and doesn't only wait to be paid. */
export function isFinal(d: Dialect, source: SourceFile, has: (id: string) => boolean): string {
  const ways = STATUSES.filter(has).flatMap((id) => {
    const [open] = waiting(d, source, id);
    const lost = open ? `NOT ${open[1]}` : "TRUE";
    return [`CASE ${id} WHEN 'returned' THEN TRUE WHEN 'cancelled' THEN ${lost} ELSE FALSE END`];
  });
  return any([...ways, has("cancelled_at") && "cancelled_at IS NOT NULL"]);
}

/** That a cell of a column means money that isn't there yet. */
function waiting(d: Dialect, source: SourceFile, id: string): [string, string][] {
  const { unpaid = [] } = columnOf(source, id);
  return unpaid.length > 0 ? [[id, isOneOf(d, `raw_${id}`, unpaid)]] : [];
}

/** Ways to tell that the goods have left: the column of delivery or, beside another status, the order's own word. */
function onTheWay(d: Dialect, source: SourceFile, present: readonly string[]): string[] {
  const words = columnOf(source, "sent").words?.yes ?? [];
  return [
    ...(present.includes("sent") ? ["sent = 'yes'"] : []),
    ...(present.length > 1 && present[0] === "status"
      ? [`(status = 'completed' AND ${isOneOf(d, "raw_status", words)})`]
      : [])
  ];
}

function columnOf({ definition }: SourceFile, id: string): Partial<Column> {
  return definition.columns.find((column) => column.id === id) ?? {};
}
