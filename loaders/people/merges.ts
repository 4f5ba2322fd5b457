import { csvFormat } from "d3";
import { inert } from "../../src/terms/escape-formula.js";
import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual, fillFrom } from "../../src/terms/words.js";
import { MERGE_REASON, MERGES } from "../../src/words/people.js";
import type { Engine, Row } from "../engine/engine.js";
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
export async function mergesCsv(engine: Engine): Promise<string> {
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
