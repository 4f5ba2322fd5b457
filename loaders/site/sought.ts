import { WORD } from "./published-text.js";

/** What an identifier is looked for with. */
export interface Sought {
  pattern: RegExp;
  /** Its words, where our own texts may hold them, too; a phone or a number is never ours. */
  words?: readonly string[];
}

/** Shorter ids are too common to mean anybody. */
const SHORTEST = 5;

/** Signs that people part the digits of a phone by. */
const APART = "[ .()/_\\u00a0\\u2010-\\u2015-]{0,2}";

/** A digit run that is part of a formatted number (1.234.567, 12,5 %) names nobody. */
const ALONE = ["(?<![\\p{L}\\p{N}_])(?<!\\d[.,])", "(?![\\p{L}\\p{N}_])(?![.,]\\d)(?!\\s?(?:%|₫|đ\\b|vnd))"] as const;
const NUMBER = new RegExp(`${ALONE[0]}\\d{5,}${ALONE[1]}`, "gu");
const PHONE = new RegExp(`\\+?\\d(?:${APART}\\d){8,14}`, "gu");

/** Letters that files put before a phone: `p:`, `tel:`, an apostrophe. */
const MARK = /^(?:(?:p|tel|phone|sđt|đt)\s*[:.]\s*|')/u;

/** Looks identifiers up in texts: gives what to find one with, if the words of the texts leave it possible. */
export function seek(texts: readonly string[]): (identifier: string) => Sought | undefined {
  const words = new Set<string>();
  const pairs = new Set<string>();
  const phones = new Set<string>();
  for (const text of texts) {
    let last = "";
    for (const [word] of text.matchAll(WORD)) {
      if (!/^\d+$/.test(word)) words.add(word);
      pairs.add(`${last} ${word}`);
      last = word;
    }
    for (const [number] of text.matchAll(NUMBER)) words.add(number);
    for (const [phone] of text.matchAll(PHONE)) phones.add(subscriber(phone));
  }
  return (identifier) => {
    const phone = maybePhone(identifier);
    if (phone !== undefined && phones.has(phone))
      return { pattern: new RegExp(`(?<!\\d)(?:(?:\\+|00)?84|0)?${APART}${[...phone].join(APART)}(?!\\d)`, "gu") };
    const parts = identifier.match(WORD) ?? [];
    if (parts.length === 0 || parts.some((part, i) => i > 0 && !pairs.has(`${parts[i - 1]} ${part}`))) return undefined;
    if (/^[\d\s\p{P}\p{S}]+$/u.test(identifier)) return maybeNumber(parts, words);
    const [word = ""] = parts;
    // A single word of letters is a first name or a nickname, which other words of a page may well equal.
    if (parts.length === 1 && (word.length < SHORTEST || !/[\p{N}_]/u.test(word) || !words.has(word))) return undefined;
    const written = parts.join("[^\\p{L}\\p{N}_]{1,3}");
    return { pattern: new RegExp(`(?<![\\p{L}\\p{N}_])${written}(?![\\p{L}\\p{M}\\p{N}_])`, "gu"), words: parts };
  };
}

function maybeNumber(parts: readonly string[], words: ReadonlySet<string>): Sought | undefined {
  const [first = ""] = parts;
  if (parts.join("").length < SHORTEST || (parts.length === 1 && !words.has(first))) return undefined;
  return { pattern: new RegExp(`${ALONE[0]}${parts.join("[^\\p{L}\\p{N}]{1,3}")}${ALONE[1]}`, "gu") };
}

/** The digits of a phone behind its country's or trunk prefix; undefined where a text is no phone. */
function maybePhone(identifier: string): string | undefined {
  const bare = identifier.replace(MARK, "");
  if (!/^[+\d\s().,/_\u2010-\u2015-]+$/u.test(bare) || !/^(\+|0|84|[35789]\d{8}$)/.test(bare.replace(/^\(/, "")))
    return undefined;
  const digits = subscriber(bare);
  return digits.length >= 8 ? digits : undefined;
}

/** A phone without its country or trunk prefix, digits only. */
function subscriber(phone: string): string {
  return phone.replace(/\D/g, "").replace(/^(?:0084|84|0)0?/, "");
}
