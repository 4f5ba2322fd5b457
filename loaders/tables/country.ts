import { fold } from "../../src/terms/fold-heading.js";
import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { COUNTRY_NAMES } from "../../src/words/countries.js";
import { COUNTRIES, type Country } from "./countries.js";

const BY_WORD = new Map(
  COUNTRIES.flatMap((country) =>
    [country.code, ...COUNTRY_NAMES[country.code], ...country.spellings].map((word) => [fold(word), country])
  )
);

/** The code of a country under any of its names, `VN` for Vietnam; a country that isn't known as written. */
export function resolveCountry(word: string): string {
  return findCountry(word)?.code ?? word;
}

/** The country of a code or name; undefined where it isn't known. */
export function findCountry(word: string): Country | undefined {
  const folded = fold(word);
  return folded === "" ? undefined : BY_WORD.get(folded);
}

/** What people call a country that a code or a file's own word stands for. */
export function nameCountry(word: string): Bilingual {
  const country = findCountry(word);
  return country ? bilingual(COUNTRY_NAMES[country.code]) : { vi: word, en: word };
}
