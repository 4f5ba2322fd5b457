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

/**
 * Makes `category_kinds` and `product_kinds`: what people of one combination of groups bought together. Every
 * scheme's words are found in these, not in all purchases again.
 */
export async function countBought(
  engine: Engine,
  schemes: readonly Scheme[],
  tables: Tables,
  { lacking }: Features
): Promise<void> {
  const groups = schemes.map((scheme) => `m.${schemeColumn(scheme.id)}`);
  const kinds = (value: string, from: string) => sql`
    SELECT
      ${[...groups, `k.${value}`]},
      sum(k.revenue) AS revenue,
      count(*) AS people
    FROM membership AS m
    INNER JOIN ${from} AS k ON m.person = k.person
    GROUP BY
      ${[...groups, `k.${value}`]}
  `;
  if (!lacking.has("main_category"))
    await createTable(engine, {
      name: "category_kinds",
      grain: "one row per combination of groups and category bought",
      from: kinds("category", "customer_categories")
    });
  if (tables.columns.has("orders.product"))
    await createTable(engine, {
      name: "product_kinds",
      grain: "one row per combination of groups and best-selling product bought",
      from: sql`
        WITH best_sellers AS (
          SELECT product
          FROM lines
          WHERE product IS NOT NULL
          GROUP BY product
          ORDER BY sum(net) DESC, product
          LIMIT ${PRODUCTS}
        ),
        purchases AS (
          SELECT p.person, l.product, CAST(sum(l.net) AS DECIMAL(18,4)) AS revenue
          FROM lines AS l
          INNER JOIN people AS p ON l.customer_id = p.customer_id
          INNER JOIN best_sellers AS b ON l.product = b.product
          GROUP BY p.person, l.product
        )
        ${kinds("product", "purchases")}
      `
    });
}

/** The words of every group of a scheme. */
export async function readTexts(
  engine: Engine,
  scheme: Scheme,
  tables: Tables,
  { lacking }: Features
): Promise<Map<string, ExactTexts>> {
  const group = `m.${schemeColumn(scheme.id)}`;
  const members = "membership AS m INNER JOIN features AS f ON m.person = f.person";
  const ofFeature = (feature: string) => top(group, `f.${feature}`, members, "count(*)", "count(*)");
  const queries: Partial<Record<TextId, string>> = {};
  if (!lacking.has("main_channel")) queries.main_channel = ofFeature("main_channel");
  if (!lacking.has("source")) queries.main_source = ofFeature("source");
  if (!lacking.has("province")) queries.main_region = ofFeature("province");
  if (!lacking.has("main_category")) {
    queries.main_category = top(group, "m.category", "category_kinds AS m", "sum(m.revenue)", "sum(m.people)");
    queries.next_category = nextCategory(group);
  }
  if (tables.columns.has("orders.product"))
    queries.main_product = top(group, "m.product", "product_kinds AS m", "sum(m.revenue)", "sum(m.people)");
  if (tables.columns.has("events.subject"))
    queries.complaint_subject = top(group, "m.subject", `(${complaints(group)}) AS m`, "sum(m.complaints)", "count(*)");
  const parts = Object.entries(queries).map(
    ([id, query]) => sql`
      SELECT ${literal(id)} AS id, grp, value, people
      FROM (
        ${query}
      ) AS q
    `
  );
  if (parts.length === 0) return new Map();
  const result = new Map<string, ExactTexts>();
  for (const row of await engine.rows(union(parts))) {
    const texts = result.get(String(row.grp)) ?? {};
    if (row.value !== null) texts[String(row.id) as TextId] = { value: String(row.value), people: Number(row.people) };
    result.set(String(row.grp), texts);
  }
  return result;
}

/** The value of each group with the greatest weight; of equals the first by name. */
function top(group: string, value: string, from: string, weight: string, people: string): string {
  return sql`
    SELECT grp, value, people
    FROM (
      SELECT grp, value, people, row_number() OVER (PARTITION BY grp ORDER BY weight DESC, value) AS place
      FROM (
        SELECT ${group} AS grp, ${value} AS value, ${weight} AS weight, ${people} AS people
        FROM ${from}
        WHERE ${value} IS NOT NULL
        GROUP BY 1, 2
      ) AS weighed
    ) AS ranked
    WHERE place = 1
  `;
}

/** One row per person of a group and subject of complaint. */
function complaints(group: string): string {
  return sql`
    SELECT m.person, ${group}, e.subject, count(*) AS complaints
    FROM membership AS m
    INNER JOIN people AS p ON m.person = p.person
    INNER JOIN events AS e ON p.customer_id = e.customer_id
    WHERE e.kind = 'complaint'
    GROUP BY m.person, ${group}, e.subject
  `;
}

/** The category bought by most others that this group has bought least of, by share of people. */
function nextCategory(group: string): string {
  return sql`
    SELECT grp, value, people
    FROM (
      SELECT
        g.grp,
        k.category AS value,
        k.people,
        row_number() OVER (
          PARTITION BY g.grp
          ORDER BY k.people * 1.0 / t.people - COALESCE(h.people, 0) * 1.0 / g.people DESC, k.category
        ) AS place
      FROM (SELECT ${group} AS grp, count(*) AS people FROM membership AS m GROUP BY 1) AS g
      CROSS JOIN (SELECT category, count(*) AS people FROM customer_categories GROUP BY category) AS k
      CROSS JOIN (SELECT count(*) AS people FROM membership) AS t
      LEFT JOIN (
        SELECT ${group} AS grp, m.category, sum(m.people) AS people
        FROM category_kinds AS m
        GROUP BY 1, 2
      ) AS h ON h.grp = g.grp AND h.category = k.category
      WHERE COALESCE(h.people, 0) * 1.0 / g.people < 0.5
    ) AS ranked
    WHERE place = 1
  `;
}
