import type { Settings } from "../definitions/settings.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { addressTailSql, urbanitySql } from "../people/places/address.js";
import { PROVINCES, resolveAddress, resolveProvince } from "../people/places/provinces.js";
import type { Tables } from "../tables/compute.js";
import { resolveCountry } from "../tables/country.js";
import { resolveSource } from "./sources.js";

/** A province with at least this share of the customers is home, unless settings name the home provinces. */
const HOME_SHARE = 0.1;

const MAPS = ["source", "country"] as const;

/**
 * Makes `attributes`: one row per customer with what doesn't change over time. Where a customers file says
 * nothing, orders fill in country, branch and channels.
 */
export async function computeAttributes(engine: Engine, tables: Tables, settings: Settings): Promise<void> {
  const d = engine.dialect;
  await engine.run(
    `CREATE TABLE order_habits AS SELECT person, ${d.argMin("channel", "day_rank")} AS first_channel, ${d.argMin("campaign", "day_rank")} AS first_campaign FROM (SELECT person, channel, COALESCE(campaign, '') AS campaign, row_number() OVER (PARTITION BY person ORDER BY day, order_key) AS day_rank FROM order_heads WHERE order_count > 0) AS ranked GROUP BY person`
  );
  await engine.run(`CREATE TABLE favourite_channel AS ${favourite("order_heads", "channel")}`);
  await engine.run(`CREATE TABLE favourite_branch AS ${favourite("order_heads", "branch")}`);
  await engine.run(`CREATE TABLE favourite_category AS ${favourite("customer_categories", "category")}`);
  await engine.run(
    "CREATE TABLE order_countries AS SELECT customer_id, country FROM (SELECT customer_id, country, row_number() OVER (PARTITION BY customer_id ORDER BY n DESC, country) AS place FROM (SELECT customer_id, country, count(*) AS n FROM orders WHERE customer_id IS NOT NULL AND country IS NOT NULL GROUP BY customer_id, country) AS counts) AS ranked WHERE place = 1"
  );
  await makeMaps(engine);
  await findPlaces(engine, tables);
  const home = await findHome(engine, settings);
  const consent = ["consent_zalo", "consent_email", "consent_sms"];
  const local = home.provinces.length > 0 ? `province IN (${home.provinces.map(literal).join(", ")})` : "FALSE";
  await engine.run(
    `CREATE TABLE attributes AS SELECT *, CASE WHEN country IS NOT NULL AND country <> ${literal(home.country)} THEN 'international' WHEN ${local} THEN 'local' WHEN province IS NOT NULL THEN 'other-province' END AS distance FROM (SELECT p.person, p.customer_id, s.first_seen, ms.member_day, ms.fan_day, c.customer_type, c.trade_role, c.firm_size, c.sector, pm.urbanity, sm.value AS source, pm.province, ${COUNTRY} AS country, COALESCE(c.branch, fb.value) AS branch, fc.value AS main_channel, h.first_channel, NULLIF(h.first_campaign, '') AS first_campaign, ft.value AS main_category, CASE WHEN ${consent.map((x) => `COALESCE(c.${x}, 'no') = 'yes'`).join(" OR ")} THEN 1 ELSE 0 END AS consent FROM people AS p LEFT JOIN customers AS c ON p.customer_id = c.customer_id LEFT JOIN order_countries AS oc ON p.customer_id = oc.customer_id LEFT JOIN source_map AS sm ON c.source = sm.word LEFT JOIN customer_places AS pm ON p.customer_id = pm.customer_id LEFT JOIN country_map AS cm ON COALESCE(c.country, oc.country) = cm.word LEFT JOIN favourite_channel AS fc ON p.person = fc.person LEFT JOIN favourite_branch AS fb ON p.person = fb.person LEFT JOIN favourite_category AS ft ON p.person = ft.person LEFT JOIN order_habits AS h ON p.person = h.person LEFT JOIN milestones AS ms ON p.person = ms.person LEFT JOIN (${firstSeen(tables)}) AS s ON p.person = s.person) AS who`
  );
  await addCostToWin(engine);
}

