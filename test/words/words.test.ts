import { describe, expect, test } from "vitest";
import type { Pair } from "../../src/terms/lang.js";
import type { Dictionary } from "../../src/terms/words.js";
import { sourceFiles } from "../support/sources.js";

/** Every dictionary of `src/words`, by file and name: one that is added is held to the same at once. */
const modules = await Promise.all(sourceFiles("src/words").map(async (file) => ({ file, words: await load(file) })));
const PAIRS = modules.flatMap(({ file, words }) =>
  Object.entries(words).flatMap(([name, dictionary]) => pairsOf(dictionary, `${file} ${name}`))
);

async function load(file: string): Promise<Record<string, Dictionary>> {
  return await import(/* @vite-ignore */ `../../${file}`);
}

function pairsOf(dictionary: Dictionary, path: string): { path: string; pair: Pair }[] {
  return Object.entries(dictionary).flatMap(([id, entry]) =>
    Array.isArray(entry)
      ? [{ path: `${path}.${id}`, pair: entry as Pair }]
      : pairsOf(entry as Dictionary, `${path}.${id}`)
  );
}

function names(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""))].sort();
}

describe("every text of src/words", () => {
  test("was found", () => {
    expect(PAIRS.length).toBeGreaterThan(3);
  });

  test("is there in both languages", () => {
    expect(PAIRS.filter(({ pair }) => pair.length !== 2 || pair.some((text) => text.trim() === ""))).toEqual([]);
  });

  test("has the same names in both", () => {
    const wrong = PAIRS.filter(({ pair: [vi, en] }) => names(vi).join() !== names(en).join());
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("has no brace but those of its names", () => {
    const wrong = PAIRS.filter(({ pair }) => pair.some((text) => /[{}]/.test(text.replace(/\{\w+\}/g, ""))));
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
