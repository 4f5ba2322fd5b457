import type { Dialect } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable, type TableDefinition } from "../engine/table.js";
import type { Tables } from "../tables/compute.js";

export const CHANNELS = ["zalo", "email", "sms"] as const;
export type Channel = (typeof CHANNELS)[number];

/** How many persons of the customers files answered about a channel, and how many answers have a date. */
export interface Consent {
  yes: number;
  no: number;
  unknown: number;
  withDate: number;
}

/** The view `customers`, whichever way it is made. */
export const CUSTOMERS = {
  name: "customers",
  grain: "one row per person that a customers file names",
  kind: "view"
} as const satisfies Omit<TableDefinition, "from">;

/**
 * Makes `customers` of `customer_rows` and `several_rows` where a person has several: each column keeps the first value
 * there is, by day of creation, then id; consent has a rule of its own.
 */
export async function createPersonUnion(engine: Engine, columns: readonly string[]): Promise<void> {
  await createTable(engine, unitedCustomers(engine.dialect, columns));
  await createTable(engine, {
    ...CUSTOMERS,
    from: sql`
      SELECT
        ${customerColumns(columns, "r")}
      FROM customer_rows AS r
      LEFT JOIN several_rows AS s ON r.customer_id = s.customer_id
      WHERE r.customer_id IS NOT NULL AND s.customer_id IS NULL
      UNION ALL
      SELECT
        ${columns}
      FROM customers_united
    `
  });
}

function unitedCustomers(d: Dialect, columns: readonly string[]): TableDefinition {
  const rest = columns.filter((c) => c !== "created" && c !== "customer_id");
  const order = ["created NULLS LAST", "read_id NULLS LAST", ...rest].join(", ");
  const sourceOrder = `CASE WHEN consent_source IS NULL THEN 1 ELSE 0 END, ${latestDay()} DESC NULLS LAST, ${order}`;
  const united = columns.map((column) => {
    if (column === "customer_id") return column;
    const channel = CHANNELS.find((c) => column === answer(c) || column === `consent_${c}_date`);
    if (!channel) return `${d.argMin(column, `CASE WHEN ${column} IS NOT NULL THEN place END`)} AS ${column}`;
    const value = column === answer(channel) ? column : datedAnswer(channel, "");
    return `max(CASE WHEN ${channel}_place = 1 THEN ${value} END) AS ${column}`;
  });
  return {
    name: "customers_united",
    grain: "one row per person with several rows in the customers files",
    from: sql`
      WITH several AS (
        SELECT r.*
        FROM customer_rows AS r
        INNER JOIN several_rows AS s ON r.customer_id = s.customer_id
      ),
      placed AS (
        SELECT
          *,
          row_number() OVER (PARTITION BY customer_id ORDER BY ${order}) AS place,
          ${CHANNELS.map(latest)},
          row_number() OVER (PARTITION BY customer_id ORDER BY ${sourceOrder}) AS source_place
        FROM several
      )
      SELECT
        ${united}
      FROM placed
      GROUP BY customer_id
    `
  };
}

/** Columns of a single row of a person: an answer that has no day of its own gets the one given for all. */
export function customerColumns(columns: readonly string[], alias: string): string[] {
  return columns.map((column) => {
    const channel = CHANNELS.find((c) => column === `${answer(c)}_date`);
    return channel ? `${datedAnswer(channel, `${alias}.`)} AS ${column}` : `${alias}.${column}`;
  });
}

function answer(channel: Channel): string {
  return `consent_${channel}`;
}

/** The day of an answer: the channel's own, or the one that a file gives for all; null without an answer. */
function datedAnswer(channel: Channel, prefix: string): string {
  const day = `COALESCE(${prefix}${answer(channel)}_date, ${prefix}consent_date)`;
  return `CASE WHEN ${prefix}${answer(channel)} IS NOT NULL THEN ${day} END`;
}

/** The last day that a row says anything of consent. */
function latestDay(): string {
  const days = CHANNELS.map((c) => `${answer(c)}_date`).concat("consent_date");
  return days.reduce((a, b) => `CASE WHEN ${b} IS NULL OR ${a} > ${b} THEN ${a} ELSE ${b} END`);
}

/**
 * Which row's answer about a channel stands: a no of unknown day, as it may be the last word; else the latest with a
 * date, on one day a no; else a yes of unknown day. A row that says nothing says nothing: silence is never consent.
 */
function latest(channel: Channel): string {
  const day = datedAnswer(channel, "");
  const rank = sql`
    CASE
      WHEN ${answer(channel)} IS NULL THEN 3
      WHEN ${day} IS NOT NULL THEN 1
      WHEN ${answer(channel)} = 'no' THEN 0
      ELSE 2
    END
  `;
  return sql`
    row_number() OVER (
      PARTITION BY customer_id
      ORDER BY ${rank}, ${day} DESC, ${answer(channel)}
    ) AS ${channel}_place
  `;
}

/** Answers by channel; channels that no file speaks of are left out. */
export async function countConsent(engine: Engine, tables: Tables): Promise<Partial<Record<Channel, Consent>>> {
  const found = CHANNELS.filter((c) => tables.columns.has(`customers.${answer(c)}`));
  if (found.length === 0) return {};
  const sum = (condition: string) => `COALESCE(sum(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`;
  const counts = found.flatMap((c) => [
    `${sum(`${answer(c)} = 'yes'`)} AS ${c}_yes`,
    `${sum(`${answer(c)} = 'no'`)} AS ${c}_no`,
    `${sum(`${answer(c)} IS NULL`)} AS ${c}_unknown`,
    `${sum(`${answer(c)} IS NOT NULL AND ${answer(c)}_date IS NOT NULL`)} AS ${c}_dated`
  ]);
  const [row] = await engine.rows(sql`
    SELECT
      ${counts}
    FROM customers
  `);
  const count = (key: string) => Number(row?.[key] ?? 0);
  return Object.fromEntries(
    found.map((c) => [
      c,
      { yes: count(`${c}_yes`), no: count(`${c}_no`), unknown: count(`${c}_unknown`), withDate: count(`${c}_dated`) }
    ])
  );
}
