import { csvFormat } from "d3";
import { inert } from "../../src/terms/escape-formula.js";
import { schemeColumn } from "../definitions/scheme.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import type { Study } from "../study.js";

const COLUMNS = ["customer_id", "name", "phone", "email", "consent_zalo", "consent_sms", "consent_email"];

/**
 * People of a group who said yes to at least one channel, as CSV: the phone only of those who may be written to by
 * Zalo or SMS, the e-mail only of those who may be mailed. Who was never asked is not in it. Empty without such a group.
 */
export async function renderList({ engine, schemes }: Study, scheme: string, group: string): Promise<string> {
  const known = schemes.find((s) => s.id === scheme);
  const rows = known ? await agreed(engine, schemeColumn(known.id), group) : [];
  const texts = rows.map((row) =>
    Object.fromEntries(COLUMNS.map((column) => [column, row[column] === null ? "" : inert(String(row[column]))]))
  );
  return `${csvFormat(texts, COLUMNS)}\n`;
}

function agreed(engine: Engine, column: string, group: string) {
  const yes = (...channels: string[]) => channels.map((c) => `COALESCE(c.consent_${c}, 'no') = 'yes'`).join(" OR ");
  return engine.rows(
    `SELECT c.customer_id, c.name, CASE WHEN ${yes("zalo", "sms")} THEN c.phone END AS phone, CASE WHEN ${yes("email")} THEN c.email END AS email, c.consent_zalo, c.consent_sms, c.consent_email FROM membership AS m INNER JOIN people AS p ON m.person = p.person INNER JOIN customers AS c ON p.customer_id = c.customer_id WHERE m.${column} = ${literal(group)} AND (${yes("zalo", "sms", "email")}) ORDER BY c.customer_id`
  );
}
