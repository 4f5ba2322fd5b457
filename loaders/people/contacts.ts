import type { Nobody } from "../definitions/nobody.js";
import { type Dialect, literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable, type TableDefinition } from "../engine/table.js";
import type { Tables } from "../tables/compute.js";
import { emailSql, inventedEmailSql } from "./email.js";
import { nameSql } from "./name.js";
import { namesNobodySql } from "./nobody.js";
import { inventedPhoneSql, phoneFaultSql, phoneSql, secondPhoneSql } from "./phone.js";

/** Parts the texts of a contact; no cell holds it. */
const UNIT_MARK = "\u001f";

/** Tables whose rows name people, with the columns that say when and under what name. */
const SOURCES = [
  { table: "customers", name: "name", since: "created" },
  { table: "orders", name: "customer_name", since: "ordered_at" },
  { table: "events", name: "customer_name", since: "occurred_at" }
] as const;

/** Whether rows of a table carry a phone or an e-mail. */
export function hasContacts(tables: Tables, table: string): boolean {
  return tables.columns.has(`${table}.phone`) || tables.columns.has(`${table}.email`);
}

/** The texts by which a row without id names somebody, as one text; the same in every table. */
export function contactSql(alias: string, nameColumn: string): string {
  return ["phone", "email", nameColumn]
    .map((column) => `COALESCE(${alias}.${column}, '')`)
    .join(` || ${literal(UNIT_MARK)} || `);
}

/**
 * Makes the tables by which people are told apart:
 * `contact_rows` (one row per id, phone, e-mail and name as written, with the earliest day in a customers file),
 * `phone_texts` and `email_texts` (text → key, or why there is none),
 * `named_contacts` (the same rows, each with its keys and the identity that it is of),
 * `identities` (one row per id, and per phone, e-mail and name of rows without id; `node` counts them by code unit) and
 * `identity_keys` (one row per identity, key and name it was seen under). Reads only tables that carry
 * contacts, and customers; `named` are further ids to know.
 */
export async function findContacts(
  engine: Engine,
  tables: Tables,
  named: readonly string[],
  nobody: Nobody
): Promise<void> {
  await createTable(engine, contactRows(tables, named));
  await createTable(engine, phoneTexts(engine.dialect, nobody));
  await createTable(engine, emailTexts(engine.dialect, nobody));
  await createTable(engine, namedContacts(engine.dialect));
  await createTable(engine, IDENTITIES);
  await createTable(engine, IDENTITY_KEYS);
}

function contactRows(tables: Tables, named: readonly string[]): TableDefinition {
  const none = (type: string) => `CAST(NULL AS ${type})`;
  const read = SOURCES.filter(({ table }) => table === "customers" || hasContacts(tables, table)).map(
    ({ table, name, since }) => sql`
      SELECT
        customer_id,
        phone,
        email,
        ${name} AS name,
        ${table === "customers" ? since : none("DATE")} AS created,
        ${table === "customers" ? 0 : 1} AS place
      FROM ${table}_spelt
    `
  );
  const known = named.map(
    (id) => sql`
      SELECT
        ${literal(id)} AS customer_id,
        ${["phone", "email", "name"].map((column) => `${none("VARCHAR")} AS ${column}`)},
        ${none("DATE")} AS created,
        1 AS place
    `
  );
  return {
    name: "contact_rows",
    grain: "one row per id, phone, e-mail and name as written",
    from: sql`
      WITH sightings AS (
        ${union([...read, ...known])}
      )
      SELECT customer_id, phone, email, name, min(created) AS created, min(place) AS place
      FROM sightings
      GROUP BY customer_id, phone, email, name
    `
  };
}

/** Every text is looked at once, however many rows carry it. */
function distinctTexts(column: string, only?: string): string {
  return sql`
    SELECT DISTINCT ${column} AS text
    FROM contact_rows
    WHERE ${column} IS NOT NULL
      ${only && `AND ${only}`}
  `;
}

function phoneTexts(d: Dialect, nobody: Nobody): TableDefinition {
  return {
    name: "phone_texts",
    grain: "one row per phone as written",
    from: sql`
      WITH texts AS (
        ${distinctTexts("phone", `NOT ${namesNobodySql(d, "phone", nobody)}`)}
      ),
      phones AS (
        SELECT
          text,
          ${phoneSql(d, "text")} AS phone,
          ${secondPhoneSql(d, "text")} AS second
        FROM texts
      )
      SELECT
        text,
        ${unless(inventedPhoneSql(d, "phone"), "phone")} AS phone,
        ${unless(inventedPhoneSql(d, "second"), "CASE WHEN second <> phone THEN second END")} AS second,
        CASE
          WHEN phone IS NULL THEN ${phoneFaultSql(d, "text")}
          WHEN ${inventedPhoneSql(d, "phone")} THEN 'invented'
        END AS fault
      FROM phones
    `
  };
}

