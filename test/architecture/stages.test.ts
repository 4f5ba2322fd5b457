import { existsSync } from "node:fs";
import { dirname, join, normalize, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { codeLines, occurrences, sourceFiles } from "../support/sources.js";

/** Left to right, as data flow: a stage knows those to its left and none to its right. */
const STAGES = [
  "dataset",
  "tables",
  "people",
  "features",
  "segments",
  "funnel",
  "targets",
  "findings",
  "playbooks",
  "publish"
];

/** Shared words and shapes: what is published, and how numbers are written, every stage may know. */
const FOR_ALL = ["loaders/publish/published.ts", "src/components/format.ts"];

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const loaders = sourceFiles("loaders");
const imports = loaders.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = codeLines(file).join("\n");
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^"'();]*?from\s*["'](\.[^"']+)["']|\bimport\(\s*["'](\.[^"']+)["']\s*\)|(?:^|\n)\s*import\s*["'](\.[^"']+)["']/g
  );
  return [...statements].map(([, type, from, lazy, bare]) => ({
    from: file,
    to: normalize(join(dirname(file), from ?? lazy ?? bare ?? "")).replace(/\.js$/, ".ts"),
    typeOnly: type !== undefined
  }));
}

const folder = (file: string) => file.split("/")[1] ?? "";

describe("a stage", () => {
  test.each(STAGES)("%s is a folder with code", (stage) => {
    expect(loaders.some((file) => file.startsWith(`loaders/${stage}/`))).toBe(true);
  });

  test.each(STAGES)("%s imports only the engine, itself and stages to its left", (stage) => {
    const allowed = ["engine", ...STAGES.slice(0, STAGES.indexOf(stage) + 1)];
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        from.startsWith(`loaders/${stage}/`) &&
        !FOR_ALL.includes(to) &&
        !(to.startsWith("loaders/") && allowed.includes(folder(to))) &&
        !(stage === "publish" && typeOnly && to === "loaders/study.ts")
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});

test("the engine imports nothing but itself", () => {
  expect(imports.filter(({ from, to }) => folder(from) === "engine" && folder(to) !== "engine")).toEqual([]);
});

/** What only a computer with a disk has stands in these files; all else runs in a browser as well. */
const ON_DISK = [
  "loaders/dataset/files/disk.ts",
  "loaders/engine/duckdb.ts",
  "loaders/local.ts",
  "loaders/publish/headless.ts",
  "loaders/publish/write.ts"
];

test("what runs in a browser asks nothing of Node", () => {
  const anywhere = loaders.filter((file) => !["run", "sample"].includes(folder(file)) && !ON_DISK.includes(file));
  expect(occurrences(anywhere, /from\s*"node:|import\(\s*"node:|import\.meta\.dirname|\bprocess\.|\bBuffer\b/)).toEqual(
    []
  );
  const wrong = imports.filter(
    ({ from, to, typeOnly }) => anywhere.includes(from) && !typeOnly && (ON_DISK.includes(to) || folder(to) === "run")
  );
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test("the sample imports nothing but itself: it makes files as any shop would", () => {
  expect(imports.filter(({ from, to }) => folder(from) === "sample" && folder(to) !== "sample")).toEqual([]);
});

test("nobody imports how things are run, but those who run them", () => {
  const wrong = imports.filter(({ from, to }) => folder(to) === "run" && folder(from) !== "run");
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test("what is for all needs nothing of the stages itself", () => {
  const needs = FOR_ALL.flatMap(importsOf).filter(({ to }) => !FOR_ALL.includes(to));
  expect(needs.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test("every import was understood and leads to a file", () => {
  const root = resolve(import.meta.dirname, "../..");
  const missing = imports.filter(({ to }) => !existsSync(resolve(root, to)));
  expect(missing.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  const counted = loaders.reduce(
    (sum, file) =>
      sum +
      codeLines(file).filter((line) => !line.includes("`import ") && /(\bfrom\s*|\bimport\s*\(?\s*)["']\./.test(line))
        .length,
    0
  );
  expect(imports).toHaveLength(counted);
});

test("study.ts calls the stages in their order", () => {
  const order = codeLines("loaders/study.ts").join("\n");
  const calls = [
    "readInputs(",
    "computeTables(",
    "computePeople(",
    "computeFeatures(",
    "assignSegments(",
    "computeFunnel(",
    "computeTargets(",
    "computeFindings(",
    "composePlaybooks("
  ];
  const body = order.slice(order.indexOf("export async function computeStudy"));
  const places = calls.map((call) => body.indexOf(call));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test("a page's components know of the loaders only what is published, and what its worker says", () => {
  const wrong = sourceFiles("src")
    .filter((file) => !/^src\/(data|upload)\//.test(file) && !file.includes(".observablehq"))
    .flatMap(importsOf)
    .filter(
      ({ to, typeOnly }) =>
        !to.startsWith("src/") &&
        to !== "loaders/publish/published.ts" &&
        !(typeOnly && to === "loaders/browser/protocol.ts")
    );
  expect(wrong.map(({ from, to }) => `${from} → ${relative(".", to)}`)).toEqual([]);
});
