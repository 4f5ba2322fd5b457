import { existsSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { expect, test } from "vitest";
import { inProject } from "../../loaders/store/project.js";
import { codeLines, occurrences, sourceFiles } from "../support/sources.js";

/** The rooms of the house from the ground up: a file imports from its own room and from rooms below it. */
const FLOORS = [
  "src/terms",
  "src/words",
  "loaders/issues",
  "loaders/engine",
  "loaders/files",
  "loaders/definitions",
  "loaders/dataset",
  "loaders/tables",
  "loaders/people",
  "loaders/features",
  "loaders/segments",
  "loaders/funnel",
  "loaders/targets",
  "loaders/findings",
  "loaders/playbooks",
  "loaders/study",
  "loaders/publish",
  "loaders/browser",
  "loaders/store",
  "loaders/site",
  "loaders/commands",
  "loaders/compile",
  "loaders/run"
];

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const loaders = sourceFiles("loaders");
const ground = [...sourceFiles("src/terms"), ...sourceFiles("src/words")];
const imports = [...ground, ...loaders].flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = codeLines(file).join("\n");
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?[^"'();]*?from\s*["'](\.[^"']+)["']|\bimport\(\s*["'](\.[^"']+)["']\s*\)|(?:^|\n)\s*import\s*["'](\.[^"']+)["']/g
  );
  return [...statements].map(([, type, from, lazy, bare]) => ({
    from: file,
    to: sourceOf(normalize(join(dirname(file), from ?? lazy ?? bare ?? ""))),
    typeOnly: type !== undefined
  }));
}

/** Imports name compiled files: all but a few are TypeScript. */
function sourceOf(path: string): string {
  return existsSync(inProject(path)) ? path : path.replace(/\.js$/, ".ts");
}

/** Files of ours, not what Framework keeps beside them. */
function isSource(file: string): boolean {
  return !file.includes(".observablehq");
}

/** The room a file stands in; the file of the whole study is a room of its own. */
function roomOf(file: string): string {
  const [top, room] = file.replace(/\.[jt]s$/, "").split("/");
  return `${top}/${room}`;
}

test.each(FLOORS)("%s holds code", (room) => {
  expect([...loaders, ...ground].some((file) => roomOf(file) === room)).toBe(true);
});

test("every room has its floor", () => {
  expect([...new Set(loaders.map(roomOf))].filter((room) => !FLOORS.includes(room))).toEqual([]);
});

test("every import leads to the same room or to one below, and none is excused", () => {
  const floor = (file: string) => FLOORS.indexOf(roomOf(file));
  const wrong = imports.filter(({ from, to }) => floor(to) < 0 || floor(to) > floor(from));
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

/** The rooms that need a computer with a disk; all below them runs in a browser as well. */
const ON_DISK = /^loaders\/(store|site|commands|compile\.js|run\.js|engine\/duckdb\.ts)/;

test("what runs in a browser asks nothing of Node", () => {
  const anywhere = loaders.filter((file) => !ON_DISK.test(file));
  expect(occurrences(anywhere, /from\s*"node:|import\(\s*"node:|import\.meta\.dirname|\bprocess\.|\bBuffer\b/)).toEqual(
    []
  );
  const wrong = imports.filter(({ from, to, typeOnly }) => anywhere.includes(from) && !typeOnly && ON_DISK.test(to));
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test("the maker of the sample imports nothing but itself: it makes files as any shop would", () => {
  const maker = sourceFiles("data/maker").flatMap(importsOf);
  expect(maker.length).toBeGreaterThan(0);
  expect(maker.filter(({ to }) => !to.startsWith("data/maker/"))).toEqual([]);
});

test("no file imports itself by way of others, types counted", () => {
  const all = [...imports, ...sourceFiles("src").filter(isSource).flatMap(importsOf)];
  const next = new Map<string, string[]>();
  for (const { from, to } of all) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file].join(" → "));
    if (at >= 0 || done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test("every import was understood and leads to a file", () => {
  const missing = imports.filter(({ to }) => !existsSync(inProject(to)));
  expect(missing.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  const counted = [...ground, ...loaders]
    .flatMap(codeLines)
    .filter((line) => !line.includes("`import "))
    .reduce((sum, line) => sum + [...line.matchAll(/(\bfrom\s*|\bimport\s*\(?\s*)["']\./g)].length, 0);
  expect(imports).toHaveLength(counted);
});

/** What a page may know of the loaders, as types: what is published, and what its worker says. */
const PUBLIC = ["loaders/publish/published.ts", "loaders/findings/finding.ts", "loaders/browser/protocol.ts"];

test("a page's components know of the loaders only what is published, and what its worker says", () => {
  const wrong = sourceFiles("src")
    .filter((file) => !/^src\/(data|worker)\//.test(file) && !file.includes(".observablehq"))
    .flatMap(importsOf)
    .filter(({ to, typeOnly }) => !to.startsWith("src/") && !(typeOnly && PUBLIC.includes(to)));
  expect(wrong.map(({ from, to }) => `${from} → ${relative(".", to)}`)).toEqual([]);
});
