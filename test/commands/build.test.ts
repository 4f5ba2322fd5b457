import { appendFile, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { checkSite } from "../../loaders/site/check-site.js";
import { listFiles } from "../../loaders/store/files.js";
import { makeWorkspace, type Running, type Workspace } from "./workspace.js";

/*
 * Few builds, as each takes its time. That a site is put in place whole or not at all is tested with hundreds of kills
 * in `test/site/publish.test.ts`.
 */

let workspace: Workspace;
let sample: string;
let files: string[];

beforeAll(async () => {
  workspace = await makeWorkspace(inject("sample"));
  sample = await realpath(join(inject("sample"), "dist"));
  files = await listFiles(sample);
});

afterAll(() => workspace.remove());

const dist = () => realpath(join(workspace.path, "dist"));
const workshop = (...parts: string[]) => join(workspace.path, ".segbook", ...parts);
const leftovers = async () => (await readdir(workshop())).filter((name) => /-\d+-[0-9a-f]{8}$/.test(name));
const faults = async () =>
  checkSite(
    await dist(),
    files.filter((file) => file.endsWith(".html"))
  );

describe.sequential("a build", () => {
  test("beside another one at the same time gives the same bytes as one elsewhere; both finish", async () => {
    const builds = [workspace.start("build"), workspace.start("build")];
    for (const build of builds) expect(await build.ended, build.output()).toBe(0);
    expect(await listFiles(await dist())).toEqual(files);
    for (const file of files)
      expect((await readFile(join(await dist(), file))).equals(await readFile(join(sample, file))), file).toBe(true);
    expect(await leftovers()).toEqual([]);
  });

  test("killed in the middle of its work leaves the last site", async () => {
    const before = await dist();
    // Changed data: the study is computed again.
    await appendFile(join(workspace.path, "data", "sample", "README.md"), "\nOne line more.\n");
    const build = workspace.start("build", "--lang", "en");
    await said(build, /Finishing and checking the pages/);
    build.kill();
    expect(await build.ended).toBeNull();
    expect(await dist()).toBe(before);
    expect(await faults()).toEqual([]);
    expect(await leftovers()).not.toEqual([]);
  });

  test("is stopped by data that can't be used, all problems listed, the last site untouched", async () => {
    const before = await dist();
    const build = workspace.start("build", "--lang", "en", "--data", join(workspace.path, "docs-are-no-data"));
    expect(await build.ended).toBe(1);
    expect(build.output()).toContain("expected: a folder with data files");
    expect(await dist()).toBe(before);
  });

  test("is stopped by a planted identifier, told to the person whose data it is; the last site is untouched, what was killed is swept away", async () => {
    const before = await dist();
    const customers = await readFile(join(workspace.path, "data", "sample", "customers.csv"), "utf8");
    const [person] = /^KH\w+|^[A-Z]+\d{4,}/m.exec(customers) ?? [];
    expect(person).toBeDefined();
    const page = join(workspace.path, "src", "pages", "index.md");
    const sound = await readFile(page, "utf8");
    await writeFile(page, `${sound}\n\nvi: Gọi cho ${person} trước.\n`);
    const build = workspace.start("build", "--lang", "en");
    expect(await build.ended, build.output()).toBe(1);
    expect(build.output()).toContain(`got “${person}” · expected: no customer's identifier in a published file`);
    expect(await dist()).toBe(before);
    expect(await leftovers()).toEqual([]);
    await writeFile(page, sound);
  });

  test("is stopped by a page that Framework would publish broken", async () => {
    const before = await dist();
    // A site of few pages does: the links to those that are gone are faults beside the one looked for.
    for (const store of await readdir(workshop("store")))
      for (const lang of ["vi", "en"])
        await rm(workshop("store", store, "pages", lang, "playbooks"), { recursive: true, force: true });
    await writeFile(join(workspace.path, "src", "pages", "index.md"), "# Hello\n\n```js\n1 +\n```\n");
    const build = workspace.start("build", "--lang", "en");
    expect(await build.ended, build.output()).toBe(1);
    expect(build.output()).toContain("vi/index.html: error in the page");
    expect(await dist()).toBe(before);
  });
});

/** Waits until a build says something. */
async function said(build: Running, words: RegExp): Promise<void> {
  while (!words.test(build.output()) && build.child.exitCode === null) await wait(20);
}
