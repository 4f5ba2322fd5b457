import type { Nobody } from "../definitions/nobody.js";
import type { Dialect } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { any, sql, union } from "../engine/sql.js";
import { createTable, type TableDefinition } from "../engine/table.js";
import { type Step, withSteps } from "../tables/steps.js";
import { namesNobodySql, nobodysNameSql } from "./nobody.js";

/** Tables whose rows name people, with the columns that hold an id and the one that holds a name. */
const SOURCES = [
  { table: "customers", ids: ["customer_id", "referred_by"], name: "name" },
  { table: "orders", ids: ["customer_id"], name: "customer_name" },
  { table: "events", ids: ["customer_id", "other_customer_id"], name: "customer_name" }
] as const;

/**
 * Makes `nobody_names` (names that are nobody's) and `id_spellings` (ids that are not to be taken as they are written:
 * nobody's, and other spellings of a name that serves as an id). True where either has a row.
 */
export async function findSpellings(engine: Engine, nobody: Nobody): Promise<boolean> {
  await createTable(engine, nobodyNames(engine.dialect, nobody));
  await createTable(engine, idSpellings(engine.dialect, nobody));
  const [row] = await engine.rows(sql`
    SELECT (SELECT count(*) FROM nobody_names) + (SELECT count(*) FROM id_spellings) AS n
  `);
  return Number(row?.n ?? 0) > 0;
}

function nobodyNames(d: Dialect, nobody: Nobody): TableDefinition {
  const names = SOURCES.map(
    ({ table, name }) => sql`
      SELECT DISTINCT ${name} AS text
      FROM ${table}_read
      WHERE ${name} IS NOT NULL
    `
  );
  return {
    name: "nobody_names",
    grain: "one row per name as written that is nobody's; `walk_in` where it makes its code nobody's, too",
    from: sql`
      WITH names AS (
        ${union(names)}
      )
      SELECT DISTINCT text, ${nobodysNameSql(d, "text", nobody, "walk-in")} AS walk_in
      FROM names
      WHERE ${nobodysNameSql(d, "text", nobody)}
    `
  };
}

function idSpellings(d: Dialect, nobody: Nobody): TableDefinition {
  const nobodys: Step = {
    name: "nobodys",
    query: sql`
      SELECT text
      FROM ids
      WHERE ${namesNobodySql(d, "text", nobody)}
      UNION
      SELECT text
      FROM walk_in_codes
    `
  };
  return {
    name: "id_spellings",
    grain: "one row per id as written that stands for another; none where it is nobody's",
    from: withSteps(
      [IDS, WALK_IN_CODES, nobodys, nameIds(d), NAME_GROUPS, NAME_HEADS],
      sql`
        SELECT text, CAST(NULL AS VARCHAR) AS id
        FROM nobodys
        UNION ALL
        SELECT g.text, h.id
        FROM name_groups AS g
        INNER JOIN name_heads AS h ON g.one = h.one
        WHERE g.text <> h.id
      `
    )
  };
}

const IDS: Step = {
  name: "ids",
  query: SOURCES.flatMap(({ table, ids }) =>
    ids.map(
      (id) => sql`
        SELECT ${id} AS text
        FROM ${table}_read
        WHERE ${id} IS NOT NULL
      `
    )
  ).join("\nUNION\n")
};

/** Codes that never stand under another name than a walk-in's; those with one phone or e-mail are somebody's. */
const WALK_IN_CODES: Step = {
  name: "walk_in_codes",
  query: sql`
    SELECT r.customer_id AS text
    FROM (
      ${union(
        SOURCES.map(
          ({ table, name }) => sql`
            SELECT customer_id, ${name} AS name, COALESCE(phone, email) AS contact
            FROM ${table}_read
            WHERE customer_id IS NOT NULL
          `
        )
      )}
    ) AS r
    LEFT JOIN nobody_names AS n ON r.name = n.text
    GROUP BY r.customer_id
    HAVING sum(CASE WHEN n.walk_in THEN 1 ELSE 0 END) > 0
      AND sum(CASE WHEN r.name IS NULL OR n.walk_in THEN 0 ELSE 1 END) = 0
      AND count(DISTINCT r.contact) <> 1
  `
};

/** Ids that are names: letters and blanks. Case and blanks aside they are `kept`, without accents `folded`. */
function nameIds(d: Dialect): Step {
  const words = (text: string) => `trim(${d.replaceAll(text, "[^\\p{L}\\p{M}]+", " ")})`;
  return {
    name: "name_ids",
    query: sql`
      SELECT i.text, ${words("lower(i.text)")} AS kept, ${words(d.fold("i.text"))} AS folded
      FROM ids AS i
      LEFT JOIN nobodys AS n ON i.text = n.text
      WHERE n.text IS NULL AND NOT ${d.matches("i.text", "[\\p{N}@_*/:#-]")}
    `
  };
}

/** A name without accents is the accented one, where there is one; two that differ in accents are two people's. */
const NAME_GROUPS: Step = {
  name: "name_groups",
  query: sql`
    WITH accented AS (
      SELECT folded, count(DISTINCT kept) AS n
      FROM name_ids
      WHERE kept <> folded
      GROUP BY folded
    )
    SELECT
      i.text,
      CASE WHEN ${any(["a.n IS NULL", "a.n = 1"])} THEN i.folded ELSE i.kept END AS one,
      CASE WHEN i.kept = i.folded THEN 1 ELSE 0 END AS bare
    FROM name_ids AS i
    LEFT JOIN accented AS a ON i.folded = a.folded
    WHERE i.folded <> ''
  `
};

/** Of several spellings the one with accents, then the first. */
const NAME_HEADS: Step = {
  name: "name_heads",
  query: sql`
    SELECT one, COALESCE(min(CASE WHEN bare = 0 THEN text END), min(text)) AS id
    FROM name_groups
    GROUP BY one
  `
};
