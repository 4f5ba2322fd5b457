import { type Beginning, type Spellings, spellingsOf } from "../dataset/words.js";
import type { Column } from "../definitions/columns.js";
import { type Dialect, literal } from "../engine/dialect.js";
import { sql } from "../engine/sql.js";

/**
 * The canonical word for a cell: at once where it is written so, then by the file's own spellings, then by the general
 * ones, at last by its first words; null where it can't be told. The same as `findWord`, in SQL.
 */
export function parseWord(d: Dialect, column: Column, text: string, own: Readonly<Record<string, string>>): string {
  const words = Object.keys(column.words ?? {});
  const spellings = spellingsOf(column, own);
  const { whole } = spellings;
  const mine = Object.entries(own).filter(([spelling]) => !spelling.trimEnd().endsWith("*"));
  const cases = [...whole].map(([spelling, word]) => `WHEN ${literal(spelling)} THEN ${literal(word)}`);
  const first = byBeginning(d, spellings, text);
  if (first) cases.push(`ELSE ${first}`);
  const written = words.filter((word) => whole.get(word) === word || !whole.has(word)).map(literal);
  const whens = mine.map(([spelling, word]) => `WHEN ${text} = ${literal(spelling)} THEN ${literal(word)}`);
  if (written.length > 0) whens.unshift(`WHEN ${text} IN (${written.join(", ")}) THEN ${text}`);
  const rest = cases.length > 0 ? caseOf(d.replaceAll(d.fold(text), "[^a-z0-9]", ""), cases) : "NULL";
  return whens.length > 0 ? caseOf("", [...whens, `ELSE ${rest}`]) : rest;
}

/** True where a cell is one of the spellings, whole or by its first words. */
export function isOneOf(d: Dialect, text: string, spellings: readonly string[]): string {
  const { whole, beginnings } = spellingsOf({ words: { yes: spellings }, doubt: {} });
  const list = [...whole.keys()].map(literal).join(", ");
  const first = `^(${beginnings.map(({ text: words }) => words).join("|")}) `;
  return `(${d.replaceAll(d.fold(text), "[^a-z0-9]", "")} IN (${list}) OR ${d.matches(plain(d, text), first)})`;
}

/** The first words of a cell that mean something, unless what follows speaks against it; undefined without any. */
function byBeginning(d: Dialect, { rules, beginnings, doubt }: Spellings, text: string): string | undefined {
  if (rules.length === 0 && beginnings.length === 0) return undefined;
  const words = plain(d, text);
  const sure = rules.map(
    ({ text: first, word }) => `WHEN ${words} LIKE ${literal(`${first} %`)} THEN ${literal(word)}`
  );
  const pattern = `^(${beginnings.map((b) => b.text).join("|")}) `;
  const found = d.replaceAll(words, `${pattern}.*$`, "\\1");
  const rest = d.replaceAll(words, pattern, " ");
  const general = [...groupByWord(beginnings)].map(([word, texts]) => {
    const against = doubt[word] ?? [];
    const doubtful = against.length > 0 ? ` AND NOT ${d.matches(rest, ` (${against.join("|")})`)}` : "";
    return `WHEN ${found} IN (${texts.map(literal).join(", ")})${doubtful} THEN ${literal(word)}`;
  });
  return caseOf("", [...sure, ...general]);
}

/** A cell as words without accents and signs, a blank after each. */
function plain(d: Dialect, text: string): string {
  return `(trim(${d.replaceAll(d.fold(text), "[^a-z0-9]+", " ")}) || ' ')`;
}

function groupByWord(beginnings: readonly Beginning[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { text, word } of beginnings) groups.set(word, [...(groups.get(word) ?? []), text]);
  return groups;
}

function caseOf(value: string, branches: readonly string[]): string {
  return sql`
    CASE ${value}
      ${branches.join("\n")}
    END
  `;
}
