import { fold } from "../../src/terms/fold-heading.js";
import { listWords } from "../definitions/constant.js";
import type { Definitions } from "../definitions/read.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { any, sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import type { Tables } from "../tables/compute.js";

/** The columns of `told` beside the person and `own_contact`. */
export const TOLD = [
  "lead_day",
  "lead_stage",
  "orders_given",
  "orders_told",
  "spent_given",
  "first_order_at",
  "last_order_at",
  "churned"
];

/**
 * Makes `told`: what a customers file says that is else found from orders and events. `own_contact` is 1 for whoever
 * has a status, a day of contact, a source that one comes by oneself, or gave consent, where no file records contacts;
 * `lead_day` the day they were put down. `orders_given`, `spent_given` and the days of orders are totals as they
 * stand, and null for all where there are orders; `orders_told` is at least 1 for whoever has bought anything, and null
 * where it isn't told.
 */
export async function makeTold(engine: Engine, { columns }: Tables, { lists }: Definitions): Promise<void> {
  const d = engine.dialect;
  const words = (id: string) =>
    listWords(lists, id)
      .map((word) => literal(fold(word)))
      .join(", ");
  const folded = (column: string) => d.replaceAll(d.fold(column), "[^a-z0-9]", "");
  const says = (list: string) => `(status IN (${words(list)}) OR stage IN (${words(list)}))`;
  // With orders at hand, totals of another day and another count would only contradict them.
  const total = (column: string, type: string) => (columns.has("orders.ordered_at") ? `CAST(NULL AS ${type})` : column);
  const consents = ["consent_zalo", "consent_email", "consent_sms"].map((c) => `COALESCE(${c}, 'no') = 'yes'`);
  const stage = "CASE WHEN stranger OR (status IS NULL AND stage IS NULL) THEN NULL";
  await createTable(engine, {
    name: "told",
    grain: "one row per person of a customers file",
    from: sql`
      WITH words AS (
        SELECT
          *,
          CASE WHEN ${folded("lead_status")} NOT IN ('', ${words("account_statuses")}) THEN ${folded("lead_status")} END AS status,
          CASE WHEN ${folded("lifecycle_stage")} NOT IN ('', ${words("account_statuses")}) THEN ${folded("lifecycle_stage")} END AS stage,
          ${folded("source")} IN (${words("own_contact_sources")}) AS came
        FROM customers
      ),
      judged AS (
        SELECT
          *,
          COALESCE(${says("stranger_statuses")}, FALSE) AS stranger,
          COALESCE(came, FALSE) OR contacted_at IS NOT NULL AS contacted
        FROM words
      ),
      staged AS (
        SELECT
          *,
          ${stage}
            WHEN ${says("customer_statuses")} THEN 'customer'
            WHEN ${says("unqualified_statuses")} THEN 'unqualified'
            WHEN ${says("prospect_statuses")} THEN 'prospect'
            ELSE 'lead'
          END AS lead_stage
        FROM judged
      ),
      totals AS (
        SELECT
          *,
          ${total("orders_count", "DOUBLE")} AS orders_known,
          ${total("total_spent", "DECIMAL(18,4)")} AS spent_given,
          ${total("first_order_at", "DATE")} AS first_given,
          ${total("last_order_at", "DATE")} AS last_given
        FROM staged
      )
      SELECT
        p.person,
        CASE WHEN contacted OR lead_stage IS NOT NULL THEN COALESCE(contacted_at, created) END AS lead_day,
        CASE
          WHEN contacted OR lead_stage IS NOT NULL THEN 1
          WHEN ${columns.has("events.kind") ? "FALSE" : any(consents)} THEN 1
          ELSE 0
        END AS own_contact,
        lead_stage,
        orders_known AS orders_given,
        CASE
          WHEN orders_known > 0 THEN orders_known
          WHEN spent_given > 0 OR first_given IS NOT NULL OR last_given IS NOT NULL THEN 1
          WHEN lead_stage = 'customer' THEN 1
          WHEN orders_known = 0 OR lead_stage IS NOT NULL THEN 0
        END AS orders_told,
        spent_given,
        first_given AS first_order_at,
        last_given AS last_order_at,
        CASE churned WHEN 'yes' THEN 1 WHEN 'no' THEN 0 END AS churned
      FROM totals AS c
      INNER JOIN people AS p ON c.customer_id = p.customer_id
    `
  });
}
