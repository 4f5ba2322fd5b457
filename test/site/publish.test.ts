import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seeded } from "../support/seeded.js";

const KILLS = 200;
const PAGES = 8;

let project: string;

/** A project of nothing but the code that publishes: where the bundle lies tells it which project is its own. */
beforeAll(async () => {
  project = await realpath(await mkdtemp(join(tmpdir(), "segbook-swap-")));
  await writeFile(join(project, "package.json"), "{}");
  await build({
    entryPoints: [fileURLToPath(new URL("./publish-sites.ts", import.meta.url))],
    outfile: join(project, "loaders", "site", "publish-sites.mjs"),
    bundle: true,
    platform: "node",
    format: "esm"
  });
});

afterAll(() => rm(project, { recursive: true, force: true }));

/** Publishes sites in a process of its own. */
function publish(first: number, count: number) {
  const script = join(project, "loaders", "site", "publish-sites.mjs");
  const child = spawn(process.execPath, [script, String(first), String(count), String(PAGES)], {
    stdio: ["ignore", "pipe", "inherit"]
  });
  const told: number[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => told.push(...text.trim().split("\n").map(Number)));
  const begun = new Promise<void>((done) => child.stdout.once("data", () => done()));
  const ended = new Promise<number | null>((done) => child.on("close", done));
  return { told, begun, ended, kill: () => child.kill("SIGKILL") };
}

/** The number of the site in use; fails unless it is there whole, every page of one site. */
async function siteInUse(): Promise<number> {
  const dist = join(project, "dist");
  expect((await readdir(dist)).sort()).toEqual(Array.from({ length: PAGES }, (_, page) => `${page}.html`));
  const pages = await Promise.all((await readdir(dist)).map((page) => readFile(join(dist, page), "utf8")));
  expect(new Set(pages).size).toBe(1);
  return Number(pages[0]);
}

const leftovers = async () => ({
  project: (await readdir(project)).filter((name) => !["dist", "loaders", "package.json", ".segbook"].includes(name)),
  workshop: (await readdir(join(project, ".segbook"))).filter((name) => name !== "sites" && !/^earlier-dist/.test(name))
});

test("a real folder in the place of the site is kept aside", async () => {
  await mkdir(join(project, "dist"));
  await writeFile(join(project, "dist", "old.html"), "old");
  expect(await publish(0, 1).ended).toBe(0);
  expect(await siteInUse()).toBe(0);
  const kept = (await readdir(join(project, ".segbook"))).filter((name) => name.startsWith("earlier-dist"));
  expect(kept).toHaveLength(1);
  expect(await readdir(join(project, ".segbook", kept[0] ?? ""))).toEqual(["old.html"]);
});

test(`a publisher killed ${KILLS} times at any moment always leaves a whole site, the last one told of or a later one`, async () => {
  const next = seeded(20);
  let first = 1;
  for (let kill = 0; kill < KILLS; kill++) {
    const run = publish(first, Number.MAX_SAFE_INTEGER);
    await Promise.race([run.begun, run.ended]);
    await wait(next() * 12);
    run.kill();
    expect(await run.ended, "it was still at work").toBeNull();
    const site = await siteInUse();
    expect(site).toBeGreaterThanOrEqual(run.told.at(-1) ?? 0);
    first = site + 1;
  }
  expect(await publish(first, 1).ended).toBe(0);
  expect(await siteInUse()).toBe(first);
  expect(await leftovers()).toEqual({ project: [], workshop: [] });
  expect((await readdir(join(project, ".segbook", "sites"))).length).toBeLessThanOrEqual(3);
});

test("whoever looks while sites are published always finds one", async () => {
  const runs = [publish(1_000_000, 150), publish(2_000_000, 150)];
  await Promise.all(runs.map((run) => Promise.race([run.begun, run.ended])));
  let over = false;
  const ended = Promise.all(runs.map((run) => run.ended)).then((codes) => {
    over = true;
    return codes;
  });
  const seen = new Set<string>();
  while (!over) seen.add(await readlink(join(project, "dist")));
  expect(await ended).toEqual([0, 0]);
  expect(seen.size).toBeGreaterThan(10);
  await siteInUse();
});
