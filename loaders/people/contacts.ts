import { type Dialect, literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import type { Tables } from "../tables/compute.js";
import { emailSql, inventedEmailSql } from "./email.js";
import { nameSql } from "./name.js";
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
 * `identities` (one row per id, and per phone, e-mail and name of rows without id; `node` counts them by code unit) and
 * `identity_keys` (one row per identity, key and name it was seen under). Reads only tables that carry
 * contacts, and customers; `named` are further ids to know.
 */
export async function findContacts(engine: Engine, tables: Tables, named: readonly string[]): Promise<void> {
  const parts = SOURCES.filter(({ table }) => table === "customers" || hasContacts(tables, table)).map(
    ({ table, name, since }) =>
      `SELECT customer_id, phone, email, ${name} AS name, ${table === "customers" ? `${since} AS created, 0` : "CAST(NULL AS DATE) AS created, 1"} AS place FROM ${table}_read`
  );
  const none = "CAST(NULL AS VARCHAR)";
  for (const id of named)
    parts.push(
      `SELECT ${literal(id)} AS customer_id, ${none} AS phone, ${none} AS email, ${none} AS name, CAST(NULL AS DATE) AS created, 1 AS place`
    );
  await engine.run(
    `CREATE TABLE contact_rows AS SELECT customer_id, phone, email, name, min(created) AS created, min(place) AS place FROM (${parts.join(" UNION ALL ")}) AS sightings GROUP BY customer_id, phone, email, name`
  );
  await readTexts(engine);
  await engine.run(
    `CREATE TABLE contacts AS SELECT r.customer_id, ${contactSql("r", "name")} AS contact, p.phone, p.second, e.email, n.folded AS name, r.created, r.place FROM contact_rows AS r LEFT JOIN phone_texts AS p ON r.phone = p.text LEFT JOIN email_texts AS e ON r.email = e.text LEFT JOIN name_texts AS n ON r.name = n.text`
  );
  // An id and a contact may be spelled alike, so the first letter says which it is.
  await engine.run(
    `CREATE TABLE named_contacts AS SELECT CASE WHEN customer_id IS NOT NULL THEN 'i' || customer_id WHEN phone IS NOT NULL OR email IS NOT NULL THEN 'k' || COALESCE(phone, '') || ${literal(UNIT_MARK)} || COALESCE(email, '') || ${literal(UNIT_MARK)} || COALESCE(name, '') END AS identity, customer_id, contact, phone, second, email, name, created, place FROM contacts`
  );
  await engine.run("DROP TABLE contacts");
  await engine.run(
    `CREATE TABLE identities AS SELECT CAST(row_number() OVER (ORDER BY identity) AS INTEGER) AS node, identity, customer_id, email, name, created, ${label("phone", "email")} AS label FROM (SELECT identity, min(customer_id) AS customer_id, min(phone) AS phone, min(email) AS email, COALESCE(min(name), '') AS name, min(created) AS created FROM named_contacts WHERE identity IS NOT NULL GROUP BY identity) AS people`
  );
  const key = (kind: string, column: string) =>
    `SELECT identity, '${kind}' AS kind, ${column} AS key, COALESCE(name, '') AS name FROM named_contacts WHERE identity IS NOT NULL AND ${column} IS NOT NULL`;
  await engine.run(
    `CREATE TABLE identity_keys AS SELECT DISTINCT i.node, k.kind, k.key, k.name FROM (${key("phone", "phone")} UNION ALL ${key("phone", "second")} UNION ALL ${key("email", "email")}) AS k INNER JOIN identities AS i ON k.identity = i.identity`
  );
}

/** What a person without id is called by. */
function label(phone: string, email: string): string {
  return `CASE WHEN customer_id IS NOT NULL THEN customer_id WHEN ${phone} IS NOT NULL THEN 'phone:' || ${phone} ELSE 'email:' || ${email} END`;
}

/** Every text is looked at once, however many rows carry it. */
async function readTexts(engine: Engine): Promise<void> {
  const d = engine.dialect;
  const distinct = (column: string) =>
    `(SELECT DISTINCT ${column} AS text FROM contact_rows WHERE ${column} IS NOT NULL)`;
  const second = "CASE WHEN second <> phone THEN second END";
  await engine.run(
    `CREATE TABLE phone_texts AS SELECT text, ${unless(inventedPhoneSql(d, "phone"), "phone")} AS phone, ${unless(inventedPhoneSql(d, "second"), second)} AS second, CASE WHEN phone IS NULL THEN ${phoneFaultSql(d, "text")} WHEN ${inventedPhoneSql(d, "phone")} THEN 'invented' END AS fault FROM (SELECT text, ${phoneSql(d, "text")} AS phone, ${secondPhoneSql(d, "text")} AS second FROM ${distinct("phone")} AS texts) AS phones`
  );
  await engine.run(
    `CREATE TABLE email_texts AS SELECT text, ${unless(inventedEmailSql(d, "email"), "email")} AS email, CASE WHEN email IS NULL THEN ${maskedOr(d, "unreadable")} WHEN ${inventedEmailSql(d, "email")} THEN 'invented' END AS fault FROM (SELECT text, ${emailSql(d, "text")} AS email FROM ${distinct("email")} AS texts) AS emails`
  );
  await engine.run(
    `CREATE TABLE name_texts AS SELECT text, ${nameSql(d, "text")} AS folded FROM ${distinct("name")} AS texts`
  );
}

function unless(condition: string, value: string): string {
  return `CASE WHEN NOT ${condition} THEN ${value} END`;
}

function maskedOr(d: Dialect, otherwise: string): string {
  return `CASE WHEN ${d.matches("text", "[*•]")} THEN 'masked' ELSE ${literal(otherwise)} END`;
}
