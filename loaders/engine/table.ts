import type { Engine } from "./engine.js";
import { sql } from "./sql.js";

/** A table of a study: its name, what one row of it stands for, and the query that it is the result of. */
export interface TableDefinition {
  name: string;
  /** `one row per customer and day`. */
  grain: string;
  /** A query; its steps as common table expressions. */
  from: string;
  /** A view is computed where it is read, a table (the default) once. */
  kind?: "table" | "view";
}

/** Makes a table, and notes it in the engine's list of what was made. */
export async function createTable(
  engine: Engine,
  { name, grain, from, kind = "table" }: TableDefinition
): Promise<void> {
  await engine.run(sql`
    CREATE ${kind.toUpperCase()} ${name} AS
    ${from}
  `);
  engine.made.push({ name, grain, kind });
}

/** Drops a table that was only a step; the list of what was made keeps it. */
export async function dropTable(engine: Engine, name: string): Promise<void> {
  await engine.run(`DROP TABLE ${name}`);
}
