import type { Dataset } from "../dataset/read.js";
import { storedColumns, type TableName } from "../definitions/columns.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import { createTable, type TableDefinition } from "../engine/table.js";
import type { Tables } from "../tables/compute.js";
import { contactSql, findContacts, findKeyed } from "./contacts.js";
import {
  type Channel,
  type Consent,
  CUSTOMERS,
  countConsent,
  createPersonUnion,
  customerColumns
} from "./customers.js";
import { defineMerges } from "./merges.js";
import { findPersons } from "./persons.js";
import type { RuleId } from "./rules.js";
import { findSpellings } from "./spellings.js";

/** Why a phone or an e-mail is no key. */
export type Fault = "invented" | "unreadable" | "masked" | "lost-digits";

/** Order lines of nobody's: the word that says so, empty where there is none, with their number and money. */
export interface NobodyCount {
  word: string;
  rows: number;
  money: number;
}

/** What stands where no customer is named, by word, most money first; cancelled lines bring none. */
export async function countNobody(engine: Engine): Promise<NobodyCount[]> {
  const rows = await engine.rows(sql`
    SELECT
      COALESCE(max(nobody), '') AS word,
      count(*) AS n,
      COALESCE(sum(CASE WHEN status = 'cancelled' THEN 0 WHEN status = 'returned' THEN -abs(amount) ELSE amount END), 0) AS money
    FROM orders
    WHERE customer_id IS NULL
    GROUP BY COALESCE(lower(trim(nobody)), '')
    ORDER BY 3 DESC, 1
  `);
  return rows.map((r) => ({ word: String(r.word), rows: Number(r.n), money: Number(r.money) }));
}

/** How many ids and contacts there were, and how many people they are. The people themselves are in the engine's tables. */
export interface People {
  /** Ids, and contacts of rows without id, that were compared; 0 where nothing was to compare. */
  identities: number;
  persons: number;
  /** Identities that became part of another person, by rule; `same-id` counts ids with several rows. */
  merges: Partial<Record<RuleId, number>>;
  /** Phones and e-mails that not all who carry them were merged by. */
  shared: { phone: number; email: number };
  /** Different phones and e-mails, as written, that are no key. */
  unused: Record<"phone" | "email", Partial<Record<Fault, number>>>;
  /** What `people` of the settings names and no file knows. */
  unknown: readonly string[];
  consent: Partial<Record<Channel, Consent>>;
}

/** The tables whose rows name people. */
const TABLES = ["customers", "orders", "events"] as const satisfies TableName[];
type PersonTable = (typeof TABLES)[number];

/** Needed only until every row has its person. */
const WORKING = [
  "contact_rows",
  "phone_texts",
  "email_texts",
  "named_contacts",
  "identities",
  "identity_keys",
  "key_counts",
  "shared_keys",
  "person_heads",
  "identity_links",
  "kept_apart",
  "person_of"
];

/**
 * Tells people apart: makes `customers` (one row per person), `orders` and `events` with the person's id as
 * `customer_id` out of `customers_read`, `orders_read` and `events_read`, besides `merges` (one row per merged id)
 * and `shared_contacts` (phones and e-mails by which not all were merged). Orders and events without phones and
 * e-mails pass through unread.
 */
export async function computePeople(
  engine: Engine,
  tables: Tables,
  { settings, definitions }: Pick<Dataset, "settings" | "definitions">
): Promise<People> {
  const columnsOf = (table: PersonTable) => storedColumns(definitions.tables[table]).map(({ id }) => id);
  const { apart = [], together = [] } = settings.people ?? {};
  const named = [...new Set([...apart, ...together].flat())].sort();
  const spelt = await findSpellings(engine, definitions.nobody);
  for (const table of TABLES) await spellIds(engine, table, columnsOf(table), spelt);
  const ids = await knownIds(engine, named);
  const keyed = await findKeyed(engine, tables);
  const compared = ids.length > 0 || keyed.size > 0;
  let unknown: readonly string[] = named;
  if (compared) {
    await findContacts(engine, keyed, ids, definitions.nobody);
    unknown = await findPersons(engine, { apart, together });
  } else await createTable(engine, NOTHING_SHARED);
  for (const table of TABLES) await nameRows(engine, table, columnsOf(table), compared, keyed.has(table));
  await createTable(engine, SEVERAL_ROWS);
  await createTable(engine, defineMerges(compared));
  await onePerPerson(engine, columnsOf("customers"));
  const counts = compared ? await countContacts(engine) : undefined;
  if (compared) await engine.run(WORKING.map((table) => `DROP TABLE ${table};`).join("\n"));
  return {
    ...(counts ?? { identities: 0, persons: 0, unused: { phone: {}, email: {} } }),
    ...(await countMerges(engine)),
    unknown,
    consent: await countConsent(engine, tables)
  };
}