function emailTexts(d: Dialect, nobody: Nobody): TableDefinition {
  return {
    name: "email_texts",
    grain: "one row per e-mail as written",
    from: sql`
      WITH texts AS (
        ${distinctTexts("email", `NOT ${namesNobodySql(d, "email", nobody)}`)}
      ),
      emails AS (
        SELECT
          text,
          ${emailSql(d, "text")} AS email
        FROM texts
      )
      SELECT
        text,
        ${unless(inventedEmailSql(d, "email"), "email")} AS email,
        CASE
          WHEN email IS NULL THEN CASE WHEN ${d.matches("text", "[*•]")} THEN 'masked' ELSE 'unreadable' END
          WHEN ${inventedEmailSql(d, "email")} THEN 'invented'
        END AS fault
      FROM emails
    `
  };
}

/** An id and a contact may be spelled alike, so the first letter of an identity says which it is. */
function namedContacts(d: Dialect): TableDefinition {
  const mark = literal(UNIT_MARK);
  const keys = ["phone", "email", "name"].map((column) => `COALESCE(${column}, '')`).join(` || ${mark} || `);
  return {
    name: "named_contacts",
    grain: "one row per id, phone, e-mail and name as written, with the identity that it is of",
    from: sql`
      WITH texts AS (
        ${distinctTexts("name")}
      ),
      name_texts AS (
        SELECT t.text, CASE WHEN n.text IS NULL THEN ${nameSql(d, "t.text")} END AS folded
        FROM texts AS t
        LEFT JOIN nobody_names AS n ON t.text = n.text
      ),
      contacts AS (
        SELECT
          r.customer_id,
          ${contactSql("r", "name")} AS contact,
          p.phone,
          p.second,
          e.email,
          n.folded AS name,
          r.created,
          r.place
        FROM contact_rows AS r
        LEFT JOIN phone_texts AS p ON r.phone = p.text
        LEFT JOIN email_texts AS e ON r.email = e.text
        LEFT JOIN name_texts AS n ON r.name = n.text
      )
      SELECT
        CASE
          WHEN customer_id IS NOT NULL THEN 'i' || customer_id
          WHEN phone IS NOT NULL OR email IS NOT NULL THEN 'k' || ${keys}
        END AS identity,
        *
      FROM contacts
    `
  };
}

const IDENTITIES: TableDefinition = {
  name: "identities",
  grain: "one row per id, and per phone, e-mail and name of rows without id",
  from: sql`
    WITH people AS (
      SELECT
        identity,
        min(customer_id) AS customer_id,
        min(phone) AS phone,
        min(email) AS email,
        COALESCE(min(name), '') AS name,
        min(created) AS created
      FROM named_contacts
      WHERE identity IS NOT NULL
      GROUP BY identity
    )
    SELECT
      CAST(row_number() OVER (ORDER BY identity) AS INTEGER) AS node,
      identity,
      customer_id,
      email,
      name,
      created,
      CASE
        WHEN customer_id IS NOT NULL THEN customer_id
        WHEN phone IS NOT NULL THEN 'phone:' || phone
        ELSE 'email:' || email
      END AS label
    FROM people
  `
};

const KEYS = [
  { kind: "phone", column: "phone" },
  { kind: "phone", column: "second" },
  { kind: "email", column: "email" }
];

const IDENTITY_KEYS: TableDefinition = {
  name: "identity_keys",
  grain: "one row per identity, phone or e-mail of it, and name it was seen under",
  from: sql`
    WITH keys AS (
      ${union(
        KEYS.map(
          ({ kind, column }) => sql`
            SELECT identity, '${kind}' AS kind, ${column} AS key, COALESCE(name, '') AS name
            FROM named_contacts
            WHERE identity IS NOT NULL AND ${column} IS NOT NULL
          `
        )
      )}
    )
    SELECT DISTINCT i.node, k.kind, k.key, k.name
    FROM keys AS k
    INNER JOIN identities AS i ON k.identity = i.identity
  `
};

function unless(condition: string, value: string): string {
  return `CASE WHEN NOT ${condition} THEN ${value} END`;
}
