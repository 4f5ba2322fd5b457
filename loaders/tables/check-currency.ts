import type { SourceFile } from "../dataset/source.js";
import type { Settings } from "../definitions/settings.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { IssuesError } from "../issues/issue.js";
import type { Home } from "./home.js";

/** Below this no shop in Vietnam has its usual price: the smallest notes in use are of some hundred đồng. */
const LEAST = 1000;

/**
 * The currency that files name, else đồng for a firm in Vietnam whose amounts can be in đồng, else undefined. Đồng
 * that files name and amounts rule out are an issue: a thousand times too little is worse than a question.
 */
export async function checkCurrency(
  engine: Engine,
  files: readonly SourceFile[],
  named: string | undefined,
  { currency }: Pick<Settings, "currency">,
  { country }: Home
): Promise<string | undefined> {
  if (currency !== undefined || (named ?? (country === "VN" ? "VND" : undefined)) !== "VND") return named;
  const [row] = await engine.rows(sql`
    SELECT ${engine.dialect.quantile("amount", 0.5)} AS median
    FROM orders_read
    WHERE amount > 0
  `);
  const median = row?.median;
  if (typeof median !== "number" || median >= LEAST) return "VND";
  if (named === undefined) return undefined;
  throw new IssuesError(
    files.flatMap(({ table, file, columns }) =>
      table === "orders"
        ? [
            {
              code: "implausible-currency",
              file,
              column: columns.amount,
              got: String(median),
              detail: { least: String(LEAST) }
            }
          ]
        : []
    )
  );
}
