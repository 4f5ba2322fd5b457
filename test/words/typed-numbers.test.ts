import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { group } from "d3-array";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Dictionary } from "../../src/terms/words.js";
import { ISSUE_LINE, ISSUES } from "../../src/words/issues.js";
import { METHOD, METHOD_INTRO, METHOD_NOTES } from "../../src/words/method.js";
import { MERGE_REASON, MERGES } from "../../src/words/people.js";
import { PLAYBOOK } from "../../src/words/playbook.js";
import { DUPLICATES, QUALITY, SCORES } from "../../src/words/quality.js";
import { TARGETS } from "../../src/words/targets.js";

/** What has digits in it and is no number that the code decides. */
const NAMES = [
  /UTF-(8|16)|Windows-12\d\d/g, // encodings
  /\d{4}-\d\d-\d\d|\d\d\/\d\d\/\d{4}|\d\d-Jun-\d\d/g, // a day, as an example of how days are written
  /1250000(\.50)?|9\.12E\+08/g, // a number, as an example of how numbers are written
  /^1 − |số 0 /g, // arithmetic, and the digit itself
  /(nâng lên|raise to) 365/g, // advice
  /1 July 2025|80\/20/g, // the day of the law, the rule of Pareto
  /100 (người|people)/g, // a share told as people of a hundred
  /^1 (khi|when) |: 0 (là|means) /g, // what a flag or a count is where it isn't empty
  /1–5 (theo|by) |, 5 (là tốt nhất|best)/g, // quintiles
  /1–5|(?<=[/ ])1–2 sao|of 1 or 2$/g // stars
];

function numbersIn(text: string): string[] {
  const bare = NAMES.reduce((rest, name) => rest.replace(name, ""), text.replace(/\{[^}]*\}/g, ""));
  return bare.match(/\d+([.,]\d+)?/g) ?? [];
}

function textsOf(dictionary: Dictionary): string[] {
  return Object.values(dictionary).flatMap((entry) =>
    Array.isArray(entry) ? [...(entry as string[])] : textsOf(entry as Dictionary)
  );
}

test.each<[string, Dictionary]>(
  Object.entries({
    ISSUE_LINE,
    ISSUES,
    METHOD,
    METHOD_INTRO,
    METHOD_NOTES,
    MERGES,
    MERGE_REASON,
    PLAYBOOK,
    QUALITY,
    SCORES,
    DUPLICATES,
    TARGETS
  })
)("%s types no number: each is filled in from where it is decided", (_, dictionary) => {
  const texts = textsOf(dictionary);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => numbersIn(text).length > 0)).toEqual([]);
});

const FOLDER = resolve(import.meta.dirname, "../../loaders/definitions");
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /^([a-z]+|features\/[a-z]+)\.yaml$/.test(file));

type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

/** A text of both languages. */
function isText(value: unknown): value is { vi: string; en: string } {
  return isNode(value) && typeof value.vi === "string" && typeof value.en === "string";
}

/** Entries of a definition file: what has texts of its own, with the path to it. */
function entriesOf(value: unknown, path: string): { path: string; entry: Node }[] {
  if (!isNode(value) || isText(value)) return [];
  const below = Object.entries(value).flatMap(([key, part]) =>
    entriesOf(part, `${path}.${isNode(part) && typeof part.id === "string" ? part.id : key}`)
  );
  return Object.values(value).some(isText) ? [{ path, entry: value }, ...below] : below;
}

/** Numbers that formulas say by a word. */
const WORDS: [word: RegExp, number: string][] = [[/half_year/, "6"]];

/** Every number that an entry's rules, formulas and ids say, and those of the entries that they read. */
function saidBy(value: unknown, seen: ReadonlySet<unknown> = new Set()): string[] {
  if (seen.has(value) || isText(value)) return [];
  const now = new Set([...seen, value]);
  if (isNode(value)) return Object.entries(value).flatMap(([key, part]) => [...saidBy(key, now), ...saidBy(part, now)]);
  const text = String(value);
  const read = [...new Set(text.match(/[a-z]\w+/g))].flatMap((id) => BY_ID.get(id) ?? []);
  return [
    ...(text.match(/\d+(\.\d+)?/g) ?? []),
    ...WORDS.flatMap(([word, number]) => (word.test(text) ? [number] : [])),
    ...read.flatMap(({ entry }) => saidBy(entry, now))
  ];
}

const SOURCES = FILES.map((file): [string, unknown] => [file, parse(readFileSync(resolve(FOLDER, file), "utf8"))]);
const BY_ID = group(
  SOURCES.flatMap(([file, source]) => entriesOf(source, file)),
  ({ path }) => path.split(".").at(-1)
);

describe("a definition's text", () => {
  test("was found", () => {
    expect(FILES).toEqual(expect.arrayContaining(["numbers.yaml", "stages.yaml", "states.yaml"]));
  });

  test.each(SOURCES)("names no number but those that its formula says: %s", (file, source) => {
    const wrong = entriesOf(source, file).flatMap(({ path, entry }) => {
      const said = saidBy(entry);
      return Object.values(entry)
        .filter(isText)
        .flatMap(({ vi, en }) => [vi, en])
        .filter((text) => numbersIn(text).some((number) => !said.includes(number.replace(",", "."))))
        .map((text) => `${path}: ${text}`);
    });
    expect(wrong).toEqual([]);
  });
});
