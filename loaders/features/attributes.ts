import { constantValue } from "../definitions/constant.js";
import type { Definitions } from "../definitions/read.js";
import type { Settings } from "../definitions/settings.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { any, sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import { resolveProvince } from "../people/places/provinces.js";
import type { Tables } from "../tables/compute.js";
import { resolveCountry } from "../tables/country.js";
import { makeArrivals } from "./arrivals.js";
import { makeHabits } from "./habits.js";
import { makeMeanings } from "./meanings.js";
import { makeOrderCountries, makePlaces } from "./places.js";
import { sourceResolver } from "./sources.js";
import { makeTold, TOLD } from "./told.js";
import { makeWrittenPlaces } from "./written-places.js";

const CONSENT = ["consent_zalo", "consent_email", "consent_sms"];

/**
 * Makes `attributes`, what doesn't change over time, and the tables it is put together from. Where a customers file
 * says nothing, orders fill in country, branch and channels.
 */
export async function computeAttributes(
  engine: Engine,
  tables: Tables,
  settings: Settings,
  definitions: Definitions
): Promise<void> {
  await makeHabits(engine);
  await makeOrderCountries(engine);
  await makeWrittenPlaces(engine, tables);
  await makeMeanings(engine, tables, sourceResolver(definitions.origins));
  await makePlaces(engine, tables);
  await makeArrivals(engine);
  await makeTold(engine, tables, definitions);
  await makeAttributes(engine, settings, definitions);
}

async function makeAttributes(engine: Engine, settings: Settings, definitions: Definitions): Promise<void> {
  const consents = any(CONSENT.map((column) => `COALESCE(c.${column}, 'no') = 'yes'`));
  await createTable(engine, {
    name: "attributes",
    grain: "one row per customer",
    from: sql`
      WITH home_country AS (
        ${homeCountry(settings)}
      ),
      home_provinces AS (
        ${homeProvinces(settings, definitions)}
      )
      SELECT
        p.person,
        p.customer_id,
        a.first_seen,
        ms.member_day,
        ms.fan_day,
        c.customer_type,
        c.trade_role,
        c.firm_size,
        c.sector,
        CASE
          WHEN pl.country IS NOT NULL AND pl.country <> hc.country THEN 'international'
          WHEN hp.province IS NOT NULL THEN 'local'
          WHEN pl.province IS NOT NULL THEN 'other-province'
        END AS distance,
        pl.province,
        pl.country,
        pl.urbanity,
        a.source,
        COALESCE(c.branch, h.main_branch) AS branch,
        h.main_channel,
        h.first_channel,
        h.main_category,
        h.first_campaign,
        CASE
          WHEN
            ${consents}
          THEN 1
          ELSE 0
        END AS consent,
        a.cost_to_win,
        COALESCE(t.own_contact, 0) AS own_contact,
        ${TOLD.map((column) => `t.${column}`)}
      FROM people AS p
      INNER JOIN arrivals AS a ON p.person = a.person
      INNER JOIN habits AS h ON p.person = h.person
      INNER JOIN customer_places AS pl ON p.person = pl.person
      LEFT JOIN customers AS c ON p.customer_id = c.customer_id
      LEFT JOIN told AS t ON p.person = t.person
      LEFT JOIN milestones AS ms ON p.person = ms.person
      LEFT JOIN home_provinces AS hp ON pl.province = hp.province
      CROSS JOIN home_country AS hc
    `
  });
}

/** One row: the country most customers live in, unless settings name the home country; Vietnam where nobody says. */
function homeCountry({ homeCountry: set }: Settings): string {
  if (set) return `SELECT ${literal(resolveCountry(set))} AS country`;
  return sql`
    SELECT COALESCE(max(country), 'VN') AS country
    FROM (
      SELECT country
      FROM customer_places
      WHERE country IS NOT NULL
      GROUP BY country
      ORDER BY count(*) DESC, country
      LIMIT 1
    ) AS largest
  `;
}

/** One row per home province: those that hold many of the customers, unless settings name them. */
function homeProvinces({ homeProvinces: set }: Settings, { constants }: Definitions): string {
  if (set) {
    const names = set.map((name) => literal(resolveProvince(name) ?? name));
    return `SELECT DISTINCT province FROM customer_places WHERE province IN (${names.join(", ") || "NULL"})`;
  }
  return sql`
    SELECT province
    FROM (
      SELECT province, count(*) AS people, sum(count(*)) OVER () AS everybody
      FROM customer_places
      WHERE province IS NOT NULL
      GROUP BY province
    ) AS counts
    WHERE people >= ${constantValue(constants, "home_share")} * everybody
  `;
}
