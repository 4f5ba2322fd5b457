import { readFile, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser } from "../../loaders/site/chromium.js";
import { serveSite } from "../../loaders/site/serve.js";
import { listFiles } from "../../loaders/store/files.js";

let browser: Browser;
let context: BrowserContext;
let site: Awaited<ReturnType<typeof serveSite>>;
let pages: string[];

beforeAll(async () => {
  const folder = await realpath(join(inject("sample"), "dist"));
  pages = (await listFiles(folder)).filter((file) => file.endsWith(".html"));
  site = await serveSite(folder, "/reports/2026/");
  browser = await openBrowser();
  context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    timezoneId: "America/Los_Angeles"
  });
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** Everything a page does that a visitor shouldn't have to live with. */
function listenTo(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || /Content.Security.Policy/i.test(message.text()))
      complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url()))
      complaints.push(`request elsewhere: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

async function open(path: string, page: Page): Promise<void> {
  await page.goto(site.url + path, { waitUntil: "networkidle" });
  await page.waitForFunction(() => document.querySelector("observablehq-loading") === null);
}

const MAIN = ["index", "segments", "funnel", "targets", "playbooks", "data", "upload", "method"];
const LANGUAGES = ["vi", "en"] as const;
const CHARTS: Record<string, number> = { index: 2, segments: 4, funnel: 2, targets: 1, data: 1 };

test("all pages are there, in both languages", () => {
  for (const lang of LANGUAGES) {
    for (const name of MAIN) expect(pages).toContain(`${lang}/${name}.html`);
    expect(pages.filter((path) => path.startsWith(`${lang}/playbooks/`)).length).toBeGreaterThan(60);
  }
  const below = (lang: string) => pages.filter((path) => path.startsWith(`${lang}/`)).map((path) => path.slice(3));
  expect(below("en")).toEqual(below("vi"));
});

test("every page opens without an error, a violation of its policy or a request elsewhere", {
  timeout: 600_000
}, async () => {
  const queue = pages.filter((name) => name !== "index.html");
  const visit = async () => {
    const page = await context.newPage();
    const complaints = listenTo(page);
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      await page.goto(site.url + path, { waitUntil: "load" });
      await page.waitForFunction(() => document.querySelector("observablehq-loading") === null);
      const seen = await page.evaluate(() => ({
        lang: document.documentElement.lang,
        errors: document.querySelectorAll(".observablehq--error").length,
        title: document.querySelector("main h1")?.textContent ?? "",
        text: document.querySelector("main")?.textContent ?? ""
      }));
      expect(complaints, path).toEqual([]);
      expect(seen.errors, path).toBe(0);
      expect(seen.lang, path).toBe(path.slice(0, 2));
      expect(seen.title.length, path).toBeGreaterThan(2);
      expect(seen.text, path).not.toMatch(/undefined|\bNaN\b|\[object|\$\{/);
    }
    await page.close();
  };
  await Promise.all([visit(), visit()]);
});

test("the front door leads to the Vietnamese site", async () => {
  const page = await context.newPage();
  const complaints = listenTo(page);
  await page.goto(site.url);
  await page.waitForURL("**/vi/index.html");
  expect(complaints).toEqual([]);
  await page.close();
});

describe.each(LANGUAGES)("%s", (lang) => {
  test.each(Object.entries(CHARTS))("%s draws its charts", async (name, count) => {
    const page = await context.newPage();
    await open(`${lang}/${name}.html`, page);
    const drawn = await page
      .locator("main svg")
      .evaluateAll(
        (charts) => charts.filter((chart) => chart.querySelector("rect, path, circle, line") !== null).length
      );
    expect(drawn).toBeGreaterThanOrEqual(count);
    await page.close();
  });

  test.each([...MAIN, "playbooks/rfm/champions"])("%s has no serious fault of accessibility", async (name) => {
    const page = await context.newPage();
    await open(`${lang}/${name}.html`, page);
    // The page's own policy lets no script in from outside: the checker comes in through the debugger.
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const faults = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: {
          run(): Promise<{
            passes: unknown[];
            violations: { id: string; impact: string; nodes: { target: unknown[] }[] }[];
          }>;
        };
      };
      const { passes, violations } = await axe.run();
      if (passes.length < 10) return ["the checker checked next to nothing"];
      return violations
        .filter((v) => v.impact === "serious" || v.impact === "critical")
        .map((v) => `${v.id}: ${v.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
    });
    expect(faults).toEqual([]);
    await page.close();
  });

  test("the language switch keeps page and query", async () => {
    const page = await context.newPage();
    await open(`${lang}/segments.html?scheme=rfm`, page);
    const other = lang === "vi" ? "en" : "vi";
    await page.locator(`.languages a[hreflang="${other}"]`).click();
    await page.waitForURL(`**/${other}/segments.html?scheme=rfm`);
    await page.close();
  });

  test("a control writes the view into the address, and the address brings it back", async () => {
    const page = await context.newPage();
    await open(`${lang}/segments.html`, page);
    const picker = page.locator("main select").first();
    await picker.selectOption("rfm");
    await page.waitForURL("**/segments.html?scheme=rfm");
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.locator("main select").first().inputValue()).toBe("rfm");
    await page.close();
  });

  test.each([...MAIN, "playbooks/rfm/champions"])("%s fits a phone", async (name) => {
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await open(`${lang}/${name}.html`, phone);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await phone.close();
  });
});

test.each([
  ["vi", "khach hang trung thanh", /trung thành/i],
  ["vi", "tiem nang", /tiềm năng/i],
  ["vi", "doi tac", /./],
  ["en", "champions", /champions/i]
])("search on the %s site finds “%s” without accents", async (lang, words, title) => {
  const page = await context.newPage();
  const complaints = listenTo(page);
  await open(`${lang}/index.html`, page);
  await page.locator("#observablehq-search input").click();
  await page.locator("#observablehq-search input").pressSequentially(words, { delay: 5 });
  const results = page.locator("#observablehq-search-results a");
  await results.first().waitFor();
  expect((await results.allInnerTexts()).join("\n")).toMatch(title);
  expect(complaints).toEqual([]);
  await results.first().click();
  await page.waitForLoadState("networkidle");
  expect(new URL(page.url()).pathname).toContain(`/${lang}/`);
  expect(complaints).toEqual([]);
  await page.close();
});
