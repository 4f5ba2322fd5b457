import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "../store/files.js";
import { inProject } from "../store/project.js";
import { normaliseText, WORD } from "./published-text.js";

/** Words before and after a hit; undefined at the end of a text. */
export interface Around {
  before: string | undefined;
  after: string | undefined;
}

/** The texts that come with the product, word by word, asked whether some words are only theirs. */
export interface OwnTexts {
  /** Whether words stand in one of our texts between the same neighbours, or where one of our texts begins or ends. */
  hold(words: readonly string[], around: Around): boolean;
}

/** Where the product's texts are written down. */
const FOLDERS = [
  ["loaders", "definitions"],
  ["src", "words"],
  ["src", "pages"],
  ["src", "frame"],
  ["src", "sections"],
  ["src", "charts"],
  ["src", "controls"],
  ["src", "upload"],
  ["src", "terms"]
];
const TEXTS = /\.(yaml|md|ts)$/;

/** Places for data, quotes and keys: no sentence of ours runs across one, and anything may stand there. */
const ENDS = /\$\{[^}]*\}|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{\w+\}|["`“”]|(?<=^|[\n{,-]\s*)[a-z][\w-]*:(?=\s)/gu;
const END = "\u0000";
const TAG = new RegExp(`<[^<>\\n${END}]*>`, "g");
/** A line may end a text, or go on. */
const LINE = "\u0001";

/** Reads the texts of the product as it is installed. */
export async function readOwnTexts(): Promise<OwnTexts> {
  const texts: string[] = [];
  for (const folder of FOLDERS) {
    const path = inProject(...folder);
    for (const file of (await listFiles(path)).filter((name) => TEXTS.test(name)))
      texts.push(await readFile(join(path, file), "utf8"));
  }
  return holdTexts(texts);
}

/** The same of texts that are at hand. */
export function holdTexts(texts: readonly string[]): OwnTexts {
  const words: string[] = [];
  /** What stands before each word: nothing, a line's end or a text's. */
  const gaps: (typeof END | typeof LINE | "")[] = [];
  const places = new Map<string, number[]>();
  for (const text of texts) {
    let last = 0;
    let first = true;
    const marked = normaliseText(text)
      .replace(/^\s*(\d+\.|[#*-]+)\s/gm, "\n")
      .replace(ENDS, END)
      .replace(TAG, " ")
      .replace(/\n/g, LINE);
    for (const match of marked.matchAll(WORD)) {
      const [word] = match;
      const between = marked.slice(last, match.index);
      const at = words.push(word) - 1;
      gaps.push(first || between.includes(END) ? END : between.includes(LINE) ? LINE : "");
      const known = places.get(word);
      if (known) known.push(at);
      else places.set(word, [at]);
      last = match.index + word.length;
      first = false;
    }
  }
  return {
    hold(sought, { before, after }) {
      return (places.get(sought[0] ?? "") ?? []).some((at) => {
        if (sought.some((word, i) => words[at + i] !== word || (i > 0 && gaps[at + i] === END))) return false;
        const next = at + sought.length;
        const begins = gaps[at] !== "" || words[at - 1] === before;
        return begins && ((gaps[next] ?? END) !== "" || words[next] === after);
      });
    }
  };
}
