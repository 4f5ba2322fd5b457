import type { Bilingual, Lang, Pair } from "./lang.js";

/**
 * The words of one subject: every text under its id, in both languages side by side. Texts that belong
 * together may be a dictionary within it. Written `{…} as const satisfies Dictionary`, so that ids and the
 * names in braces are known to the type check.
 */
export interface Dictionary {
  readonly [id: string]: Pair | Dictionary;
}

/** A dictionary in one language: the same ids, each with its text. */
export type Spoken<D extends Dictionary> = {
  readonly [Id in keyof D]: D[Id] extends Pair ? D[Id][0 | 1] : D[Id] extends Dictionary ? Spoken<D[Id]> : never;
};

/** The names in braces of a text: `"{used} of {all}"` → `"used" | "all"`; any name where the text isn't known. */
export type Names<Text extends string> = string extends Text
  ? string
  : Text extends `${string}{${infer Name}}${infer Rest}`
    ? Name | Names<Rest>
    : never;

/** The values of a text, one for each name in it: nothing for a text without names. */
type Values<Text extends string, Value> = [Names<Text>] extends [never]
  ? []
  : string extends Names<Text>
    ? [values?: Readonly<Record<string, Value>>]
    : [values: { readonly [Name in Names<Text>]: Value }];

const NAME = /\{(\w+)\}/g;

/** The texts of a dictionary in one language. */
export function speak<D extends Dictionary>(dictionary: D, lang: Lang): Spoken<D> {
  const texts = Object.entries(dictionary).map(([id, entry]) => [
    id,
    isPair(entry) ? entry[lang === "vi" ? 0 : 1] : speak(entry, lang)
  ]);
  return Object.fromEntries(texts) as Spoken<D>;
}

/** A text with its `{names}` filled in. A name without a value, or a value without a name, is an error. */
export function fill<Text extends string>(text: Text, ...values: Values<Text, string | number>): string {
  const given: Readonly<Record<string, string | number>> = values[0] ?? {};
  const left = new Set(Object.keys(given));
  const filled = text.replace(NAME, (_, name: string) => {
    if (!Object.hasOwn(given, name)) throw new Error(`no value for {${name}} in: ${text}`);
    left.delete(name);
    return String(given[name]);
  });
  if (left.size > 0) throw new Error(`no {${[...left].join("}, {")}} in: ${text}`);
  return filled;
}

/** A text filled from what is known, of which it takes what it names. A name that isn't known is an error. */
export function fillFrom(text: string, known: Readonly<Record<string, string | number>>): string {
  const names = namesIn(text);
  return fill(text, Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name))));
}

/** The names in braces of a text, in their order. */
export function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)].map(([, name = ""]) => name);
}

/** A pair as a text of both languages, filled in; a value that has two languages itself is told in each. */
export function bilingual<const P extends Pair>(
  [vi, en]: P,
  ...values: Values<P[0 | 1], string | number | Bilingual>
): Bilingual {
  const given = Object.entries<string | number | Bilingual>(values[0] ?? {});
  const told = (lang: Lang) =>
    Object.fromEntries(given.map(([name, value]) => [name, typeof value === "object" ? value[lang] : value]));
  return { vi: fill<string>(vi, told("vi")), en: fill<string>(en, told("en")) };
}

function isPair(entry: Pair | Dictionary): entry is Pair {
  return Array.isArray(entry);
}
