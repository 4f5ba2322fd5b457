import { appendFile, mkdir, mkdtemp, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { computeFingerprint } from "../../loaders/store/fingerprint.js";

let project: string;
let data: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), "segbook-"));
  data = join(project, "data", "shop");
  for (const folder of ["loaders/definitions/schemes", "src/terms", "src/words", "src/vi", "data/shop"])
    await mkdir(join(project, folder), { recursive: true });
  for (const file of [
    "loaders/study.ts",
    "loaders/definitions/schemes/rfm.yaml",
    "src/terms/fold.ts",
    "src/words/method.ts",
    "package-lock.json",
    "data/shop/orders.csv"
  ])
    await writeFile(join(project, file), file);
});

afterEach(() => rm(project, { recursive: true, force: true }));

const compute = () => computeFingerprint(data, project);

test("the same files give the same fingerprint, whenever they were written", async () => {
  const before = await compute();
  await utimes(join(data, "orders.csv"), new Date(0), new Date(0));
  expect(await compute()).toBe(before);
  expect(before).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  "data/shop/orders.csv",
  "loaders/study.ts",
  "loaders/definitions/schemes/rfm.yaml",
  "src/terms/fold.ts",
  "src/words/method.ts",
  "package-lock.json"
])("a change of %s changes it", async (file) => {
  const before = await compute();
  await appendFile(join(project, file), " ");
  expect(await compute()).not.toBe(before);
});

test("a file's name counts, and where one file ends and the next begins", async () => {
  const before = await compute();
  await rename(join(data, "orders.csv"), join(data, "orders-2.csv"));
  const renamed = await compute();
  expect(renamed).not.toBe(before);
  await writeFile(join(data, "orders-2.csv"), "data/shop/ord");
  await writeFile(join(data, "orders-3.csv"), "ers.csv");
  expect(await compute()).not.toBe(renamed);
});

test("pages and hidden files don't count", async () => {
  const before = await compute();
  await writeFile(join(project, "src", "vi", "index.md"), "# x");
  await writeFile(join(data, ".DS_Store"), "x");
  expect(await compute()).toBe(before);
});
