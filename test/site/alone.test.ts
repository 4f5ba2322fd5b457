import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { renderAlone } from "../../loaders/site/alone.js";
import { openBrowser } from "../../loaders/site/chromium.js";
import type { Lang } from "../../src/terms/lang.js";

let folder: string;
let data: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "segbook-"));
  const stores = join(inject("sample"), ".segbook", "store");
  data = join(stores, (await readdir(stores))[0] ?? "", "data");
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A page written to disk and opened from there, with no network, and all that it complains of or asks for. */
async function openAlone(name: string, lang: Lang) {
  const file = join(folder, `${name}-${lang}.html`);
  await writeFile(file, await renderAlone(name, lang, data));
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const address = pathToFileURL(file).href;
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) complaints.push(`asks for ${request.url()}`);
  });
  await page.goto(address);
  await page.locator("main svg").first().waitFor();
  return { page, complaints };
}

/** Pages that show what is published, with charts that the sample has for sure. */
const CHARTS: [page: string, least: number][] = [
  ["index", 2],
  ["segments", 4],
  ["funnel", 2],
  ["targets", 1],
  ["data", 1]
];

describe.each(["vi", "en"] as const)("a page alone, in %s", (lang) => {
  test.each(CHARTS)("%s draws its charts from disk, without a network and without Framework", async (name, least) => {
    const { page, complaints } = await openAlone(name, lang);
    const seen = await page.evaluate(() => ({
      charts: [...document.querySelectorAll("main svg")].filter((svg) => svg.querySelector("rect, path, circle, line"))
        .length,
      empty: [...document.querySelectorAll("[data-cell]")].filter((cell) => !cell.hasChildNodes()).length,
      text: document.querySelector("main")?.textContent ?? "",
      html: document.documentElement.outerHTML
    }));
    expect(complaints).toEqual([]);
    expect(seen.charts).toBeGreaterThanOrEqual(least);
    expect(seen.empty).toBe(0);
    expect(seen.text).not.toMatch(/undefined|\bNaN\b|\[object|\$\{|```/);
    expect(seen.html).not.toMatch(/observablehq:|_observablehq/);
    await page.context().close();
  });
});

test("choices work, though the address of a file can't change", async () => {
  const { page, complaints } = await openAlone("segments", "en");
  const question = () => page.locator(".lede.said").textContent();
  const before = await question();
  await page.locator("main select").first().selectOption({ index: 2 });
  expect(await question()).not.toBe(before);
  expect(complaints).toEqual([]);
  await page.context().close();
});
