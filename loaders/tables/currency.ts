import { foldAccents } from "../../src/terms/fold-heading.js";
import { currencyOf } from "../engine/currencies.js";
import { literal } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { findCountry } from "./country.js";
import type { Imported } from "./imported.js";
import { problemText } from "./problems.js";

/** `vnd`, `VNĐ`, `₫` → `VND`; a word that is no currency stays itself. */
export function currencyCode(written: string): string {
  const folded = foldAccents(written);
  return (currencyOf(written) ?? currencyOf(folded))?.code ?? (folded === "d" ? "VND" : folded.toUpperCase());
}

/**
 * The currency of the orders: the one set, where a row has it, else the one most rows have, of two the home's;
 * undefined where no file says. A bare `$` is the home's own dollar. Rows of any other get a problem and lose their amount: money of two currencies is never added up.
 */
export async function markCurrencies(
  engine: Engine,
  imported: readonly Imported[],
  wanted: string | undefined,
  home: string | undefined
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
        code: String(r.currency).trim() === "$" ? dollarOf(home) : currencyCode(String(r.currency)),
        rows: Number(r.n)
      }));
    })
  );
  const counts = new Map<string, number>();
  for (const { code, rows } of found.flat()) counts.set(code, (counts.get(code) ?? 0) + rows);
  const own = home === undefined ? undefined : findCountry(home)?.currency;
  const ranked = [...counts].sort(
    ([a, m], [b, n]) => n - m || Number(b === own) - Number(a === own) || (a < b ? -1 : 1)
  );
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

/** The dollar of a country that has one of its own; the United States' elsewhere. */
function dollarOf(home: string | undefined): string {
  const own = home === undefined ? undefined : findCountry(home)?.currency;
  return own !== undefined && currencyOf(own)?.signs.some((sign) => sign.endsWith("$")) ? own : "USD";
}
