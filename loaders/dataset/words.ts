import { fold, foldAccents } from "../../src/terms/fold-heading.js";
import type { Column } from "../definitions/columns.js";

/** Letters of a single word that means something whatever follows it. */
const LONG = 6;

/** What a column understands: spellings as they are compared, each with its word. */
export interface Spellings {
  /** Folded spelling → word. */
  whole: ReadonlyMap<string, string>;
  /** The first words of a cell that a person or a layout wrote as `… *`, the longest first: they need no more. */
  rules: readonly Beginning[];
  /** The first words of a cell that general spellings are, the longest first; none where a column is compared whole. */
  beginnings: readonly Beginning[];
  /** Word → first letters of what, further on in a cell, makes a beginning doubtful. */
  doubt: Readonly<Record<string, readonly string[]>>;
}

export interface Beginning {
  /** Without accents and signs, a blank between words. */
  text: string;
  word: string;
}

/** The spellings of a column; those given come before its own. */
export function spellingsOf(
  column: Pick<Column, "words" | "doubt">,
  given: Readonly<Record<string, string>> = {}
): Spellings {
  const general = Object.entries(column.words ?? {}).flatMap(([word, more]) =>
    [word, ...more].map((spelling): [string, string] => [spelling, word])
  );
  const rules = new Map<string, string>();
  const whole = new Map<string, string>();
  const begins = new Map<string, string>();
  for (const [spelling, word] of [...Object.entries(given), ...general]) {
    const text = plainWords(spelling);
    if (spelling.trimEnd().endsWith("*")) addFirst(rules, text, word);
    else {
      addFirst(whole, fold(spelling), word);
      if (column.doubt && opens(text)) addFirst(begins, text, word);
    }
  }
  const doubt = Object.entries(column.doubt ?? {}).map(([word, list]) => [word, list.map(plainWords)]);
  return { whole, rules: byLength(rules), beginnings: byLength(begins), doubt: Object.fromEntries(doubt) };
}

/** The word that a cell means; undefined where it can't be told. */
export function findWord({ whole, rules, beginnings, doubt }: Spellings, cell: string): string | undefined {
  const exact = whole.get(fold(cell));
  if (exact !== undefined) return exact;
  const text = `${plainWords(cell)} `;
  const begins = ({ text: first }: Beginning) => text.startsWith(`${first} `);
  const rule = rules.find(begins);
  if (rule) return rule.word;
  const found = beginnings.find(begins);
  if (!found) return undefined;
  const rest = text.slice(found.text.length);
  return doubt[found.word]?.some((doubtful) => rest.includes(` ${doubtful}`)) ? undefined : found.word;
}

/** A text as words without accents and signs: `Đã giao (GHN)` → `da giao ghn`. */
export function plainWords(text: string): string {
  return foldAccents(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** One short word opens too many others: `hoàn` both `hoàn tất` and `hoàn hàng`. */
function opens(text: string): boolean {
  return text.includes(" ") || text.length >= LONG;
}

function addFirst(map: Map<string, string>, key: string, word: string): void {
  if (key !== "" && !map.has(key)) map.set(key, word);
}

function byLength(map: ReadonlyMap<string, string>): Beginning[] {
  return [...map].map(([text, word]) => ({ text, word })).sort((a, b) => b.text.length - a.text.length);
}
