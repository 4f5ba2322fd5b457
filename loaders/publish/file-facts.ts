import { monthEnd } from "../features/calendar.js";
import type { Study } from "../study.js";
import type { FileCount } from "../tables/compute.js";
import { AMOUNT_STEPS, LARGE_TIMES } from "./dimensions.js";

/** What the scorecard needs to know of a file besides its counts. */
export interface FileFacts {
  /** Rows set aside for a day that can't be. */
  implausibleDates: number;
  /** First and last day, and how many different days have rows; null where no column gives days. */
  days: { first: string; last: string; count: number } | null;
  /** Lines sold at a negative price, and amounts far above the middle one; null for files without amounts. */
  amounts: { negative: number; large: number; middle: number } | null;
}

/** Two short scans of the file's accepted rows: by day, and by size of amount. */
export async function readFileFacts({ engine, tables }: Study, count: FileCount): Promise<FileFacts> {
  const { source, table } = count;
  const odd = tables.rejects.filter((r) => r.file === source.file && r.reason === "implausible-date");
  const { rows } = engine;
  return {
    implausibleDates: new Set(odd.map((r) => r.row)).size,
    days: await findDays(rows, count, table),
    amounts: source.table === "orders" || source.table === "costs" ? await findAmounts(rows, count, table) : null
  };
}

type Rows = Study["engine"]["rows"];

async function findDays(rows: Rows, { source, filled }: FileCount, table: string): Promise<FileFacts["days"]> {
  const column = { orders: "ordered_at", events: "occurred_at", customers: "created", costs: "period" }[source.table];
  if (filled[column] === undefined) return null;
  const [row] = await rows(
    `SELECT min(day) AS first, max(day) AS last, count(*) AS n FROM (SELECT ${column} AS day FROM ${table} WHERE ${column} IS NOT NULL GROUP BY ${column}) AS days`
  );
  if (!row || Number(row.n) === 0) return null;
  const day = (value: unknown) => (source.table === "costs" ? monthEnd(String(value)) : String(value));
  return { first: day(row.first), last: day(row.last), count: Number(row.n) };
}

async function findAmounts(rows: Rows, { filled }: FileCount, table: string): Promise<FileFacts["amounts"]> {
  // Without a quantity a negative amount is a return; with one, goods that went out have a price.
  const conditions = [
    filled.quantity !== undefined ? "quantity > 0" : "1 = 0",
    ...(filled.status !== undefined ? ["(status IS NULL OR status = 'completed')"] : []),
    "amount < 0"
  ];
  const sizes = await rows(
    `SELECT size, count(*) AS n, sum(negative) AS negative FROM (SELECT CASE WHEN amount > 0 THEN floor(ln(CAST(amount AS DOUBLE)) * ${AMOUNT_STEPS}) END AS size, CASE WHEN ${conditions.join(" AND ")} THEN 1 ELSE 0 END AS negative FROM ${table}) AS sizes GROUP BY size ORDER BY size NULLS FIRST`
  );
  const positive = sizes.filter((s) => s.size !== null).map((s) => ({ size: Number(s.size), n: Number(s.n) }));
  const middle = middleSize(positive);
  if (middle === undefined) return null;
  const limit = middle + Math.ceil(Math.log(LARGE_TIMES) * AMOUNT_STEPS);
  return {
    negative: sizes.reduce((sum, s) => sum + Number(s.negative), 0),
    large: positive.reduce((sum, s) => sum + (s.size > limit ? s.n : 0), 0),
    middle: Math.exp((middle + 0.5) / AMOUNT_STEPS)
  };
}

/** The size that has half of all below it, in order of size. */
function middleSize(sizes: readonly { size: number; n: number }[]): number | undefined {
  const half = sizes.reduce((sum, s) => sum + s.n, 0) / 2;
  let below = 0;
  return sizes.find((s) => {
    below += s.n;
    return below >= half;
  })?.size;
}
