import { foldAccents } from "../../src/terms/fold-heading.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import type { Imported } from "./imported.js";
import { problemText } from "./problems.js";

const SIGNS = new Map([
  ["d", "VND"],
  ["₫", "VND"],
  ["dong", "VND"],
  ["$", "USD"],
  ["us$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"]
]);

/** `vnd`, `VNĐ`, `₫` → `VND`; a word that is no currency stays itself. */
export function currencyCode(written: string): string {
  const folded = foldAccents(written);
  return SIGNS.get(folded) ?? folded.toUpperCase();
}

/**
 * The currency of the orders: the one set, where a row has it, else the one most rows have; undefined where no file
 * says. Rows of any other get a problem and lose their amount: money of two currencies is never added up.
 */
export async function markCurrencies(
  engine: Engine,
  imported: readonly Imported[],
  wanted: string | undefined
): Promise<string | undefined> {
  const files = imported.filter((one) => one.source.table === "orders" && one.columns.includes("currency"));
  const found = await Promise.all(
    files.map(async ({ table }) => {
      const rows = await engine.rows(sql`
        SELECT currency, count(*) AS n
        FROM ${table}
        WHERE currency IS NOT NULL
        GROUP BY currency
      `);
      return rows.map((r) => ({
        written: String(r.currency),
        code: currencyCode(String(r.currency)),
        rows: Number(r.n)
      }));
    })
  );
  const counts = new Map<string, number>();
  for (const { code, rows } of found.flat()) counts.set(code, (counts.get(code) ?? 0) + rows);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const main = wanted !== undefined && counts.has(wanted) ? wanted : ranked[0]?.[0];
  for (const [i, { table }] of files.entries()) {
    const others = (found[i] ?? []).filter(({ code }) => code !== main).map(({ written }) => literal(written));
    if (others.length > 0)
      await engine.run(sql`
        UPDATE ${table}
        SET
          amount = NULL,
          problems = COALESCE(problems, ${problemText("currency", "other-currency", "currency")})
        WHERE currency IN (${others.join(", ")})
      `);
  }
  return main !== undefined && /^[A-Z]{3}$/.test(main) ? main : undefined;
}
