import { expect, test } from "vitest";
import type { Dictionary } from "../../src/terms/words.js";
import { DEFINITIONS } from "../support/definitions.js";
import { codeLines, sourceFiles } from "../support/sources.js";

const CODE = [...sourceFiles("loaders"), ...sourceFiles("src"), "observablehq.config.ts"]
  .filter((file) => !file.startsWith("src/words/"))
  .map((file) => ({ file, text: codeLines(file).join("\n") }));
const FEATURES = DEFINITIONS.features;
const ALL = CODE.map(({ text }) => text).join("\n");

async function load(file: string): Promise<Record<string, Dictionary>> {
  return await import(/* @vite-ignore */ `../../${file}`);
}

function idsOf(dictionary: Dictionary): string[] {
  return Object.entries(dictionary).flatMap(([id, entry]) =>
    Array.isArray(entry) ? [id] : [id, ...idsOf(entry as Dictionary)]
  );
}

/** Dictionaries that are shown whole, in their order. */
const WHOLE = ["METHOD_INTRO", "METHOD_NOTES", "NAVIGATION"];

/** True when code asks for a word: as a property or a part of what it takes apart, or by the id of a feature or one that it names. */
function isAsked(id: string, users: string): boolean {
  const plain = /^\w+$/.test(id);
  return (
    ALL.includes(JSON.stringify(id)) ||
    FEATURES.has(id) ||
    (plain && new RegExp(`\\.${id}\\b|[{,]\\s*${id}\\s*[,:}=]|\\[${id}\\]`).test(users))
  );
}

test.each(sourceFiles("src/words"))("every word of %s is asked for", async (file) => {
  const name = file.replace(/^src\/words\//, "").replace(/\.ts$/, ".js");
  const users = CODE.filter(({ text }) => text.includes(`words/${name}"`))
    .map(({ text }) => text)
    .join("\n");
  expect(users).not.toBe("");
  const parts = Object.entries(await load(file)).filter(([dictionary]) => !WHOLE.includes(dictionary));
  const idle = parts.flatMap(([dictionary, words]) =>
    [...new Set(idsOf(words))].filter((id) => !isAsked(id, users)).map((id) => `${dictionary}.${id}`)
  );
  expect(idle).toEqual([]);
});