/** The country written down, by a customer's row or orders; Vietnam for a province of it where none is. */
const COUNTRY = `CASE WHEN COALESCE(c.country, oc.country) IS NOT NULL THEN cm.value WHEN pm.province IN (${PROVINCES.map(literal).join(", ")}) THEN 'VN' END`;

/** The value that brought most revenue, then the first by name. */
function favourite(table: string, column: string): string {
  return `SELECT person, value FROM (SELECT person, ${column} AS value, row_number() OVER (PARTITION BY person ORDER BY sum(revenue) DESC, ${column}) AS place FROM ${table} WHERE ${column} IS NOT NULL GROUP BY person, ${column}) AS ranked WHERE place = 1`;
}

/** First day a customer is known of; the as-of date for those of whom no day is known. */
function firstSeen(tables: Tables): string {
  return `SELECT p.person, COALESCE(min(t.day), DATE ${literal(tables.asOf)}) AS first_seen FROM people AS p LEFT JOIN (SELECT person, min(day) AS day FROM facts GROUP BY person UNION ALL SELECT q.person, c.created FROM customers AS c INNER JOIN people AS q ON c.customer_id = q.customer_id WHERE c.created IS NOT NULL) AS t ON p.person = t.person GROUP BY p.person`;
}

/** Small tables from words as written to what they mean. */
async function makeMaps(engine: Engine): Promise<void> {
  const resolve: Record<(typeof MAPS)[number], (word: string) => string> = {
    source: resolveSource,
    country: resolveCountry
  };
  for (const column of MAPS) {
    const from =
      column === "country"
        ? "SELECT country FROM customers UNION SELECT country FROM order_countries"
        : `SELECT ${column} FROM customers`;
    const rows = await engine.rows(
      `SELECT DISTINCT ${column} AS word FROM (${from}) AS words WHERE ${column} IS NOT NULL ORDER BY 1`
    );
    await makeMap(
      engine,
      `${column}_map`,
      rows.map((r) => [String(r.word), resolve[column](String(r.word))])
    );
  }
}

/** A table of words and what each means. */
async function makeMap(engine: Engine, table: string, pairs: readonly (readonly [string, string])[]): Promise<void> {
  await engine.run(
    `CREATE TABLE ${table} AS SELECT CAST(NULL AS VARCHAR) AS word, CAST(NULL AS VARCHAR) AS value WHERE 1 = 0`
  );
  const values = pairs.map(([word, value]) => `(${literal(word)}, ${literal(value)})`);
  if (values.length > 0) await engine.run(`INSERT INTO ${table} VALUES ${values.join(", ")}`);
}

/**
 * Makes `customer_places`: province and urbanity of every customer of whom a file says either. The province column
 * goes first, then the district, then the end of the address, unless the customer lives abroad; a province that
 * nobody knows stays as written.
 */
async function findPlaces(engine: Engine, tables: Tables): Promise<void> {
  const d = engine.dialect;
  const has = (column: string) => tables.columns.has(`customers.${column}`);
  const tail = has("address") ? addressTailSql(d, "c.address") : "CAST(NULL AS VARCHAR)";
  const parts = ["c.province", "c.district", tail].map(
    (word) => `SELECT ${word} AS word FROM customers AS c WHERE ${word} IS NOT NULL`
  );
  const resolvers = [resolveProvince, resolveProvince, resolveAddress];
  for (const [i, part] of parts.entries()) {
    const rows = await engine.rows(`SELECT DISTINCT word FROM (${part}) AS words ORDER BY 1`);
    const pairs = rows.flatMap(({ word }): [string, string][] => {
      const found = resolvers[i]?.(String(word));
      return found ? [[String(word), found]] : [];
    });
    await makeMap(engine, `place_map_${i}`, pairs);
  }
  const words = { ward: "c.ward", district: "c.district", address: "c.address" };
  const urbanity =
    has("ward") || has("district") || has("address")
      ? `COALESCE(c.urbanity, ${atHome(urbanitySql(d, words))})`
      : "c.urbanity";
  await engine.run(
    `CREATE TABLE customer_places AS SELECT c.customer_id, COALESCE(a.value, ${atHome("COALESCE(b.value, t.value)")}, c.province) AS province, ${urbanity} AS urbanity FROM customers AS c LEFT JOIN country_map AS cm ON c.country = cm.word LEFT JOIN place_map_0 AS a ON c.province = a.word LEFT JOIN place_map_1 AS b ON c.district = b.word LEFT JOIN place_map_2 AS t ON ${tail} = t.word`
  );
}

