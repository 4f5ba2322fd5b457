import { describe, expect, test } from "vitest";
import { codeLines, occurrences, sourceFiles } from "../support/sources.js";

/** A letter that is Vietnamese, among those of Latin scripts that computers of the shop know. */
const VIETNAMESE = /[àáâãèéêìíòóôõùúýăđĩũơư\u1ea0-\u1ef9]/i;

/** Where words for people stand. Definitions are words, too; numbers need theirs on the ground floor. */
const WORDS = /^(src\/words\/|loaders\/definitions\/|src\/terms\/units\.ts$)/;

/** What reads Vietnamese out of data or makes data up, and says none of it. */
const READERS: Record<string, string> = {
  "loaders/commands/tables.ts": "for a made-up shop with every column",
  "loaders/dataset/column-profile.ts": "money, and several phones in a cell",
  "loaders/dataset/dates.ts": "months by name",
  "loaders/dataset/vietnamese.ts": "letters that only Vietnamese has",
  "loaders/engine/currencies.ts": "currency beside an amount",
  "loaders/engine/duckdb-days.ts": "letters folded by the database",
  "loaders/engine/duckdb-dialect.ts": "letters folded by the database",
  "loaders/files/cell.ts": "currency, and words for nothing",
  "loaders/files/encoding.ts": "letters that tell one encoding from another",
  "loaders/files/tail.ts": "footers",
  "loaders/files/total-words.ts": "totals",
  "loaders/people/phone.ts": "extensions, and several phones in a cell",
  "loaders/people/places/cities.ts": "names of places as addresses have them",
  "loaders/people/places/provinces.ts": "names of places as addresses have them",
  "loaders/site/sought.ts": "the sign of the đồng behind a number, and words before a phone",
  "loaders/tables/import.ts": "letters that only Vietnamese has",
  "src/terms/fold.ts": "letters folded for search",
  "src/terms/fold-heading.ts": "letters folded to compare headings"
};

const files = [...sourceFiles("loaders"), ...sourceFiles("src"), "observablehq.config.ts"];

describe("code", () => {
  test("says nothing in Vietnamese but through `src/words` and the definitions", () => {
    const code = files.filter((file) => !WORDS.test(file) && !(file in READERS));
    expect(code.length).toBeGreaterThan(200);
    expect(occurrences(code, VIETNAMESE)).toEqual([]);
  });

  test.each(Object.entries(READERS))("%s reads %s", (file) => {
    expect(codeLines(file).some((line) => VIETNAMESE.test(line))).toBe(true);
  });
});
