import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { inProject, inWorkshop, PROJECT } from "../../loaders/store/project.js";
import { uniqueName } from "../../loaders/store/replace.js";
import { sourceFiles } from "../support/sources.js";

/** The projects that the compiler checks apart, each with no more of its surroundings than it may use. */
const FLOORS = ["anywhere", "browser", "node", "page"] as const;
type Floor = (typeof FLOORS)[number];

const TSC = join(createRequire(import.meta.url).resolve("typescript/package.json"), "..", "bin", "tsc");

function tsc(...args: string[]): Promise<string> {
  return new Promise((done) =>
    execFile(process.execPath, [TSC, ...args], { cwd: PROJECT, maxBuffer: 1 << 26 }, (_, output) => done(output))
  );
}

/** What the compiler says of one line of code on a floor; empty when it may stand there. */
async function compile(floor: Floor, line: string): Promise<string> {
  const folder = inWorkshop(uniqueName("planted"));
  await mkdir(folder, { recursive: true });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "planted.ts"), `${line}\n`);
  const surroundings = floor === "anywhere" ? [inProject("tsconfig/anywhere/web.d.ts")] : [];
  const config = {
    extends: inProject(`tsconfig/${floor}.json`),
    compilerOptions: { composite: false, emitDeclarationOnly: false, noEmit: true },
    files: ["planted.ts", ...surroundings],
    include: []
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  return tsc("-p", folder);
}

test.each<[Floor, string, string]>([
  ["anywhere", "a type of a page's that was meant to be imported", "export const label = (text: Text) => text;"],
  ["anywhere", "a page's document", "export const title = document.title;"],
  ["anywhere", "a request", 'export const answer = fetch("x");'],
  ["anywhere", "Node's process", "export const home = process.env.HOME;"],
  ["anywhere", "Node's Buffer", 'export const bytes = Buffer.from("x");'],
  ["anywhere", "a module of Node's", 'export { readFile } from "node:fs/promises";'],
  ["browser", "a page's document", "export const title = document.title;"],
  ["browser", "Node's process", "export const home = process.env.HOME;"],
  ["node", "a page's document", "export const title = document.title;"],
  ["page", "Node's process", "export const home = process.env.HOME;"]
])("in code for %s, %s does not compile", async (floor, _, line) => {
  expect(await compile(floor, line)).toMatch(/planted\.ts\(1,\d+\): error TS\d+: Cannot find (name|module)/);
});

test.each<[Floor, string]>([
  ["anywhere", 'export const text = new TextDecoder().decode(new Uint8Array(2)) + new Blob(["x"]).size;'],
  ["browser", "export const post = (message: unknown) => self.postMessage(message);"],
  ["node", "export const home = process.env.HOME;"],
  ["page", "export const title = document.title;"]
])("in code for %s its own surroundings do", async (floor, line) => {
  expect(await compile(floor, line)).toBe("");
});

test("every file stands on one floor", async () => {
  const listed = await Promise.all(FLOORS.map((floor) => tsc("-p", `tsconfig/${floor}.json`, "--listFilesOnly")));
  const files = listed.map((list) =>
    list
      .split("\n")
      .map((file) => relative(PROJECT, file.trim()).split(sep).join("/"))
      .filter((file) => /^(loaders|src|data\/maker)\/.*(?<!\.d)\.[jt]s$/.test(file))
  );
  expect(files.flat().sort()).toEqual(
    ["loaders", "src", "data/maker"]
      .flatMap(sourceFiles)
      .filter((file) => !file.endsWith(".d.ts") && !file.startsWith("src/.observablehq/"))
      .sort()
  );
});