/** A value for those who live in Vietnam, as far as anybody says where they live. */
function atHome(value: string): string {
  return `CASE WHEN cm.value IS NULL OR cm.value = 'VN' THEN ${value} END`;
}

/** The country most customers live in, and the provinces that hold a tenth of them or more. */
async function findHome(engine: Engine, settings: Settings): Promise<{ country: string; provinces: string[] }> {
  const [country] = await engine.rows(
    `SELECT country FROM (SELECT ${COUNTRY} AS country FROM people AS p LEFT JOIN customers AS c ON p.customer_id = c.customer_id LEFT JOIN order_countries AS oc ON p.customer_id = oc.customer_id LEFT JOIN country_map AS cm ON COALESCE(c.country, oc.country) = cm.word LEFT JOIN customer_places AS pm ON p.customer_id = pm.customer_id) AS countries WHERE country IS NOT NULL GROUP BY country ORDER BY count(*) DESC, country LIMIT 1`
  );
  const provinces = await engine.rows(
    `SELECT province FROM (SELECT province, count(*) AS n, sum(count(*)) OVER () AS total FROM customer_places WHERE province IS NOT NULL GROUP BY province) AS counts WHERE n >= ${HOME_SHARE} * total ORDER BY province`
  );
  return {
    country: settings.homeCountry ? resolveCountry(settings.homeCountry) : String(country?.country ?? "VN"),
    provinces: settings.homeProvinces?.map((p) => resolveProvince(p) ?? p) ?? provinces.map((r) => String(r.province))
  };
}

/** What the source channel cost in the month somebody came, shared by all who came that way that month. */
async function addCostToWin(engine: Engine): Promise<void> {
  const d = engine.dialect;
  const month = "substr(CAST(first_seen AS VARCHAR), 1, 7)";
  const channels = await engine.rows("SELECT DISTINCT channel AS word FROM costs WHERE channel IS NOT NULL ORDER BY 1");
  const cases = channels.map((r) => `WHEN ${literal(String(r.word))} THEN ${literal(resolveSource(String(r.word)))}`);
  const source = cases.length > 0 ? `CASE channel ${cases.join(" ")} END` : "channel";
  await engine.run(
    `CREATE TABLE win_rates AS SELECT n.source, n.period, CAST(round(${d.double("c.amount")} / n.people, 4) AS DECIMAL(18,4)) AS rate FROM (SELECT source, ${month} AS period, count(*) AS people FROM attributes WHERE source IS NOT NULL GROUP BY 1, 2) AS n INNER JOIN (SELECT ${source} AS source, period, sum(amount) AS amount FROM costs GROUP BY 1, 2) AS c ON n.source = c.source AND n.period = c.period`
  );
  await engine.run(
    `CREATE TABLE attributes_with_cost AS SELECT a.*, w.rate AS cost_to_win FROM attributes AS a LEFT JOIN win_rates AS w ON a.source = w.source AND ${month.replace("first_seen", "a.first_seen")} = w.period`
  );
  await engine.run("DROP TABLE attributes");
  await engine.run("ALTER TABLE attributes_with_cost RENAME TO attributes");
}
