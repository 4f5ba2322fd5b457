import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { codeLines, sourceFiles } from "../support/sources.js";

const DEFINITIONS = resolve(import.meta.dirname, "../../loaders/definitions");
const page = readFileSync(resolve(import.meta.dirname, "../../docs/glossary.md"), "utf8");
const [things = "", verbs = ""] = page.split("\n## Verbs\n");
const code = [...sourceFiles("loaders"), ...sourceFiles("src")].flatMap(codeLines).join("\n");
const definitions = readdirSync(DEFINITIONS, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => readFileSync(resolve(DEFINITIONS, file), "utf8"))
  .join("\n");

/** The words in code signs of a column of the page's tables. */
function named(part: string, column: number): string[] {
  return part
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.includes("in code"))
    .flatMap((line) => [...(line.split("|")[column] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
}

describe("the glossary", () => {
  test.each(named(things, 2))("says `%s` for something that code or definitions call so", (name) => {
    expect(`${code}\n${definitions}`).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test.each(named(verbs, 1))("has the verb `%s`, with which functions begin", (verb) => {
    expect(code).toMatch(new RegExp(`(function\\*? |\\b)${verb}([A-Z]\\w*)?\\s*[(<]`));
  });

  test("says nothing twice", () => {
    for (const names of [named(things, 2), named(verbs, 1)]) expect(names).toEqual([...new Set(names)]);
    expect(named(things, 2).length + named(verbs, 1).length).toBeGreaterThan(80);
  });
});
