import { constantValue } from "../definitions/constant.js";
import { lineage } from "../definitions/lineage.js";
import type { Measure, RowName } from "../definitions/measure.js";
import type { Definitions } from "../definitions/read.js";
import { type SqlContext, toSql } from "../definitions/to-sql.js";
import type { Dialect } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import type { Tables } from "../tables/compute.js";
import { CATEGORY_ROWS, eventRows, launchRows, ORDER_ROWS, type RowSources, referralRows } from "./rows.js";

/**
 * Makes `facts`: the measures that are asked for, added up by day. Everything the study knows about time is made from
 * these: no later step goes back to order lines.
 */
export async function makeFacts(
  engine: Engine,
  tables: Tables,
  definitions: Definitions,
  asked: ReadonlySet<string>
): Promise<void> {
  const measures = withParts(definitions, asked);
  const counted = measures.filter(({ of }) => of !== "days");
  const context = measureContext(engine.dialect, definitions);
  const parts = Object.entries(rowsOf({ dialect: engine.dialect, tables, definitions }, counted)).map(([of, rows]) => {
    const amounts = counted.map((m) => `${m.of === of ? toSql(m.formula, context) : "0"} AS ${m.id}`);
    return sql`
      SELECT
        person,
        day,
        ${amounts}
      FROM (
        ${rows}
      ) AS ${of}
    `;
  });
  const ofDay: SqlContext = { ...context, name: (measure) => `sum(${measure})` };
  const sums = measures.map((m) =>
    m.of === "days" ? `${toSql(m.formula, ofDay)} AS ${m.id}` : `CAST(sum(${m.id}) AS ${measureType(m)}) AS ${m.id}`
  );
  await createTable(engine, {
    name: "facts",
    grain: "one row per customer and day on which something happened",
    from: sql`
      WITH parts AS (
        ${union(parts)}
      )
      SELECT
        person,
        day,
        ${sums}
      FROM parts
      GROUP BY person, day
    `
  });
}

/** SQL type in which a measure is added up: money, and ratings, which may be halves, exactly. */
export function measureType({ unit }: Measure): string {
  return unit === "money" || unit === "score" ? "DECIMAL(18,4)" : "INTEGER";
}

/** What a measure's formula is on one row: `count(condition)` is one or nothing, `total(value)` the value. */
export function measureContext(dialect: Dialect, { constants }: Pick<Definitions, "constants">): SqlContext {
  return {
    dialect,
    name: (column) => column,
    place: (id) => String(constantValue(constants, id)),
    call: ({ name, parts: [part] }, print) => {
      if (!part) return "1";
      return name === "count" ? `CASE WHEN ${print(part)} THEN 1 ELSE 0 END` : print(part);
    }
  };
}

/** The measures asked for and those they are made from, in the order of the definitions. */
function withParts({ measures }: Definitions, asked: ReadonlySet<string>): Measure[] {
  const parts = [...measures.values()].filter(({ id, of }) => of === "days" && asked.has(id));
  const needed = new Set([...asked, ...parts.flatMap(({ formula }) => lineage(formula).names)]);
  return [...measures.values()].filter(({ id }) => needed.has(id));
}

/** The rows there are, by name; categories and launches only where something counts them. */
function rowsOf(sources: RowSources, counted: readonly Measure[]): Partial<Record<RowName, string>> {
  const asks = (rows: RowName) => counted.some(({ of }) => of === rows);
  const events = sources.tables.files.some((f) => f.source.table === "events");
  const rows = {
    orders: ORDER_ROWS,
    categories: asks("categories") ? CATEGORY_ROWS : undefined,
    launches: asks("launches") ? launchRows(sources) : undefined,
    events: events ? eventRows(sources) : undefined,
    referrals: referralRows(sources)
  };
  return Object.fromEntries(Object.entries(rows).filter(([, query]) => query !== undefined));
}
