import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pickFolder } from "../../loaders/commands/folder.js";
import { UsageError } from "../../loaders/commands/usage.js";
import { IssuesError } from "../../loaders/issues/issue.js";

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), "segbook-"));
  await put("sample/orders.csv");
  await put("README.md");
});

afterEach(() => rm(project, { recursive: true, force: true }));

async function put(file: string): Promise<void> {
  const path = join(project, "data", file);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, "a,b\n1,2\n");
}

test("without data of one's own it is the sample, and says so", async () => {
  const { path, why } = await pickFolder(undefined, project);
  expect(path).toBe(join(project, "data", "sample"));
  expect(why.en).toContain("Sample data");
});

test("an own folder wins over the sample", async () => {
  await put("shop/orders.csv.gz");
  expect((await pickFolder(undefined, project)).path).toBe(join(project, "data", "shop"));
});

test("files put right into data/ are one's own too", async () => {
  await put("orders.parquet");
  expect((await pickFolder(undefined, project)).path).toBe(join(project, "data"));
});

test("an own folder without data files is no choice", async () => {
  await put("notes/readme.md");
  expect((await pickFolder(undefined, project)).path).toBe(join(project, "data", "sample"));
});

test("several own folders are listed, none is guessed", async () => {
  await put("north/orders.csv");
  await put("south/orders.csv");
  const error = await pickFolder(undefined, project).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).text.en).toContain("--data data/north\n  --data data/south");
});

test("a named folder wins over all, and must be there", async () => {
  await put("north/orders.csv");
  const named = join(project, "data", "sample");
  expect((await pickFolder(named, project)).path).toBe(named);
  await expect(pickFolder(join(project, "nowhere"), project)).rejects.toBeInstanceOf(IssuesError);
});
