import { csvFormat } from "d3";
import { inert } from "../../src/terms/escape-formula.js";
import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual, fillFrom } from "../../src/terms/words.js";
import { MERGE_REASON, MERGES } from "../../src/words/people.js";
import type { Engine, Row } from "../engine/engine.js";
import { sql, union } from "../engine/sql.js";
import type { TableDefinition } from "../engine/table.js";
import { type Step, withSteps } from "../tables/steps.js";
import { RULES, type RuleId } from "./rules.js";

/** An id that became part of a person, and why. */
export interface Merge {
  personId: string;
  id: string;
  kind: "id" | "phone" | "email" | "settings";
  /** The phone or e-mail that spoke for it; the id itself for several rows of one. */
  key: string;
  rule: RuleId;
  reason: Bilingual;
}

/** Identities that became part of another, and ids that stand on several rows; `compared`: whether there are identities. */
export function defineMerges(compared: boolean): TableDefinition {
  const steps = compared ? [KEY_NAMES, IDENTITY_MERGES, ID_MERGES] : [ID_MERGES];
  const merges = compared ? [IDENTITY_MERGES, ID_MERGES] : [ID_MERGES];
  return {
    name: "merges",
    grain: "one row per identity that became part of a person, and per id on several rows",
    from: withSteps(steps, union(merges.map(({ name }) => `SELECT * FROM ${name}`)))
  };
}

const KEY_NAMES: Step = {
  name: "key_names",
  query: sql`
    SELECT node, kind, key, max(name) AS name
    FROM identity_keys
    GROUP BY node, kind, key
  `
};

/** One row per identity that is not its person's head, with the key and the names that spoke for it. */
const IDENTITY_MERGES: Step = {
  name: "identity_merges",
  query: sql`
    SELECT
      p.person_id,
      i.label AS id,
      o.label AS other_id,
      s.kind,
      s.key,
      l.rule,
      NULLIF(a.name, '') AS name,
      NULLIF(b.name, '') AS other_name
    FROM identity_links AS l
    INNER JOIN person_of AS p ON l.node = p.node
    INNER JOIN identities AS i ON l.node = i.node
    INNER JOIN identities AS o ON l.other = o.node
    LEFT JOIN shared_keys AS s ON l.place = s.place
    LEFT JOIN key_names AS a ON l.node = a.node AND s.kind = a.kind AND s.key = a.key
    LEFT JOIN key_names AS b ON l.other = b.node AND s.kind = b.kind AND s.key = b.key
  `
};

/** One row per id on several rows of the customers files. */
const ID_MERGES: Step = {
  name: "id_merges",
  query: sql`
    SELECT
      min(r.customer_id) AS person_id,
      r.read_id AS id,
      r.read_id AS other_id,
      'id' AS kind,
      r.read_id AS key,
      'same-id' AS rule,
      CAST(NULL AS VARCHAR) AS name,
      CAST(NULL AS VARCHAR) AS other_name
    FROM customer_rows AS r
    INNER JOIN several_rows AS s ON r.customer_id = s.customer_id
    WHERE r.read_id IS NOT NULL
    GROUP BY r.read_id
    HAVING count(*) > 1
  `
};

/** Every merge, sorted by person and id. Personal: never published. */
export async function listMerges(engine: Engine): Promise<Merge[]> {
  const rows = await engine.rows("SELECT * FROM merges ORDER BY person_id, id, rule, key");
  return rows.map((row) => {
    const rule = row.rule as RuleId;
    return {
      personId: String(row.person_id),
      id: String(row.id),
      kind: row.kind === null ? "settings" : (row.kind as Merge["kind"]),
      key: String(row.key ?? row.other_id),
      rule,
      reason: describeMerge(rule, row)
    };
  });
}

/** The merges as `people.csv`: one row per merged id, the reason in both languages. */
export async function renderMergesCsv(engine: Engine): Promise<string> {
  const merges = await listMerges(engine);
  const rows = merges.map(({ personId, id, kind, key, rule, reason }) => ({
    person_id: inert(personId),
    id: inert(id),
    kind,
    key: inert(key),
    rule,
    reason_vi: inert(reason.vi),
    reason_en: inert(reason.en)
  }));
  return `${csvFormat(rows, ["person_id", "id", "kind", "key", "rule", "reason_vi", "reason_en"])}\n`;
}

function describeMerge(rule: RuleId, { key, name, other_name }: Row): Bilingual {
  const known = {
    key: String(key ?? ""),
    name: String(name ?? other_name ?? ""),
    other: String(other_name ?? name ?? "")
  };
  const [vi, en] = MERGES[rule].reason;
  const reason = { vi: fillFrom(vi, known), en: fillFrom(en, known) };
  return bilingual(MERGE_REASON.numbered, { number: RULES[rule], reason });
}
