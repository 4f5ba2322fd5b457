import { type Column, TABLE_NAMES, type TableName } from "../definitions/columns.js";
import { literal } from "../engine/dialect.js";
import { sql } from "../engine/sql.js";
import { namesNobodySql, nobodysNameSql } from "../people/nobody.js";
import type { Study } from "../study.js";
import { type Step, withSteps } from "../tables/steps.js";

/** Columns whose values stand for many people and are published by themselves. */
const PUBLIC = [
  ...["province", "district", "ward", "country", "branch", "channel", "campaign", "source", "category", "product"],
  ...["offer", "customer_type", "trade_role", "firm_size", "sector", "urbanity", "kind"]
];

/** A unit of a country by its kind and name, down to the ward. */
const UNIT =
  "(thanh pho|tp|tinh|quan|huyen|thi xa|thi tran|phuong|xa|dac khu|city|province|district|ward|commune)[. ]+[^,;-]*";

/** Columns that hold names: words for nobody are known in them behind a number, too. */
const NAMES = ["name", "customer_name", "first_name", "last_name"];

/**
 * Every identifier of a person in an accepted row (rows set aside feed nothing that is published), as written in
 * the files, before people are merged: ids, names, phones, e-mails, addresses, owners. Sorted, each once. Words for
 * nobody are none, nor is what is a place, a branch, a product or another published value by itself, nor an address
 * without a number.
 */
export async function listIdentifiers({ engine, tables, definitions }: Study): Promise<string[]> {
  const d = engine.dialect;
  const carried = (test: (column: Column) => boolean) =>
    TABLE_NAMES.flatMap((table) =>
      definitions.tables[table].columns
        .filter((c) => !c.working && tables.columns.has(`${table}.${c.id}`) && test(c))
        .map((column) => ({ table, column }))
    );
  const personal = carried(({ personal }) => personal);
  if (personal.length === 0) return [];
  const values = carried(({ id, personal }) => !personal && PUBLIC.includes(id));
  const nobodys = (id: string) => (NAMES.includes(id) ? nobodysNameSql : namesNobodySql)(d, id, definitions.nobody);
  const words: Step = {
    name: "words",
    query: personal
      .map(
        ({ table, column: { id } }) => sql`
          SELECT ${id} AS word
          FROM ${viewOf(table)}
          WHERE ${id} IS NOT NULL
            AND NOT ${nobodys(id)}
            ${id === "address" && `AND ${d.matches(d.replaceAll(d.fold(id), UNIT, ""), "[0-9].*[a-z]")}`}
        `
      )
      .join("\nUNION\n")
  };
  const published: Step = {
    name: "published",
    query:
      values
        .map(
          ({ table, column: { id } }) => sql`
            SELECT ${d.fold(id)} AS value
            FROM ${viewOf(table)}
            WHERE ${id} IS NOT NULL
          `
        )
        .join("\nUNION\n") || `SELECT ${literal("")} AS value`
  };
  const rows = await engine.rows(
    withSteps(
      [words, published],
      sql`
        SELECT DISTINCT w.word
        FROM words AS w
        LEFT JOIN published AS p ON ${d.fold("w.word")} = p.value
        WHERE p.value IS NULL
        ORDER BY word
      `
    )
  );
  return rows.map((r) => String(r.word).replace(/\s+/g, " ")).filter(Boolean);
}

function viewOf(table: TableName): string {
  return table === "costs" ? table : `${table}_read`;
}
