import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { any, sql, union } from "../engine/sql.js";
import { createTable, type TableDefinition } from "../engine/table.js";
import { type Identity, type Links, linkIdentities, type SharedKey } from "./link.js";
import { parseName } from "./name.js";
import { MOST_IDENTITIES } from "./rules.js";

/** Letters written to a file at once. */
const PIECE = 1_000_000;

/** A contact's label with all that tells it from others of the same phone or e-mail. */
const FULL_LABEL = sql`
  i.label || '/' || i.name || CASE
    WHEN i.email IS NOT NULL AND i.label <> 'email:' || i.email THEN '/' || i.email
    ELSE ''
  END
`;

/** What a firm says of its people: lists of ids or contacts that are different people, or one. */
interface PeopleOverrides {
  apart: readonly (readonly string[])[];
  together: readonly (readonly string[])[];
}

/**
 * Joins the identities of `findContacts` into persons. Makes `person_of` (node → person id, null where a row names
 * nobody), `id_people` (id → person id, where they differ), `contact_people` (contact of a row without id → person id)
 * and `shared_contacts` (phones and e-mails that not all who carry them were joined by). Gives back what the firm
 * named and no file knows.
 */
export async function findPersons(engine: Engine, { apart, together }: PeopleOverrides): Promise<string[]> {
  await createTable(engine, KEY_COUNTS);
  await createTable(engine, SHARED_KEYS);
  const nodes = await findNodes(engine, [...apart, ...together].flat());
  const pairs = (lists: typeof apart) => lists.flatMap((list) => allPairs(list.map((text) => nodes.get(text) ?? [])));
  const keys = await readKeys(engine);
  const links = linkIdentities(await readIdentities(engine, [...nodes.values()].flat()), keys, {
    apart: pairs(apart),
    together: pairs(together)
  });
  await writeLinks(engine, links);
  await createTable(engine, SHARED_CONTACTS);
  await createTable(engine, PERSON_OF);
  await createTable(engine, ID_PEOPLE);
  await createTable(engine, CONTACT_PEOPLE);
  return [...nodes].filter(([, found]) => found.length === 0).map(([text]) => text);
}

const KEY_COUNTS: TableDefinition = {
  name: "key_counts",
  grain: "one row per phone or e-mail of several identities",
  from: sql`
    WITH nodes AS (
      SELECT DISTINCT node, kind, key
      FROM identity_keys
    )
    SELECT kind, key, CAST(count(*) AS INTEGER) AS n
    FROM nodes
    GROUP BY kind, key
    HAVING count(*) > 1
  `
};

/** Those of far too many identities are shared at once. */
const SHARED_KEYS: TableDefinition = {
  name: "shared_keys",
  grain: "one row per phone or e-mail of several identities whose names are compared; `place` counts them from 0",
  from: sql`
    SELECT CAST(row_number() OVER (ORDER BY kind, key) AS INTEGER) - 1 AS place, kind, key, n
    FROM key_counts
    WHERE n <= ${MOST_IDENTITIES}
  `
};

const SHARED_CONTACTS: TableDefinition = {
  name: "shared_contacts",
  grain: "one row per phone or e-mail that not all who carry it were joined by",
  from: sql`
    SELECT kind, key, 'many-names' AS reason, n AS identities
    FROM key_counts
    WHERE n > ${MOST_IDENTITIES}
    UNION ALL
    SELECT s.kind, s.key, a.reason, s.n
    FROM kept_apart AS a
    INNER JOIN shared_keys AS s ON a.place = s.place
  `
};

const ID_PEOPLE: TableDefinition = {
  name: "id_people",
  grain: "one row per id that became part of another person",
  from: sql`
    SELECT i.customer_id, p.person_id
    FROM identities AS i
    INNER JOIN person_of AS p ON i.node = p.node
    WHERE i.customer_id IS NOT NULL AND p.person_id <> i.customer_id
  `
};

const CONTACT_PEOPLE: TableDefinition = {
  name: "contact_people",
  grain: "one row per phone, e-mail and name, as written, of rows without id that name a person",
  from: sql`
    SELECT DISTINCT n.contact, p.person_id
    FROM named_contacts AS n
    INNER JOIN identities AS i ON n.identity = i.identity
    INNER JOIN person_of AS p ON i.node = p.node
    WHERE n.customer_id IS NULL AND p.person_id IS NOT NULL
  `
};

/** The nodes that a firm means by an id, a phone (`phone:+84…`), an e-mail (`email:…`) or the id of a person without one. */
async function findNodes(engine: Engine, texts: readonly string[]): Promise<Map<string, number[]>> {
  const nodes = new Map<string, number[]>([...new Set(texts)].sort().map((text) => [text, []]));
  if (nodes.size === 0) return nodes;
  const named = [...nodes.keys()].map((text) => `SELECT ${literal(text)} AS text`);
  const forms = ["i.label", "'email:' || i.email", "i.label || '/' || i.name", FULL_LABEL];
  const rows = await engine.rows(sql`
    WITH texts AS (
      ${union(named)}
    )
    SELECT DISTINCT t.text, i.node
    FROM texts AS t
    INNER JOIN identities AS i ON
      ${any(forms.map((form) => `t.text = CASE WHEN i.customer_id IS NULL THEN ${form} ELSE i.customer_id END`))}
    ORDER BY 1, 2
  `);
  for (const row of rows) nodes.get(String(row.text))?.push(Number(row.node));
  return nodes;
}

/** Every node of one text with every node of another. */
function allPairs(nodes: readonly (readonly number[])[]): [number, number][] {
  return nodes.flatMap((some, i) =>
    nodes.slice(i + 1).flatMap((others) => some.flatMap((a) => others.map((b): [number, number] => [a, b])))
  );
}

