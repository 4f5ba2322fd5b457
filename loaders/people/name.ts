import type { Dialect } from "../engine/dialect.js";

/** Ways of addressing somebody, before the name. */
const HONORIFICS = new Set("anh chi em co chu bac ong ba thay mr mrs ms miss mister madam dr sir khach".split(" "));

/** How two names stand to each other: the same words, one a part of the other, one or both absent, or two people's. */
export type Likeness = "same" | "part" | "absent" | "other";

/** A name's words without accents and case, sorted, each once; none where the text is empty. */
export type Name = readonly string[];

/** A name folded in SQL: lower case, no accents, only letters and single blanks; null where letters are hidden or none are left. */
export function nameSql(d: Dialect, text: string): string {
  const bare = d.replaceAll(d.replaceAll(d.fold(text), "[(][^)]*[)]", " "), "[^\\p{L}*]+", " ");
  return `NULLIF(trim(CASE WHEN ${text} LIKE '%*%' THEN '' ELSE ${bare} END), '')`;
}

/** Parses a name folded by `nameSql`. `Chị Nguyễn Thị Lan` and `LAN NGUYEN THI` give the same words. */
export function parseName(folded: string): Name {
  const words = folded.split(" ").filter(Boolean);
  while (words.length > 1 && HONORIFICS.has(words[0] ?? "")) words.shift();
  return [...new Set(words)].sort();
}

export function compareNames(a: Name, b: Name): Likeness {
  if (a.length === 0 || b.length === 0) return "absent";
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.some((word) => !long.includes(word))) return "other";
  return short.length === long.length ? "same" : "part";
}
