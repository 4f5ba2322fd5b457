import type { SourceFile } from "../dataset/source.js";
import type { Settings } from "../definitions/settings.js";
import { currencyOf } from "../engine/currencies.js";
import { COUNTRIES } from "./countries.js";
import { findCountry, resolveCountry } from "./country.js";

/** Where a firm is at home, and what says so. */
export interface Home {
  /** Code of the country, or its name as written; undefined where nothing says. */
  country: string | undefined;
  by: "settings" | "countries" | "words" | "phones" | "currency" | undefined;
}

const MOST = 0.5;

/**
 * The country of a firm: as set, else the one that most rows with a country name, else Vietnam where headings, words
 * or phones are Vietnamese, else that of most phones with a country's code, else that of a currency that no other
 * country has.
 */
export function findHome(
  files: readonly Pick<SourceFile, "table" | "columns" | "constants" | "sheet" | "vietnamese" | "currency">[],
  { homeCountry }: Pick<Settings, "homeCountry">
): Home {
  if (homeCountry) return { country: resolveCountry(homeCountry), by: "settings" };
  const shops = files.filter(({ table }) => table === "orders" || table === "customers");
  const cells = (id: string) => shops.flatMap((file) => cellsOf(file, id));
  const countries = most(cells("country").map(resolveCountry));
  if (countries) return { country: countries, by: "countries" };
  if (shops.some(({ vietnamese }) => vietnamese)) return { country: "VN", by: "words" };
  const phones = cells("phone").filter((cell) => /^\+\d/.test(cell));
  const called = phones.flatMap(
    (phone) => COUNTRIES.find(({ calling }) => calling && phone.startsWith(`+${calling}`))?.code ?? []
  );
  const calling = most(called);
  if (calling && called.filter((code) => code === calling).length > phones.length * MOST)
    return { country: calling, by: "phones" };
  const currencies = new Set(
    [...cells("currency"), ...shops.flatMap(({ constants, currency }) => constants.currency ?? currency ?? [])].flatMap(
      (word) => currencyOf(word)?.code ?? []
    )
  );
  const [currency] = currencies;
  const using = currencies.size === 1 ? COUNTRIES.filter((country) => country.currency === currency) : [];
  const [only] = using;
  return only && using.length === 1 ? { country: only.code, by: "currency" } : { country: undefined, by: undefined };
}

/** The zone of a country's clocks; undefined where it has several, or isn't known. */
export function zoneOfCountry(country: string | undefined): string | undefined {
  return country === undefined ? undefined : findCountry(country)?.zone;
}

function cellsOf(
  { sheet, columns, constants }: Pick<SourceFile, "sheet" | "columns" | "constants">,
  id: string
): string[] {
  const place = sheet.headings.indexOf(columns[id] ?? "");
  const cells = place < 0 ? [] : sheet.sample.flatMap((row) => row[place]?.trim() || []);
  return cells.concat(constants[id] ?? []);
}

/** The commonest; of several the first by name. */
function most(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}