async function readKeys(engine: Engine): Promise<SharedKey[]> {
  const rows = await engine.rows(sql`
    SELECT s.place, s.kind, k.node, k.name
    FROM shared_keys AS s
    INNER JOIN identity_keys AS k ON s.kind = k.kind AND s.key = k.key
    ORDER BY s.place, k.node, k.name
  `);
  const keys: (SharedKey & { seen: SharedKey["seen"][number][] })[] = [];
  for (const row of rows) {
    const place = Number(row.place);
    keys[place] ??= { kind: row.kind === "phone" ? "phone" : "email", seen: [] };
    keys[place].seen.push({ node: Number(row.node), name: parseName(String(row.name)) });
  }
  return keys;
}

/** Identities that share a key or that the firm named, with the names of the customers files or else all. */
async function readIdentities(engine: Engine, named: readonly number[]): Promise<Identity[]> {
  const rows = await engine.rows(sql`
    WITH compared AS (
      SELECT k.node
      FROM identity_keys AS k
      INNER JOIN shared_keys AS s ON k.kind = s.kind AND k.key = s.key
      ${named.map((node) => `UNION SELECT ${node} AS node`).join("\n") || "GROUP BY k.node"}
    )
    SELECT DISTINCT i.node, i.customer_id, i.created, COALESCE(n.name, '') AS name, n.place
    FROM compared AS c
    INNER JOIN identities AS i ON c.node = i.node
    INNER JOIN named_contacts AS n ON i.identity = n.identity
    ORDER BY i.node, n.place, name
  `);
  const found = new Map<number, Identity & { place: number; names: ReturnType<typeof parseName>[] }>();
  for (const row of rows) {
    const node = Number(row.node);
    const name = parseName(String(row.name));
    const one = found.get(node) ?? {
      node,
      names: [],
      hasId: row.customer_id !== null,
      created: row.created === null ? null : String(row.created),
      place: Number(row.place)
    };
    if (name.length > 0 && (one.names.length === 0 || one.place === Number(row.place))) {
      one.place = Number(row.place);
      one.names.push(name);
    }
    found.set(node, one);
  }
  return [...found.values()];
}

async function writeLinks(engine: Engine, { persons, links, shared }: Links): Promise<void> {
  await writeTable(
    engine,
    { name: "person_heads", grain: "one row per identity that is not its person's head" },
    { node: "INTEGER", head: "INTEGER" },
    persons
  );
  await writeTable(
    engine,
    {
      name: "identity_links",
      grain: "one row per identity that is not its person's head, with the rule that joined it"
    },
    { node: "INTEGER", other: "INTEGER", rule: "VARCHAR", place: "INTEGER" },
    links.map((l) => [l.node, l.other, l.rule, l.key ?? ""])
  );
  await writeTable(
    engine,
    { name: "kept_apart", grain: "one row per compared phone or e-mail that not all were joined by" },
    { place: "INTEGER", reason: "VARCHAR" },
    shared
  );
}

/** A table of numbers and words that need no quotes, by way of a file: a hundred thousand rows are too long for statements. */
async function writeTable(
  engine: Engine,
  table: Pick<TableDefinition, "name" | "grain">,
  columns: Record<string, string>,
  rows: Iterable<readonly (string | number)[]>
): Promise<void> {
  const names = Object.keys(columns);
  const scratch = await engine.scratch();
  let text = `${names.join(",")}\n`;
  for (const row of rows) {
    text += `${row.join(",")}\n`;
    if (text.length < PIECE) continue;
    await scratch.write(text);
    text = "";
  }
  await scratch.write(text);
  const file = engine.dialect.readFile(await scratch.close(), { kind: "csv", delimiter: ",", columns: names });
  const cells = names.map((column) => `CAST(NULLIF(${column}, '') AS ${columns[column]}) AS ${column}`);
  await createTable(engine, {
    ...table,
    from: sql`
      SELECT
        ${cells}
      FROM ${file} AS file
    `
  });
}

/**
 * A person's id: that of the head; without one the phone or e-mail, and the name too where others go by it. A row
 * with nothing but a counter's phone names nobody.
 */
const PERSON_OF: TableDefinition = {
  name: "person_of",
  grain: "one row per identity; no person where a row names nobody",
  from: sql`
    WITH counters AS (
      SELECT kind, key
      FROM shared_contacts
      WHERE reason IN ('many-names', 'chain')
    ),
    usable_nodes AS (
      SELECT DISTINCT k.node
      FROM identity_keys AS k
      LEFT JOIN counters AS c ON k.kind = c.kind AND k.key = c.key
      WHERE c.key IS NULL
    ),
    heads AS (
      SELECT
        i.node,
        i.customer_id,
        i.label,
        ${FULL_LABEL} AS full_label,
        count(*) OVER (PARTITION BY i.label) AS n
      FROM identities AS i
      LEFT JOIN person_heads AS h ON i.node = h.node
      LEFT JOIN usable_nodes AS u ON i.node = u.node
      WHERE h.node IS NULL AND (i.customer_id IS NOT NULL OR i.name <> '' OR u.node IS NOT NULL)
    ),
    head_ids AS (
      SELECT
        node,
        CASE
          WHEN customer_id IS NOT NULL THEN customer_id
          WHEN n > 1 THEN full_label
          ELSE label
        END AS person_id
      FROM heads
    )
    SELECT i.node, p.person_id
    FROM identities AS i
    LEFT JOIN person_heads AS h ON i.node = h.node
    LEFT JOIN head_ids AS p ON COALESCE(h.head, i.node) = p.node
  `
};
