import { foldAccents } from "../../src/terms/fold-heading.js";
import type { Nobody } from "../definitions/nobody.js";
import { type Dialect, literal } from "../engine/dialect.js";
import { any, sql } from "../engine/sql.js";

/** Everything but letters of any script and digits. */
const SIGNS = "[^\\p{L}\\p{M}\\p{N}]+";
const SIGNS_AND_DIGITS = "[^\\p{L}\\p{M}]+";
const NOTES = "[(\\[][^)\\]]*[)\\]]";

/** A walk-in may be counted: `Khách lẻ 12`. A generic word with a number is a code: `customer 12`. */
type Kind = "any" | "walk-in";

/** Whether a text, as it stands in a cell for an id, a phone or an e-mail, names nobody. */
export function namesNobodySql(d: Dialect, text: string, nobody: Nobody): string {
  const bare = bareSql(d, text, SIGNS);
  return except(
    text,
    nobody,
    any([
      markedEmpty(d, text, nobody),
      inList(bare, wordsOf(nobody, "any")),
      `(${text} LIKE '% %' AND ${inList(bareSql(d, text, SIGNS_AND_DIGITS), wordsOf(nobody, "walk-in"))})`
    ])
  );
}

/** Whether a name is nobody's, `walk-in`: one that makes its code nobody's. Notes in brackets and numbers don't matter. */
export function nobodysNameSql(d: Dialect, text: string, nobody: Nobody, kind: Kind = "any"): string {
  const bare = bareSql(d, d.replaceAll(text, NOTES, " "), SIGNS_AND_DIGITS);
  const known = inList(bare, wordsOf(nobody, kind));
  return except(text, nobody, kind === "any" ? any([markedEmpty(d, text, nobody), known]) : known);
}

function markedEmpty(d: Dialect, text: string, { values }: Nobody): string {
  const forms = new Set(values.flatMap((value) => [value, value.toLowerCase(), value.toUpperCase()]));
  const bare = bareSql(d, text, SIGNS);
  return any([inList(`trim(${text})`, [...forms]), `${bare} = ''`, d.matches(bare, "^0+$")]);
}

function except(text: string, { persons }: Nobody, condition: string): string {
  const found = sql`
    (
      ${condition}
    )
  `;
  if (persons.length === 0) return found;
  const words = persons.map((word) => word.toLowerCase());
  return `(${found} AND NOT ${inList(`lower(trim(${text}))`, words)})`;
}

/** A text in small letters, with its accents, without what `signs` are. */
function bareSql(d: Dialect, text: string, signs: string): string {
  return d.replaceAll(`lower(${text})`, signs, "");
}

/** Words as `bareSql` leaves them, each word of a phrase with its accents or without. */
function wordsOf({ walkIns, generic }: Nobody, kind: Kind): string[] {
  const phrases = kind === "walk-in" ? walkIns : [...walkIns, ...generic];
  return [...new Set(phrases.flatMap(spellings))];
}

function spellings(phrase: string): string[] {
  const words =
    phrase
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.reduce<string[]>(
    (made, word) => made.flatMap((start) => [...new Set([word, foldAccents(word)])].map((end) => start + end)),
    [""]
  );
}

function inList(value: string, texts: readonly string[]): string {
  return texts.length === 0 ? "FALSE" : `${value} IN (${texts.map(literal).join(", ")})`;
}
