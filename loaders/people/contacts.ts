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

type PersonTable = (typeof SOURCES)[number]["table"];

/** Tables whose rows carry a phone or an e-mail, or have no id and a name to go by. */
export async function findKeyed(engine: Engine, tables: Tables): Promise<ReadonlySet<PersonTable>> {
  const keyed = new Set<PersonTable>();
  for (const { table, name } of SOURCES) {
    const has = (column: string) => tables.columns.has(`${table}.${column}`);
    if (has("phone") || has("email") || (has(name) && (await hasNames(engine, table, name)))) keyed.add(table);
  }
  return keyed;
}

async function hasNames(engine: Engine, table: PersonTable, name: string): Promise<boolean> {
  const rows = await engine.rows(sql`
    SELECT 1 AS one
    FROM ${table}_spelt AS r
    LEFT JOIN nobody_names AS n ON r.${name} = n.text
    WHERE r.customer_id IS NULL AND r.${name} IS NOT NULL AND n.text IS NULL
    LIMIT 1
  `);
  return rows.length > 0;
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
  keyed: ReadonlySet<PersonTable>,
  named: readonly string[],
  nobody: Nobody
): Promise<void> {
  await createTable(engine, contactRows(keyed, named));
  await createTable(engine, phoneTexts(engine.dialect, nobody));
  await createTable(engine, emailTexts(engine.dialect, nobody));
  await createTable(engine, namedContacts(engine.dialect));
  await createTable(engine, IDENTITIES);
  await createTable(engine, IDENTITY_KEYS);
}

function contactRows(keyed: ReadonlySet<PersonTable>, named: readonly string[]): TableDefinition {
  const none = (type: string) => `CAST(NULL AS ${type})`;
  const read = SOURCES.filter(({ table }) => table === "customers" || keyed.has(table)).map(
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

/**
 * An id and a contact may be spelled alike, so the first letter of an identity says which it is. A name is a key where
 * its row has nothing else: its own person's where nobody with an id, a phone or an e-mail has it, that of the one phone
 * or e-mail that it stands with elsewhere, and nobody's where it could be several people's or a known customer's.
 */
function namedContacts(d: Dialect): TableDefinition {
  const mark = literal(UNIT_MARK);
  const keysOf = (of: string) =>
    ["phone", "email", "name"].map((column) => `COALESCE(${of}${column}, '')`).join(` || ${mark} || `);
  return {
    name: "named_contacts",
    grain: "one row per id, phone, e-mail and name as written, with the identity that it is of",
    from: sql`
      WITH texts AS (
        ${distinctTexts("name")}
      ),
      name_texts AS (
        SELECT
          t.text,
          CASE WHEN n.text IS NULL THEN ${nameSql(d, "t.text")} END AS folded,
          trim(${d.replaceAll("lower(t.text)", "[^\\p{L}\\p{M}]+", " ")}) AS kept
        FROM texts AS t
        LEFT JOIN nobody_names AS n ON t.text = n.text
      ),
      accents AS (
        SELECT folded, count(DISTINCT kept) AS n
        FROM name_texts
        WHERE kept <> folded
        GROUP BY folded
      ),
      names AS (
        SELECT t.text, t.folded, CASE WHEN a.n > 1 THEN t.kept ELSE t.folded END AS one
        FROM name_texts AS t
        LEFT JOIN accents AS a ON t.folded = a.folded
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
          r.place,
          n.one,
          r.name AS written,
          r.customer_id IS NULL AND p.text IS NULL AND e.text IS NULL AND n.folded IS NOT NULL AS name_alone
        FROM contact_rows AS r
        LEFT JOIN phone_texts AS p ON r.phone = p.text
        LEFT JOIN email_texts AS e ON r.email = e.text
        LEFT JOIN names AS n ON r.name = n.text
      ),
      reached AS (
        SELECT
          one,
          count(DISTINCT COALESCE('i' || customer_id, 'p' || phone, 'e' || email)) AS n,
          count(customer_id) AS ids,
          min('k' || ${keysOf("")}) AS contact_identity
        FROM contacts
        WHERE one IS NOT NULL AND (customer_id IS NOT NULL OR phone IS NOT NULL OR email IS NOT NULL)
        GROUP BY one
      )
      SELECT
        CASE
          WHEN c.customer_id IS NOT NULL THEN 'i' || c.customer_id
          WHEN c.phone IS NOT NULL OR c.email IS NOT NULL THEN 'k' || ${keysOf("c.")}
          WHEN NOT c.name_alone THEN NULL
          WHEN r.n IS NULL THEN 'n' || c.one
          WHEN r.n = 1 AND r.ids = 0 THEN r.contact_identity
        END AS identity,
        c.customer_id,
        c.contact,
        c.phone,
        c.second,
        c.email,
        c.name,
        c.created,
        c.place,
        c.written,
        c.name_alone
      FROM contacts AS c
      LEFT JOIN reached AS r ON c.one = r.one
    `
  };
}

const IDENTITIES: TableDefinition = {
  name: "identities",
  grain:
    "one row per id, and per phone, e-mail and name of rows without id; per name alone where nothing else is known",
  from: sql`
    WITH people AS (
      SELECT
        identity,
        min(customer_id) AS customer_id,
        min(phone) AS phone,
        min(email) AS email,
        COALESCE(min(name), '') AS name,
        min(created) AS created,
        min(written) AS written
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
        WHEN email IS NOT NULL THEN 'email:' || email
        ELSE 'name:' || written
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
