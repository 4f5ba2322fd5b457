import { constantValue, listWords } from "../definitions/constant.js";
import type { Definitions } from "../definitions/read.js";
import { type Dialect, literal } from "../engine/dialect.js";
import { sql } from "../engine/sql.js";
import type { Tables } from "../tables/compute.js";
import { daysBefore } from "./calendar.js";

/** Queries with the rows that measures count, each with `person`, `day` and the columns that `ROWS` names. */
export interface RowSources {
  dialect: Dialect;
  tables: Tables;
  definitions: Pick<Definitions, "constants" | "lists">;
}

export const ORDER_ROWS = "SELECT * FROM order_heads";

export const CATEGORY_ROWS = "SELECT person, first_day AS day, category FROM customer_categories";

/**
 * Events of known customers; `contact_cost` is the month's cost of care shared evenly over its contacts, null for other
 * kinds of event.
 */
export function eventRows({ dialect: d, definitions: { lists } }: RowSources): string {
  const contacts = inList(listWords(lists, "care_contacts"));
  const channel = d.replaceAll(d.fold("channel"), "[^a-z0-9]", "");
  return sql`
    WITH spent AS (
      SELECT period, sum(amount) AS amount
      FROM costs
      WHERE ${channel} IN ${inList(listWords(lists, "care_channels"))}
      GROUP BY period
    ),
    contacts AS (
      SELECT ${monthOf("occurred_at")} AS period, count(*) AS contacts
      FROM events
      WHERE kind IN ${contacts}
      GROUP BY 1
    ),
    rates AS (
      SELECT s.period, CAST(round(${d.double("s.amount")} / c.contacts, 4) AS DECIMAL(18,4)) AS rate
      FROM spent AS s
      INNER JOIN contacts AS c ON s.period = c.period
    )
    SELECT
      p.person,
      e.occurred_at AS day,
      e.kind,
      e.value,
      e.channel,
      e.product,
      e.subject,
      e.branch,
      e.campaign,
      CASE WHEN e.kind IN ${contacts} THEN r.rate END AS contact_cost
    FROM events AS e
    INNER JOIN people AS p ON e.customer_id = p.customer_id
    LEFT JOIN rates AS r ON r.period = ${monthOf("e.occurred_at")}
  `;
}

/**
 * Products bought within their first days on sale; products as old as the data can't be judged. Undefined where no
 * product is named.
 */
export function launchRows({ dialect: d, tables, definitions: { constants } }: RowSources): string | undefined {
  const product = ["product_id", "product"].find((id) => tables.columns.has(`orders.${id}`));
  if (!product) return undefined;
  const since = daysBefore(tables.from, -constantValue(constants, "known_from_days"));
  return sql`
    WITH launched AS (
      SELECT ${product} AS item, min(ordered_at) AS launch
      FROM lines
      WHERE sold AND ${product} IS NOT NULL
      GROUP BY ${product}
      HAVING min(ordered_at) >= DATE ${literal(since)}
    ),
    bought AS (
      SELECT DISTINCT l.customer_id, l.ordered_at, n.item
      FROM lines AS l
      INNER JOIN launched AS n ON l.${product} = n.item
      WHERE
        l.sold
        AND l.customer_id IS NOT NULL
        AND ${d.days("n.launch", "l.ordered_at")} <= ${constantValue(constants, "early_days")}
    )
    SELECT p.person, b.ordered_at AS day
    FROM bought AS b
    INNER JOIN people AS p ON b.customer_id = p.customer_id
  `;
}

/**
 * Buyers that somebody brought, on the day of their first order; who had bought before the referral was not brought.
 * Undefined where nobody says who brought whom.
 */
export function referralRows({ tables: { columns } }: RowSources): string | undefined {
  if (!columns.has("customers.referred_by") && !columns.has("events.other_customer_id")) return undefined;
  return sql`
    WITH brought AS (
      SELECT referred_by AS giver, customer_id AS taker, CAST(NULL AS DATE) AS since
      FROM customers
      WHERE referred_by IS NOT NULL
      UNION ALL
      SELECT customer_id, other_customer_id, min(occurred_at)
      FROM events
      WHERE kind = 'referral' AND other_customer_id IS NOT NULL
      GROUP BY customer_id, other_customer_id
    ),
    first_orders AS (
      SELECT r.giver, r.taker, r.since, min(o.day) AS day
      FROM brought AS r
      INNER JOIN people AS t ON r.taker = t.customer_id
      INNER JOIN order_heads AS o ON o.person = t.person AND o.order_count > 0
      WHERE r.giver <> r.taker
      GROUP BY r.giver, r.taker, r.since
    ),
    buyers AS (
      SELECT giver, min(day) AS day
      FROM first_orders
      WHERE since IS NULL OR day >= since
      GROUP BY giver, taker
    )
    SELECT p.person, b.day
    FROM buyers AS b
    INNER JOIN people AS p ON b.giver = p.customer_id
  `;
}

/** The month of a day as `YYYY-MM`. */
export function monthOf(day: string): string {
  return `substr(CAST(${day} AS VARCHAR), 1, 7)`;
}

function inList(words: readonly string[]): string {
  return `(${words.map(literal).join(", ")})`;
}
