import { TABLE_NAMES } from "../definitions/columns.js";
import type { Study } from "../study.js";

/**
 * Every identifier of a person in an accepted row (rows set aside feed nothing that is published), as written in
 * the files, before people are merged: ids, names, phones, e-mails, addresses, owners. Sorted, each once.
 */
export async function listIdentifiers({ engine, tables, definitions }: Study): Promise<string[]> {
  const parts = TABLE_NAMES.flatMap((table) =>
    definitions.tables[table].columns
      .filter((c) => c.personal && !c.working && tables.columns.has(`${table}.${c.id}`))
      .map(
        (c) => `SELECT ${c.id} AS word FROM ${table === "costs" ? table : `${table}_read`} WHERE ${c.id} IS NOT NULL`
      )
  );
  if (parts.length === 0) return [];
  const rows = await engine.rows(`SELECT DISTINCT word FROM (${parts.join(" UNION ALL ")}) AS words ORDER BY word`);
  return rows.map((r) => String(r.word).replace(/\s+/g, " ")).filter(Boolean);
}
