import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { FORMULA_EXPECTED } from "../../src/words/formula.js";

/** A piece of a formula's text and where it begins. */
export interface Token {
  kind: "number" | "label" | "name" | "text" | "place" | "sign" | "end";
  /** What it says: a text without its quotes, a place without its braces, a label without its colon. */
  text: string;
  /** Letters before it. */
  at: number;
}

/** A formula that can't be read: where it stops making sense, what stands there, and what could. */
export class FormulaError extends Error {
  constructor(
    readonly text: string,
    readonly at: number,
    readonly met: string,
    /** In words; where certain names go, the nearest first. */
    readonly expected: Bilingual
  ) {
    super(`invalid formula: ${text}: expected ${expected.en}, met “${met}”`);
  }
}

export interface Scanner {
  peek(): Token;
  next(): Token;
  /** The next token where bare words are a text: the words up to a sign, to `and` or to `or`. */
  nextWords(): Token;
  /** Takes the next token where it is this sign or word. */
  take(text: string): boolean;
  /** Throws what was expected in a token's place. */
  fail(token: Token, expected: Bilingual): never;
}

const TOKENS: readonly [Token["kind"], RegExp][] = [
  ["number", /\d+(?:\.\d+)?(?![\p{L}\p{N}_.])/uy],
  ["label", /[a-z][a-z0-9_]*:/y],
  ["name", /[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*(?![\p{L}\p{N}_.])/uy],
  ["text", /"[^"]+"/y],
  ["place", /\{[a-z][a-z0-9_]*\}/y],
  ["sign", />=|<=|!=|[-+*/()[\],=<>]/y],
  ["end", /$/y]
];
/** Kinds whose last letter is no part of what they say. */
const QUOTED: ReadonlySet<Token["kind"]> = new Set(["label", "text", "place"]);
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}_ .&'-]*/uy;
/** Where bare words end although letters follow. */
const JOINT = / +(?:and|or) /;
const NUMBER = /^\d+(\.\d+)?$/;

/** Whether a text can stand bare where words are expected, and means itself there. */
export function canStandBare(text: string): boolean {
  WORDS.lastIndex = 0;
  return WORDS.exec(text)?.[0] === text && text.trim() === text && !JOINT.test(`${text} `) && !NUMBER.test(text);
}

/** Reads a text piece by piece. Throws a `FormulaError` at a sign that no formula has. */
export function scan(source: string): Scanner {
  let at = 0;
  let ahead: Token | undefined;

  const skip = () => {
    while (/\s/.test(source[at] ?? "")) at++;
  };
  const read = (): Token => {
    skip();
    for (const [kind, pattern] of TOKENS) {
      pattern.lastIndex = at;
      const found = pattern.exec(source)?.[0];
      if (found === undefined) continue;
      const text = found.slice(kind === "text" || kind === "place" ? 1 : 0, QUOTED.has(kind) ? -1 : undefined);
      const token = { kind, text, at };
      at += found.length;
      return token;
    }
    throw new FormulaError(
      source,
      at,
      /^\S{1,20}/.exec(source.slice(at))?.[0] ?? "",
      bilingual(FORMULA_EXPECTED.token)
    );
  };
  const readWords = (): Token | undefined => {
    skip();
    WORDS.lastIndex = at;
    const found = WORDS.exec(source)?.[0];
    if (found === undefined) return undefined;
    const text = (found.split(JOINT)[0] ?? found).trimEnd();
    const token: Token = { kind: NUMBER.test(text) ? "number" : "text", text, at };
    at += text.length;
    return token;
  };
  const peek = () => {
    ahead ??= read();
    return ahead;
  };
  return {
    peek,
    next: () => {
      const token = peek();
      ahead = undefined;
      return token;
    },
    nextWords: () => {
      if (ahead) at = ahead.at;
      ahead = undefined;
      return readWords() ?? read();
    },
    take: (text) => {
      const { kind, text: found } = peek();
      const taken = (kind === "sign" || kind === "name") && found === text;
      if (taken) ahead = undefined;
      return taken;
    },
    fail: ({ at, text }, expected) => {
      throw new FormulaError(source, at, text, expected);
    }
  };
}
