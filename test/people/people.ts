import { storedColumns } from "../../loaders/definitions/columns.js";
import type { Settings } from "../../loaders/definitions/settings.js";
import { literal } from "../../loaders/engine/dialect.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import type { Engine, Row } from "../../loaders/engine/engine.js";
import { computePeople, type People } from "../../loaders/people/compute.js";
import type { Tables } from "../../loaders/tables/compute.js";
import { DEFINITIONS } from "../support/definitions.js";

/** Rows of canonical tables, as they are once all files are read; a column that no row has no file carries. */
export type Read = Partial<Record<"customers" | "orders" | "events", readonly Row[]>>;

export interface Found {
  engine: Engine;
  people: People;
  /** Rows of a query. */
  rows: (sql: string) => Promise<Row[]>;
}

/** Tells the people of some rows apart and hands over what is then in the engine. */
export async function withPeople<T>(
  read: Read,
  use: (found: Found) => Promise<T>,
  settings: Settings = {}
): Promise<T> {
  const engine = await openDuckdb();
  try {
    const people = await computePeople(engine, await makeTables(engine, read), {
      settings,
      definitions: DEFINITIONS
    });
    return await use({ engine, people, rows: (sql) => engine.rows(sql) });
  } finally {
    await engine.close();
  }
}

/** The tables `*_read` of some rows. */
export async function makeTables(engine: Engine, read: Read): Promise<Tables> {
  const columns = new Set<string>();
  for (const table of ["customers", "orders", "events"] as const) {
    const known = storedColumns(DEFINITIONS.tables[table]);
    const types = { day: "DATE", money: "DECIMAL(18,4)", number: "DOUBLE" } as Record<string, string>;
    await engine.run(
      `CREATE TABLE ${table}_read (${known.map((c) => `${c.id} ${types[c.kind] ?? "VARCHAR"}`).join(", ")})`
    );
    for (const row of read[table] ?? []) {
      for (const id of Object.keys(row)) columns.add(`${table}.${id}`);
      const cells = known.map((c) =>
        row[c.id] === null || row[c.id] === undefined ? "NULL" : literal(String(row[c.id]))
      );
      await engine.run(`INSERT INTO ${table}_read VALUES (${cells.join(", ")})`);
    }
  }
  return {
    files: [],
    rejects: [],
    rejectedMoney: {},
    columns,
    asOf: "2026-06-30",
    from: "2025-01-01"
  } as unknown as Tables;
}

/** Name of each customers row or text of each order → the id of the person it belongs to, for orders with a `product` to tell them by. */
export function ordersOf(read: Read, settings: Settings = {}): Promise<Record<string, string | null>> {
  return withPeople(
    read,
    async ({ rows }) =>
      Object.fromEntries(
        (await rows("SELECT product, customer_id FROM orders ORDER BY product")).map((r) => [
          String(r.product),
          r.customer_id === null ? null : String(r.customer_id)
        ])
      ),
    settings
  );
}

/** Ids of the persons in `customers`. */
export function customerIds(read: Read, settings: Settings = {}): Promise<string[]> {
  return withPeople(
    read,
    async ({ rows }) => (await rows("SELECT customer_id FROM customers ORDER BY 1")).map((r) => String(r.customer_id)),
    settings
  );
}
