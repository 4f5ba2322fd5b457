import type { Dialect } from "../engine/dialect.js";

/** Ways of addressing somebody, before the name. */
const HONORIFICS = new Set("anh chi em co chu bac ong ba thay mr mrs ms miss mister madam dr sir khach".split(" "));

/** What is written where no name is known. */
const NOBODY = new Set([
  "khach le",
  "khach hang",
  "khach vang lai",
  "khach",
  "vang lai",
  "khong ten",
  "khong co ten",
  "walk in",
  "walk in customer",
  "guest",
  "customer",
  "unknown",
  "no name",
  "noname",
  "none",
  "null",
  "n a",
  "na",
  "test"
]);

/** How two names stand to each other: the same words, one a part of the other, one or both absent, or two people's. */
export type Likeness = "same" | "part" | "absent" | "other";

/** A name's words without accents and case, sorted, each once; none where the text names nobody. */
export type Name = readonly string[];

/** A name folded in SQL: lower case, no accents, only letters and single blanks; null where letters are hidden or none are left. */
export function nameSql(d: Dialect, text: string): string {
  const bare = d.replaceAll(d.replaceAll(d.fold(text), "[(][^)]*[)]", " "), "[^\\p{L}*]+", " ");
  return `NULLIF(trim(CASE WHEN ${text} LIKE '%*%' THEN '' ELSE ${bare} END), '')`;
}

/** Parses a name folded by `nameSql`. `Chị Nguyễn Thị Lan` and `LAN NGUYEN THI` give the same words. */
export function parseName(folded: string): Name {
  if (NOBODY.has(folded)) return [];
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
