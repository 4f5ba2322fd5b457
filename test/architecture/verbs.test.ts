import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { codeLines, sourceFiles } from "../support/sources.js";

const GLOSSARY = readFileSync(resolve(import.meta.dirname, "../../docs/glossary.md"), "utf8");

/** The verbs of the glossary, from the first column of its last table. */
const VERBS = new Set(
  [...GLOSSARY.slice(GLOSSARY.indexOf("## Verbs")).matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([a-z]+)`/g)].map(([, verb = ""]) => verb)
  )
);

interface Exported {
  file: string;
  name: string;
  /** What it gives back, as written. */
  result: string;
}

/** Exported functions that wait for something or give nothing back: those that do something, rather than name a value. */
function listDoers(file: string): Exported[] {
  const text = codeLines(file).join("\n");
  return [...text.matchAll(/^export (async )?function\*? (\w+)(?:<[^(]*>)?\(/gm)].flatMap(
    ({ 0: head, 1: waits, 2: name = "", index }) => {
      const result = /^\s*:\s*([^{;]*)/.exec(text.slice(endOfArguments(text, index + head.length)))?.[1]?.trim() ?? "";
      return waits || /^(void|Promise)\b/.test(result) ? [{ file, name, result }] : [];
    }
  );
}

function endOfArguments(text: string, start: number): number {
  let depth = 1;
  let at = start;
  for (; depth > 0 && at < text.length; at++) depth += text[at] === "(" ? 1 : text[at] === ")" ? -1 : 0;
  return at;
}

const doers = [...sourceFiles("loaders"), ...sourceFiles("src")]
  .filter((file) => !file.includes(".observablehq"))
  .flatMap(listDoers);

test("the glossary has verbs, and the code has functions that do something", () => {
  expect(VERBS.size).toBeGreaterThan(30);
  expect(doers.length).toBeGreaterThan(100);
});

test("an exported function that does something begins with a verb of the glossary", () => {
  const strange = doers.filter(({ name }) => !VERBS.has(/^[a-z]+/.exec(name)?.[0] ?? ""));
  expect(strange.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
});

test("a verb that nobody uses is none of ours", () => {
  const all = [...sourceFiles("loaders"), ...sourceFiles("src")]
    .flatMap((file) => codeLines(file))
    .flatMap((line) => [...line.matchAll(/\bfunction\*? ([a-z]+)/g)].map(([, verb = ""]) => verb));
  expect([...VERBS].filter((verb) => !all.includes(verb))).toEqual([]);
});
