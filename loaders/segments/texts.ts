import { type Scheme, schemeColumn } from "../definitions/scheme.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import type { Features } from "../features/compute.js";
import type { Tables } from "../tables/compute.js";

/** Words from the data that describe a group; null where unknown, or where too few people stand behind them. */
export const TEXTS = [
  "main_channel",
  "main_source",
  "main_category",
  "main_product",
  "main_region",
  "next_category",
  "complaint_subject"
] as const;
export type TextId = (typeof TEXTS)[number];
export type Texts = Record<TextId, string | null>;

/** A word and how many people it is true of. */
export interface ExactText {
  value: string;
  people: number;
}
export type ExactTexts = Partial<Record<TextId, ExactText>>;

/** The words of a group as they may be shown: each said of at least `minimum` people. */
export function suppressTexts(texts: ExactTexts, minimum: number): Texts {
  return Object.fromEntries(
    TEXTS.map((id) => {
      const text = texts[id];
      return [id, text && text.people >= minimum ? text.value : null];
    })
  ) as Texts;
}

/** Products looked at when the main product of a group is sought: the best sellers. */
const PRODUCTS = 60;

/** The words of every group of every scheme: scheme → group → words. */
export async function readTexts(
  engine: Engine,
  schemes: readonly Scheme[],
  tables: Tables,
  features: Features
): Promise<Map<string, Map<string, ExactTexts>>> {
  const sources = textSources(tables, features);
  const result = new Map<string, Map<string, ExactTexts>>(schemes.map(({ id }) => [id, new Map()]));
  if (sources.length === 0) return result;
  await makeTextKinds(engine, schemes, sources);
  const hasCategories = !features.lacking.has("main_category");
  for (const row of await engine.rows(union([mainTexts(schemes), hasCategories && nextCategories(schemes)]))) {
    const groups = result.get(String(row.scheme));
    const texts = groups?.get(String(row.grp)) ?? {};
    texts[String(row.text) as TextId] = { value: String(row.value), people: Number(row.people) };
    groups?.set(String(row.grp), texts);
  }
  return result;
}

/** Queries of `text, person, value, weight`: what can be said of each customer, and how much it weighs. */
function textSources({ columns }: Tables, { lacking }: Features): string[] {
  const ofFeature = (text: TextId, feature: string) =>
    !lacking.has(feature) &&
    sql`
      SELECT ${literal(text)} AS text, person, ${feature} AS value, 1 AS weight
      FROM features
      WHERE ${feature} IS NOT NULL
    `;
  const category =
    !lacking.has("main_category") &&
    sql`
      SELECT 'main_category' AS text, person, category AS value, revenue AS weight
      FROM customer_categories
    `;
  const product =
    columns.has("orders.product") &&
    sql`
      SELECT 'main_product' AS text, p.person, l.product AS value, CAST(sum(l.net) AS DECIMAL(18,4)) AS weight
      FROM lines AS l
      INNER JOIN people AS p ON l.customer_id = p.customer_id
      INNER JOIN (
        SELECT product
        FROM lines
        WHERE product IS NOT NULL
        GROUP BY product
        ORDER BY sum(net) DESC, product
        LIMIT ${PRODUCTS}
      ) AS best_sellers ON l.product = best_sellers.product
      GROUP BY p.person, l.product
    `;
  const subject =
    columns.has("events.subject") &&
    sql`
      SELECT 'complaint_subject' AS text, p.person, e.subject AS value, count(*) AS weight
      FROM events AS e
      INNER JOIN people AS p ON e.customer_id = p.customer_id
      WHERE e.kind = 'complaint' AND e.subject IS NOT NULL
      GROUP BY p.person, e.subject
    `;
  return [
    ofFeature("main_channel", "main_channel"),
    ofFeature("main_source", "source"),
    ofFeature("main_region", "province"),
    category,
    product,
    subject
  ].filter((query) => query !== false);
}

/**
 * Makes `text_kinds`: what is true of how many people of one combination of groups. The words of every scheme are
 * found in it, not in all customers, purchases and complaints again.
 */
async function makeTextKinds(engine: Engine, schemes: readonly Scheme[], sources: readonly string[]): Promise<void> {
  const groups = schemes.map(({ id }) => `m.${schemeColumn(id)}`);
  await createTable(engine, {
    name: "text_kinds",
    grain: "one row per combination of groups, kind of word and word",
    from: sql`
      WITH said AS (
        ${union(sources)}
      )
      SELECT
        ${groups},
        s.text,
        s.value,
        sum(s.weight) AS weight,
        count(*) AS people
      FROM membership AS m
      INNER JOIN said AS s ON m.person = s.person
      GROUP BY
        ${groups},
        s.text,
        s.value
    `
  });
}

/** The word of each kind with the greatest weight in each group; of equals the first by name. */
function mainTexts(schemes: readonly Scheme[]): string {
  const weighed = schemes.map(({ id }) => {
    const group = schemeColumn(id);
    return sql`
      SELECT ${literal(id)} AS scheme, ${group} AS grp, text, value, sum(weight) AS weight, sum(people) AS people
      FROM text_kinds
      GROUP BY ${group}, text, value
    `;
  });
  return sql`
    SELECT scheme, grp, text, value, people
    FROM (
      SELECT
        scheme,
        grp,
        text,
        value,
        people,
        row_number() OVER (PARTITION BY scheme, grp, text ORDER BY weight DESC, value) AS place
      FROM (
        ${union(weighed)}
      ) AS weighed
    ) AS ranked
    WHERE place = 1
  `;
}

/** The category bought by most others that each group has bought least of, by share of people. */
function nextCategories(schemes: readonly Scheme[]): string {
  const ofSchemes = (query: (scheme: string, group: string) => string) =>
    union(schemes.map(({ id }) => query(literal(id), schemeColumn(id))));
  const sizes = ofSchemes(
    (scheme, group) => sql`
      SELECT ${scheme} AS scheme, ${group} AS grp, count(*) AS people
      FROM membership
      GROUP BY ${group}
    `
  );
  const bought = ofSchemes(
    (scheme, group) => sql`
      SELECT ${scheme} AS scheme, ${group} AS grp, value AS category, sum(people) AS people
      FROM text_kinds
      WHERE text = 'main_category'
      GROUP BY ${group}, value
    `
  );
  return sql`
    SELECT scheme, grp, 'next_category' AS text, value, people
    FROM (
      SELECT
        g.scheme,
        g.grp,
        k.category AS value,
        k.people,
        row_number() OVER (
          PARTITION BY g.scheme, g.grp
          ORDER BY k.people * 1.0 / t.people - COALESCE(b.people, 0) * 1.0 / g.people DESC, k.category
        ) AS place
      FROM (
        ${sizes}
      ) AS g
      CROSS JOIN (SELECT category, count(*) AS people FROM customer_categories GROUP BY category) AS k
      CROSS JOIN (SELECT count(*) AS people FROM membership) AS t
      LEFT JOIN (
        ${bought}
      ) AS b ON b.scheme = g.scheme AND b.grp = g.grp AND b.category = k.category
      WHERE COALESCE(b.people, 0) * 1.0 / g.people < 0.5
    ) AS ranked
    WHERE place = 1
  `;
}
