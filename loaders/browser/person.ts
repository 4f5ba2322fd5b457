import { foldAccents } from "../../src/terms/fold-heading.js";
import { formats } from "../../src/terms/format.js";
import type { Bilingual } from "../../src/terms/lang.js";
import { RESTS } from "../definitions/scheme.js";
import { literal } from "../engine/dialect.js";
import type { Row, Value } from "../engine/engine.js";
import { FEATURES_QUERY } from "../publish/headless-texts.js";
import { describeReason, describeValue } from "../segments/describe-reason.js";
import type { Reason } from "../segments/reason.js";
import { readReasons } from "../segments/reasons.js";
import type { Study } from "../study.js";
import type { Person } from "./protocol.js";

const MOST = 20;

/** People by id, phone, e-mail or part of a name, accents or none: exact finds first, then by id. */
export async function findPeople(study: Study, words: string): Promise<Person[]> {
  const { engine } = study;
  const d = engine.dialect;
  const asked = words.normalize("NFC").trim();
  if (asked === "") return [];
  // Signs that stand for others in LIKE are none that a name has.
  const part = foldAccents(asked).replace(/[%_]/g, "");
  const digits = asked.replace(/\D/g, "").replace(/^0|^84/, "");
  const conditions = [
    `p.customer_id = ${literal(asked)}`,
    `lower(c.email) = ${literal(asked.toLowerCase())}`,
    ...(digits.length >= 8 ? [`c.phone LIKE ${literal(`%${digits}`)}`] : []),
    ...(part.length >= 2 ? [`${d.fold("c.name")} LIKE ${literal(`%${part}%`)}`] : []),
    `p.customer_id IN (SELECT person_id FROM merges WHERE id = ${literal(asked)})`
  ];
  const rows = await engine.rows(
    `SELECT p.customer_id, c.name, c.phone, c.email FROM people AS p LEFT JOIN customers AS c ON p.customer_id = c.customer_id WHERE ${conditions.join(" OR ")} ORDER BY CASE WHEN p.customer_id = ${literal(asked)} THEN 0 ELSE 1 END, p.customer_id LIMIT ${MOST}`
  );
  if (rows.length === 0) return [];
  const ids = rows.map((row) => literal(String(row.customer_id))).join(", ");
  const about = (query: string) =>
    engine.rows(`SELECT * FROM (${query}) AS about WHERE customer_id IN (${ids})`).then(groupById);
  const reasons = await readReasons(engine, study, [`p.customer_id IN (${ids})`]);
  const features = await about(FEATURES_QUERY);
  const others = groupById(
    await engine.rows(`SELECT person_id AS customer_id, id FROM merges WHERE person_id IN (${ids}) ORDER BY id`)
  );
  return rows.map((row) => {
    const id = String(row.customer_id);
    return describe(study, row, reasons.get(id) ?? new Map(), features.get(id)?.[0] ?? {}, others.get(id) ?? []);
  });
}

function describe(study: Study, row: Row, reasons: ReadonlyMap<string, Reason>, features: Row, others: Row[]): Person {
  const { definitions, firm } = study;
  const id = String(row.customer_id);
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  const [vi, en] = [formats("vi", firm.currency), formats("en", firm.currency)];
  const own = (feature: string, value: Value): Bilingual => {
    const plain = typeof value === "boolean" ? Number(value) : value;
    return { vi: describeValue(definitions, feature, plain, vi), en: describeValue(definitions, feature, plain, en) };
  };
  return {
    id,
    name: text(row.name),
    phone: text(row.phone),
    email: text(row.email),
    otherIds: [...new Set(others.map((other) => String(other.id)))].filter((other) => other !== id),
    memberships: study.schemes.flatMap((scheme) => {
      const reason = reasons.get(scheme.id);
      const group = [...scheme.groups, ...RESTS].find((g) => g.id === reason?.group);
      if (!reason || !group) return [];
      const words = { vi: describeReason(reason, definitions, vi), en: describeReason(reason, definitions, en) };
      return [
        { scheme: scheme.id, schemeLabel: scheme.label, group: group.id, groupLabel: group.label, reason, words }
      ];
    }),
    states: definitions.states.map((state) => ({
      id: state.id,
      label: state.label,
      date: text(features[`${state.id.replaceAll("-", "_")}_date`])
    })),
    features: [...definitions.features.values()]
      .filter((feature) => feature.id in features)
      .map(({ id: feature, label, unit }) => ({
        id: feature,
        label,
        unit,
        value: features[feature] ?? null,
        text: own(feature, features[feature] ?? null)
      }))
  };
}

function groupById(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = String(row.customer_id);
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return groups;
}
