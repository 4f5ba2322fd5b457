import { appendFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findPort } from "../../loaders/commands/port.js";
import { openBrowser } from "../../loaders/site/chromium.js";
import { makeWorkspace, type Running, type Workspace } from "./workspace.js";

let workspace: Workspace;
let live: Running;
let url: string;
let orders: string;

beforeAll(async () => {
  workspace = await makeWorkspace(inject("sample"));
  orders = join(workspace.path, "data", "sample", "orders.csv");
  live = workspace.start("start", "--no-open", "--lang", "en", "--port", String(await findPort(3600)));
  url = /Your site: (\S+)/.exec(await said(/Your site: \S+/))?.[1] ?? "";
});

afterAll(async () => {
  live.kill();
  await live.ended;
  await workspace.remove();
});

/** Waits until the terminal shows something new that fits, and gives it all. */
async function said(pattern: RegExp, from = 0, { child, output }: Running = live): Promise<string> {
  while (!pattern.test(output().slice(from))) {
    if (child.exitCode !== null) throw new Error(`the terminal never said ${pattern}:\n${output()}`);
    await wait(100);
  }
  return output();
}

const study = async () =>
  (await (await fetch(`${url}_file/data/study.json`)).json()) as { orders: number; customers: number };

describe.sequential("npm start", () => {
  test("serves on this machine only, says which data it shows and where", async () => {
    expect(live.output()).toContain("Sample data (made up): data/sample");
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await fetch(`${url}vi/index.html`);
    expect(page.status).toBe(200);
    expect((await fetch(`${url}vi/playbooks/rfm/champions.html`)).status).toBe(200);
    expect((await study()).orders).toBeGreaterThan(1000);
  });

  test("shows a changed file in a page that is open, without being asked", async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(0);
      const before = await study();
      const shown = (count: number) => page.getByText(count.toLocaleString("en-GB"), { exact: true }).first();
      await page.goto(`${url}en/index.html`);
      await shown(before.orders).waitFor();
      const from = live.output().length;
      const last = (await readFile(orders, "utf8")).trimEnd().split("\n").at(-1) ?? "";
      await appendFile(orders, `${last.replace(/^[^,]+/, "DH99999")}\n`);
      await said(/Computed again/, from);
      expect((await study()).orders).toBe(before.orders + 1);
      await shown(before.orders + 1).waitFor();
    } finally {
      await browser.close();
    }
  });

  test("tells what is wrong with a file and goes on showing the study before", async () => {
    const before = await study();
    const sound = await readFile(orders, "utf8");
    let from = live.output().length;
    await writeFile(orders, `${sound.split("\n", 1)[0]}\n`);
    await said(/orders\.csv · expected: at least one row[\s\S]*still shows the study before/, from);
    expect(await study()).toEqual(before);
    from = live.output().length;
    await writeFile(
      orders,
      `${sound.trimEnd()}\n${(sound.trimEnd().split("\n").at(-1) ?? "").replace(/^[^,]+/, "DH99998")}\n`
    );
    await said(/Computed again/, from);
    expect((await study()).orders).toBe(before.orders + 1);
  });

  test("computes again when a definition changes", async () => {
    const from = live.output().length;
    const scheme = join(workspace.path, "loaders", "definitions", "schemes", "rfm.yaml");
    await writeFile(scheme, (await readFile(scheme, "utf8")).replace('en: "Champions"', 'en: "Top of all"'));
    await said(/Computed again/, from);
    expect(await (await fetch(`${url}_file/data/definitions.json`)).text()).toContain("Top of all");
  });

  test("refuses who isn't on this machine, and what would end it", async () => {
    expect((await fetch(`${url}%`)).status).toBe(400);
    expect((await fetch(`${url}_npm/d3@7/_esm.js`)).status).toBe(404);
    expect((await fetch(url, { headers: { origin: "https://evil.example" } })).status).toBe(403);
    expect((await fetch(`${url}vi/index.html`)).status).toBe(200);
  });

  test("shows one firm at a time", async () => {
    const folder = join(workspace.path, "data", "other");
    await mkdir(folder);
    await writeFile(join(folder, "orders.csv"), await readFile(orders));
    const second = workspace.start("start", "--no-open", "--lang", "en", "--data", folder);
    expect(await second.ended).toBe(2);
    expect(second.output()).toContain(`The live site of ${join(workspace.path, "data", "sample")} is running`);
    await rm(folder, { recursive: true });
    expect((await fetch(`${url}vi/index.html`)).status).toBe(200);
  });

  test("takes the next port when one is taken, and ends when told to", async () => {
    const port = Number(new URL(url).port);
    const second = workspace.start("start", "--no-open", "--lang", "en", "--port", String(port));
    const other = /Your site: (\S+)/.exec(await said(/Your site: \S+/, 0, second))?.[1] ?? "";
    expect(other).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(other).not.toBe(url);
    second.child.kill("SIGTERM");
    expect(await second.ended).toBe(0);
    await expect(fetch(other)).rejects.toThrow();
    expect((await fetch(`${url}vi/index.html`)).status).toBe(200);
  });
});
