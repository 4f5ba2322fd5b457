import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import { urbanitySql } from "../people/places/address.js";
import { PROVINCES } from "../people/places/provinces.js";
import type { Tables } from "../tables/compute.js";
import { addressTail, joinMeaning } from "./meanings.js";

/** Makes `order_countries`: the country most of somebody's orders name. */
export async function makeOrderCountries(engine: Engine): Promise<void> {
  await createTable(engine, {
    name: "order_countries",
    grain: "one row per customer whose orders name a country",
    from: sql`
      WITH counts AS (
        SELECT customer_id, country, count(*) AS orders
        FROM orders
        WHERE customer_id IS NOT NULL AND country IS NOT NULL
        GROUP BY customer_id, country
      ),
      ranked AS (
        SELECT
          customer_id,
          country,
          row_number() OVER (PARTITION BY customer_id ORDER BY orders DESC, country) AS place
        FROM counts
      )
      SELECT customer_id, country
      FROM ranked
      WHERE place = 1
    `
  });
}

/**
 * Makes `customer_places`: province, country and urbanity, each null where no file says it. The province column goes
 * first, then the district, then the end of the address, unless the customer lives abroad; a province that nobody knows
 * stays as written. The country is that of the customer's row, else of the orders, else Vietnam for a province of it.
 */
export async function makePlaces(engine: Engine, tables: Tables): Promise<void> {
  const has = (column: string) => tables.columns.has(`customers.${column}`) || tables.columns.has(`orders.${column}`);
  // A cell such as `Hà Nội - Quận Cầu Giấy` says as much as an address.
  const address = "CASE WHEN c.address IS NULL AND c.province LIKE '% - %' THEN c.province ELSE c.address END";
  const told = urbanitySql(engine.dialect, { ward: "c.ward", district: "c.district", address });
  const urbanity = ["province", "ward", "district", "address"].some(has)
    ? `COALESCE(c.urbanity, ${atHome(told)})`
    : "c.urbanity";
  await createTable(engine, {
    name: "customer_places",
    grain: "one row per customer",
    from: sql`
      WITH written AS (
        SELECT *, ${addressTail(engine, tables)} AS address_tail
        FROM written_places
      ),
      places AS (
        SELECT
          c.customer_id,
          COALESCE(a.meaning, ${atHome("COALESCE(b.meaning, t.meaning)")}, c.province) AS province,
          ${urbanity} AS urbanity,
          c.country
        FROM written AS c
        ${joinMeaning("home", "country", "c.country")}
        ${joinMeaning("a", "province", "c.province")}
        ${joinMeaning("b", "province", "c.district")}
        ${joinMeaning("t", "address", "c.address_tail")}
      )
      SELECT
        p.person,
        c.province,
        c.urbanity,
        CASE
          WHEN COALESCE(c.country, o.country) IS NOT NULL THEN m.meaning
          WHEN c.province IN (${PROVINCES.map(literal).join(", ")}) THEN 'VN'
        END AS country
      FROM people AS p
      LEFT JOIN places AS c ON p.customer_id = c.customer_id
      LEFT JOIN order_countries AS o ON p.customer_id = o.customer_id
      ${joinMeaning("m", "country", "COALESCE(c.country, o.country)")}
    `
  });
}

/** A value for those who live in Vietnam, as far as anybody says where they live. */
function atHome(value: string): string {
  return `CASE WHEN home.meaning IS NULL OR home.meaning = 'VN' THEN ${value} END`;
}
