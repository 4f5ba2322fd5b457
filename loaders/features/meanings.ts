import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import { addressTailSql } from "../people/places/address.js";
import { resolveAddress, resolveProvince } from "../people/places/provinces.js";
import type { Tables } from "../tables/compute.js";
import { resolveCountry } from "../tables/country.js";

/** What a word can be: its meaning differs with where it stands. */
export type WordKind = "source" | "country" | "province" | "address";

/** The end of an address, by which a province may be told; null where no file has addresses. */
export function addressTail(engine: Engine, { columns }: Tables): string {
  return columns.has("customers.address") || columns.has("orders.address")
    ? addressTailSql(engine.dialect, "address")
    : "CAST(NULL AS VARCHAR)";
}

/**
 * Makes `meanings`: what words of the files mean, by `kind` and `word`. A province that nobody knows has no row; a
 * source or country that nobody knows means itself.
 */
export async function makeMeanings(
  engine: Engine,
  tables: Tables,
  resolveSource: (word: string) => string
): Promise<void> {
  const resolvers: Record<WordKind, (word: string) => string | undefined> = {
    source: resolveSource,
    country: resolveCountry,
    province: resolveProvince,
    address: resolveAddress
  };
  const words = await engine.rows(sql`
    WITH words AS (
      ${union([
        "SELECT 'source' AS kind, source AS word FROM customers",
        "SELECT 'source' AS kind, channel AS word FROM costs",
        "SELECT 'country' AS kind, country AS word FROM customers",
        "SELECT 'country' AS kind, country AS word FROM order_countries",
        "SELECT 'province' AS kind, province AS word FROM written_places",
        "SELECT 'province' AS kind, district AS word FROM written_places",
        `SELECT 'address' AS kind, ${addressTail(engine, tables)} AS word FROM written_places`
      ])}
    )
    SELECT DISTINCT kind, word
    FROM words
    WHERE word IS NOT NULL
    ORDER BY kind, word
  `);
  await createTable(engine, {
    name: "meanings",
    grain: "one row per kind of word and word that means something",
    from: sql`
      SELECT CAST(NULL AS VARCHAR) AS kind, CAST(NULL AS VARCHAR) AS word, CAST(NULL AS VARCHAR) AS meaning
      WHERE 1 = 0
    `
  });
  const rows = words.flatMap((row) => {
    const [kind, word] = [String(row.kind) as WordKind, String(row.word)];
    const meaning = resolvers[kind](word);
    return meaning ? [`(${[kind, word, meaning].map(literal).join(", ")})`] : [];
  });
  if (rows.length > 0) await engine.run(`INSERT INTO meanings VALUES\n${rows.join(",\n")}`);
}

/** Joins what the word in a column means, as `alias.meaning`. */
export function joinMeaning(alias: string, kind: WordKind, word: string): string {
  return `LEFT JOIN meanings AS ${alias} ON ${alias}.kind = '${kind}' AND ${alias}.word = ${word}`;
}
