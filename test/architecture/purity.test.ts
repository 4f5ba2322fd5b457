import { describe, expect, test } from "vitest";
import { occurrences, sourceFiles } from "../support/sources.js";

const loaders = sourceFiles("loaders");
/** What starts a study and tells how long it took is no part of it. */
const pure = loaders.filter(
  (file) => !/^loaders\/((store|site|commands)\/|(compile|run)\.js)/.test(file) && file !== "loaders/browser/worker.ts"
);

/** A study depends on its files alone. Each pattern with a line it must catch. */
const FORBIDDEN: [what: string, pattern: RegExp, example: string][] = [
  [
    "the clock",
    /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b|\bhrtime\b/,
    "const now = new Date();"
  ],
  [
    "the machine's time zone",
    /\bgetTimezoneOffset\b|\.get(FullYear|Month|Date|Day|Hours|Minutes)\(|\bnew Date\(\s*\w+\s*,/,
    "d.getMonth()"
  ],
  ["chance", /\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bgetRandomValues\b/, "Math.random() < 0.5"],
  [
    "the machine's language",
    /\.toLocale\w*\(|\blocaleCompare\b|\bIntl\.\w+\(\s*\)|\bIntl\.\w+\(\s*undefined/,
    "a.localeCompare(b)"
  ],
  ["the environment", /\bprocess\.env\b|\bos\.(cpus|hostname|userInfo)\b/, "process.env.LANG"]
];

describe.each(FORBIDDEN)("no stage asks %s", (_, pattern, example) => {
  test("in its code", () => {
    expect(occurrences(pure, pattern)).toEqual([]);
  });

  test("and the pattern would see it", () => {
    expect(pattern.test(example)).toBe(true);
  });
});

test("there is no any, and no silenced check of types", () => {
  expect(
    occurrences(
      [...loaders, ...sourceFiles("src").filter((f) => !f.includes(".observablehq"))],
      /(:|<|\bas|,|\|)\s*any\b(?!\w)(\s*[,;)>\]=|[]|$)|@ts-(ignore|nocheck|expect-error)/
    )
  ).toEqual([]);
});

test("texts are sorted by code unit, the same everywhere", () => {
  expect(occurrences(pure, /\bIntl\.Collator\b|\bnumeric:\s*true\b/)).toEqual([]);
});
