import { csvFormat } from "d3";
import { inert } from "../../src/terms/escape-formula.js";
import type { Bilingual, Lang } from "../../src/terms/lang.js";
import type { Engine, Row } from "../engine/engine.js";
import { RULES, type RuleId, SHARED, type SharedId } from "./rules.js";

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

/** A phone or e-mail by which not all who carry it were merged, and why. */
export interface SharedContact {
  kind: "phone" | "email";
  key: string;
  identities: number;
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
      reason: { vi: describeMerge(rule, row, "vi"), en: describeMerge(rule, row, "en") }
    };
  });
}

/** Every shared phone and e-mail, those of most identities first. Personal: never published. */
export async function listSharedContacts(engine: Engine): Promise<SharedContact[]> {
  const rows = await engine.rows("SELECT * FROM shared_contacts ORDER BY identities DESC, kind, key");
  return rows.map((row) => ({
    kind: row.kind === "phone" ? "phone" : "email",
    key: String(row.key),
    identities: Number(row.identities),
    reason: SHARED[row.reason as SharedId]
  }));
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

function describeMerge(rule: RuleId, { key, name, other_name }: Row, lang: Lang): string {
  const words: Record<string, Row[string] | undefined> = { key, name: name ?? other_name, other: other_name ?? name };
  const { number, reason } = RULES[rule];
  const text = reason[lang].replace(/\{(\w+)\}/g, (_, word: string) => String(words[word] ?? ""));
  return `${lang === "vi" ? "luật" : "rule"} ${number}: ${text}`;
}