/** `shared_contacts` where nobody is compared. */
const NOTHING_SHARED: TableDefinition = {
  name: "shared_contacts",
  grain: "one row per phone or e-mail that not all who carry it were joined by",
  from: sql`
    SELECT
      ${["kind", "key", "reason"].map((column) => `CAST(NULL AS VARCHAR) AS ${column}`)},
      CAST(NULL AS INTEGER) AS identities
    WHERE 1 = 0
  `
};

const SEVERAL_ROWS: TableDefinition = {
  name: "several_rows",
  grain: "one row per person with several rows in the customers files",
  from: sql`
    SELECT customer_id, count(*) AS n
    FROM customer_rows
    WHERE customer_id IS NOT NULL
    GROUP BY customer_id
    HAVING count(*) > 1
  `
};

/** A table as read, but for ids that stand for another id or for nobody; `nobody` of orders is the word that says so. */
async function spellIds(engine: Engine, table: PersonTable, columns: readonly string[], spelt: boolean): Promise<void> {
  const isId = (column: string) => ["customer_id", "other_customer_id", "referred_by"].includes(column);
  const ids = columns.filter(isId);
  const name = table === "customers" ? "name" : "customer_name";
  const word = spelt ? "COALESCE(n.text, CASE WHEN s_customer_id.text IS NOT NULL THEN r.customer_id END)" : "NULL";
  await createTable(engine, {
    name: `${table}_spelt`,
    grain: SPELT_GRAINS[table],
    kind: "view",
    from: sql`
      SELECT
        ${columns.map((c) =>
          spelt && isId(c) ? `CASE WHEN s_${c}.text IS NULL THEN r.${c} ELSE s_${c}.id END AS ${c}` : `r.${c}`
        )},
        ${table === "orders" && `CAST(${word} AS VARCHAR) AS nobody`}
      FROM ${table}_read AS r
      ${spelt && ids.map((c) => `LEFT JOIN id_spellings AS s_${c} ON r.${c} = s_${c}.text`).join("\n")}
      ${spelt && table === "orders" && `LEFT JOIN nobody_names AS n ON r.${name} = n.text`}
    `
  });
}

const SPELT_GRAINS: Record<PersonTable, string> = {
  customers: "one row per accepted row of a customers file, each id in one spelling, none where it is nobody's",
  orders: "one row per accepted order or order line, each id in one spelling, none where it is nobody's",
  events: "one row per accepted event, each id in one spelling, none where it is nobody's"
};

/** Those of some texts that are an id in the files. */
async function knownIds(engine: Engine, texts: readonly string[]): Promise<string[]> {
  if (texts.length === 0) return [];
  const list = texts.map(literal).join(", ");
  const found = TABLES.map((table) => `SELECT customer_id FROM ${table}_spelt WHERE customer_id IN (${list})`);
  const rows = await engine.rows(sql`
    WITH ids AS (
      ${union(found)}
    )
    SELECT DISTINCT customer_id
    FROM ids
    ORDER BY 1
  `);
  return rows.map((r) => String(r.customer_id));
}

