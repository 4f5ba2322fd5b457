import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { renderTables } from "../../loaders/commands/tables.js";
import { inProject } from "../../loaders/store/project.js";
import { DEFINITIONS } from "../support/definitions.js";

test("docs/tables.md is up to date (else run npm run docs)", async () => {
  expect(await readFile(inProject("docs/tables.md"), "utf8")).toBe(await renderTables(DEFINITIONS));
});
