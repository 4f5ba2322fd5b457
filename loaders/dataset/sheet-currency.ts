import type { Column } from "../definitions/columns.js";
import { CURRENCY_PATTERN, type Currency, currencyOf, signOf } from "../engine/currencies.js";
import type { ColumnProfiles } from "./column-profiles.js";
import type { ColumnMap } from "./source.js";

/** In which currency the money of a sheet is, as far as the sheet says. */
export interface SheetCurrency {
  /** The one that a heading of money names: `Amount (USD)`. */
  heading: Currency | undefined;
  /** Whether cells of money carry signs. */
  signed: boolean;
  /** Whether all that are named have no small coin; undefined where none is named. */
  whole: boolean | undefined;
}

const IN_HEADING = new RegExp(`(?:^|[\\s(\\[_/,-])(${CURRENCY_PATTERN})(?:$|[\\s)\\]_/,-])`, "iu");

/** What column, headings and cells say of a sheet's currency. */
export function findCurrency(
  columns: ColumnMap,
  canonical: readonly Column[],
  profiles: ColumnProfiles,
  constant: string | undefined
): SheetCurrency {
  const money = canonical.flatMap((c) => (c.kind === "money" && columns[c.id]) || []);
  const named = (columns.currency === undefined ? [] : profiles.cells(columns.currency)).concat(constant ?? []);
  const headings = money.flatMap((heading) => currencyOf(IN_HEADING.exec(heading)?.[1] ?? "") ?? []);
  const signs = money.flatMap((heading) => profiles.cells(heading).flatMap((cell) => signOf(cell) ?? []));
  const said = named.length > 0 ? named.flatMap((cell) => currencyOf(cell) ?? []) : [...headings, ...signs];
  return {
    heading: headings[0],
    signed: signs.length > 0,
    whole: said.length === 0 ? undefined : said.every(({ decimals }) => decimals === 0)
  };
}