/** A table as read with the person's id in place of every id: `customer_rows` for customers, a view of the large ones. */
async function nameRows(
  engine: Engine,
  table: PersonTable,
  columns: readonly string[],
  compared: boolean,
  contacts: boolean
): Promise<void> {
  const persons: Record<string, string> = {
    customer_id: "COALESCE(i.person_id, r.customer_id)",
    other_customer_id: "COALESCE(o.person_id, r.other_customer_id)",
    referred_by: "COALESCE(o.person_id, r.referred_by)"
  };
  const name = table === "customers" ? "name" : "customer_name";
  if (compared && contacts) persons.customer_id = "COALESCE(i.person_id, r.customer_id, k.person_id)";
  const other = columns.find((c) => c === "other_customer_id" || c === "referred_by");
  // Rows with an id have no contact to look for: their text isn't even put together.
  const contact = `CASE WHEN r.customer_id IS NULL THEN ${contactSql("r", name)} END`;
  const joins = [
    "LEFT JOIN id_people AS i ON r.customer_id = i.customer_id",
    contacts && `LEFT JOIN contact_people AS k ON ${contact} = k.contact`,
    other && `LEFT JOIN id_people AS o ON r.${other} = o.customer_id`
  ];
  const isCustomers = table === "customers";
  await createTable(engine, {
    name: isCustomers ? "customer_rows" : table,
    grain: PERSON_GRAINS[table],
    from: sql`
      SELECT
        ${columns.map((c) => (compared && persons[c] ? `${persons[c]} AS ${c}` : `r.${c}`))},
        ${isCustomers && "r.customer_id AS read_id"},
        ${table === "orders" && `CASE WHEN ${compared ? persons.customer_id : "r.customer_id"} IS NULL THEN r.nobody END AS nobody`}
      FROM ${table}_spelt AS r
      ${compared && joins.filter(Boolean).join("\n")}
    `,
    kind: compared && isCustomers ? "table" : "view"
  });
}

const PERSON_GRAINS: Record<PersonTable, string> = {
  customers: "one row per accepted row of a customers file, with the person's id",
  orders: "one row per accepted order or order line, with the person's id",
  events: "one row per accepted event, with the person's id"
};

/** Makes `customers` of `customer_rows`. A row that names nobody can't be anybody's and is left out. */
async function onePerPerson(engine: Engine, columns: readonly string[]): Promise<void> {
  const [several] = await engine.rows("SELECT count(*) AS n FROM several_rows");
  if (Number(several?.n ?? 0) > 0) return createPersonUnion(engine, columns);
  await createTable(engine, {
    ...CUSTOMERS,
    from: sql`
      SELECT
        ${customerColumns(columns, "r")}
      FROM customer_rows AS r
      WHERE r.customer_id IS NOT NULL
    `
  });
}

async function countContacts(engine: Engine): Promise<Pick<People, "identities" | "persons" | "unused">> {
  const [counts] = await engine.rows(sql`
    WITH persons AS (
      SELECT DISTINCT person_id
      FROM person_of
      WHERE person_id IS NOT NULL
    )
    SELECT
      (SELECT count(*) FROM identities) AS identities,
      (SELECT count(*) FROM persons) AS persons
  `);
  const faults = async (kind: "phone" | "email") => {
    const rows = await engine.rows(sql`
      SELECT fault, count(*) AS n
      FROM ${kind}_texts
      WHERE fault IS NOT NULL
      GROUP BY fault
      ORDER BY fault
    `);
    return Object.fromEntries(rows.map((r) => [String(r.fault), Number(r.n)]));
  };
  return {
    identities: Number(counts?.identities ?? 0),
    persons: Number(counts?.persons ?? 0),
    unused: { phone: await faults("phone"), email: await faults("email") }
  };
}

async function countMerges(engine: Engine): Promise<Pick<People, "merges" | "shared">> {
  const rules = await engine.rows("SELECT rule, count(*) AS n FROM merges GROUP BY rule ORDER BY rule");
  const shared = await engine.rows("SELECT kind, count(*) AS n FROM shared_contacts GROUP BY kind");
  const count = (kind: string) => Number(shared.find((r) => r.kind === kind)?.n ?? 0);
  return {
    merges: Object.fromEntries(rules.map((r) => [String(r.rule), Number(r.n)])),
    shared: { phone: count("phone"), email: count("email") }
  };
}
