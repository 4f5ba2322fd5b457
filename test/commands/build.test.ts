import { appendFile, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { checkSite } from "../../loaders/site/check-site.js";
import { listFiles } from "../../loaders/store/files.js";
import { makeWorkspace, type Running, type Workspace } from "./workspace.js";

const KILLS = 20;

let workspace: Workspace;
let pages: string[];

beforeAll(async () => {
  workspace = await makeWorkspace(inject("sample"));
  const built = await listFiles(join(inject("sample"), "dist/"));
  pages = built.filter((file) => file.endsWith(".html"));
});

afterAll(() => workspace.remove());

const dist = () => realpath(join(workspace.path, "dist"));
const leftovers = async () =>
  (await readdir(join(workspace.path, ".segbook"))).filter((name) => name.startsWith("build-"));
const order = (id: string) => `${id},KH00001,2024-01-05 10:00:00`;

/** Makes the next build compute the study again. */
const changeData = (round: number) =>
  appendFile(join(workspace.path, "data", "sample", "README.md"), `\n${order(String(round))}\n`);

describe.sequential("a build", () => {
  test("gives the same bytes as another one from the same input, elsewhere", async () => {
    const build = workspace.start("build");
    expect(await build.ended, build.output()).toBe(0);
    const [here, there] = [await dist(), await realpath(join(inject("sample"), "dist"))];
    const files = await listFiles(here);
    expect(files).toEqual(await listFiles(there));
    for (const file of files)
      expect((await readFile(join(here, file))).equals(await readFile(join(there, file))), file).toBe(true);
  });

  test("killed at any moment leaves a site that works", { timeout: 600_000 }, async () => {
    const next = seeded(20);
    let finished = 0;
    for (let round = 0; round < KILLS; round++) {
      if (round % 5 === 4) await changeData(round);
      const build = workspace.start("build", "--lang", "en");
      // Every other one dies around the moment when the finished site is put in place.
      const moment =
        round % 2 === 0 ? wait(200 + next() * 12_000) : aboutToPublish(build).then(() => wait(next() * 2_500));
      const code = await Promise.race([build.ended, moment]);
      build.kill();
      await build.ended;
      if (code === 0) finished++;
      expect(await checkSite(await dist(), pages), `round ${round}`).toEqual([]);
    }
    expect(finished).toBeLessThan(KILLS);
    const last = workspace.start("build");
    expect(await last.ended, last.output()).toBe(0);
    expect(await leftovers()).toEqual([]);
    expect((await readdir(join(workspace.path, ".segbook", "sites"))).length).toBeLessThanOrEqual(3);
  });

  test("beside another one at the same time: both finish, the site works", async () => {
    await changeData(99);
    const builds = [workspace.start("build"), workspace.start("build")];
    for (const build of builds) expect(await build.ended, build.output()).toBe(0);
    expect(await checkSite(await dist(), pages)).toEqual([]);
    expect(await leftovers()).toEqual([]);
  });

  test("is stopped by data that can't be used, all problems listed, the last site untouched", async () => {
    const before = await dist();
    const build = workspace.start("build", "--lang", "en", "--data", join(workspace.path, "docs-are-no-data"));
    expect(await build.ended).toBe(1);
    expect(build.output()).toContain("expected: a folder with data files");
    expect(await dist()).toBe(before);
  });

  test("is stopped by a planted identifier, masked in the message, the last site untouched", async () => {
    const before = await dist();
    const page = join(workspace.path, "src", "pages", "index.md");
    const [person] =
      /^KH\w+|^[A-Z]+\d{4,}/m.exec(await readFile(join(workspace.path, "data", "sample", "customers.csv"), "utf8")) ??
      [];
    expect(person).toBeDefined();
    await appendFile(page, `\n\nvi: Gọi cho ${person} trước.\n`);
    const build = workspace.start("build", "--lang", "en");
    expect(await build.ended, build.output()).toBe(1);
    expect(build.output()).toMatch(/vi\/index\.html · got “..…”/);
    expect(build.output()).not.toContain(person);
    expect(await dist()).toBe(before);
  });

  test("is stopped by a page that Framework would publish broken", async () => {
    const before = await dist();
    const page = join(workspace.path, "src", "pages", "index.md");
    await writeFile(page, "# Hello\n\n```js\n1 +\n```\n");
    const build = workspace.start("build", "--lang", "en");
    expect(await build.ended, build.output()).toBe(1);
    expect(build.output()).toContain("vi/index.html: error in the page");
    expect(await dist()).toBe(before);
  });
});

/** The last step before the swap has begun. */
async function aboutToPublish(build: Running): Promise<void> {
  while (!/Looking for personal data/.test(build.output()) && build.child.exitCode === null) await wait(20);
}

/** Mulberry32: the same moments in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
