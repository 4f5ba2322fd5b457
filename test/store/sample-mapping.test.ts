import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepMapping, writeMapping } from "../../loaders/store/keep-mapping.js";
import { inProject } from "../../loaders/store/project.js";
import { withFolder } from "../support/dataset.js";

const FILES = ["orders.csv", "customers.csv", "events.csv", "costs.csv"];

/** The sample's files without their mapping. */
async function withSample(use: (folder: string) => Promise<void>): Promise<void> {
  await withFolder(async (root) => {
    const folder = join(root, "sample");
    await mkdir(folder);
    for (const file of FILES) await cp(inProject("data", "sample", file), join(folder, file));
    await use(folder);
  });
}

test("the sample's mapping is the one that is written beside its files", async () => {
  await withSample(async (folder) => {
    await writeMapping(folder);
    expect(await readFile(join(folder, "mapping.yml"), "utf8")).toBe(
      await readFile(inProject("data", "sample", "mapping.yml"), "utf8")
    );
  });
});

test("a mapping that names every file is left as it is; a new file is added and nothing else changed", async () => {
  await withSample(async (folder) => {
    expect((await keepMapping(folder))?.en).toMatch(/mapping\.yml/);
    const before = await readFile(join(folder, "mapping.yml"), "utf8");
    expect(await keepMapping(folder)).toBeUndefined();
    await cp(join(folder, "orders.csv"), join(folder, "orders-2.csv"));
    expect((await keepMapping(folder))?.en).toMatch(/mapping\.yml/);
    const after = await readFile(join(folder, "mapping.yml"), "utf8");
    expect(after.startsWith(before.trimEnd())).toBe(true);
    expect(after).toContain('"orders-2.csv":');
  });
});
