import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listFiles } from "../../loaders/store/files.js";
import { inProject } from "../../loaders/store/project.js";
import { occurrences, sourceFiles } from "../support/sources.js";

/** Observable Framework's names: its package, its modules, the ids and classes of its frame, what its cells are given. */
const NAMES = /observablehq|\bFileAttachment\b/;

/** The door: what builds and serves the site, what runs in a page around its cells, and the types of both. */
const DOOR = /^(loaders\/site\/|src\/frame\/|src\/framework\.d\.ts$)/;

test("code names Framework behind one door only", () => {
  const files = [...sourceFiles("loaders"), ...sourceFiles("src")].filter((file) => !file.includes(".observablehq"));
  // The command bundle leaves the package out.
  const outside = files.filter((file) => !DOOR.test(file) && file !== "loaders/compile.js");
  expect(occurrences(outside, NAMES)).toEqual([]);
  expect(occurrences(files, NAMES).length).toBeGreaterThan(10);
});

test("styles name its frame in four sheets only", async () => {
  const styles = (await listFiles(inProject("src"))).filter((file) => file.endsWith(".css"));
  const naming = styles.filter((file) => NAMES.test(readFileSync(inProject("src", file), "utf8")));
  expect(naming.filter((file) => !/^style\/(layout|print|type|upload)\.css$/.test(file))).toEqual([]);
});
