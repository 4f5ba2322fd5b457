import { readFileSync } from "node:fs";
import { readFile, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser } from "../../loaders/site/chromium.js";
import { serveSite } from "../../loaders/site/serve.js";
import { listFiles } from "../../loaders/store/files.js";

const LANGUAGES = ["vi", "en"] as const;
const MAIN = ["index", "segments", "funnel", "targets", "playbooks", "data", "upload", "method"];
const CHARTS: Record<string, number> = { index: 2, segments: 4, funnel: 2, targets: 1, data: 1 };

const folder = await realpath(join(inject("sample"), "dist"));
const pages = (await listFiles(folder)).filter((file) => file.endsWith(".html"));
const html = new Map<string, string>();
for (const path of pages) html.set(path, await readFile(join(folder, path), "utf8"));

/** Pages that the browser opens: every main page, and of the playbooks one of every kind in each language. */
const VISITED = [
  ...LANGUAGES.flatMap((lang) => MAIN.map((name) => `${lang}/${name}.html`)),
  ...new Map(pages.filter((path) => path.includes("/playbooks/")).map((path) => [kindOf(path), path])).values()
];

/** What a browser has to do on a playbook's page, whichever group it is of: its scripts and the classes of its text. */
function kindOf(path: string): string {
  const [lang = "", , scheme, file = ""] = path.split("/");
  const text = html.get(path) ?? "";
  const own = new RegExp(`"(${scheme}|${file.replace(".html", "")}|${scheme}/${file.replace(".html", "")})"`, "g");
  const scripts = ownScripts(path, text).map((script) => script.replace(/\bid: ?"\w+"/g, "").replace(own, '"…"'));
  const classes = new Set(mainOf(text).match(/class="[^"]*"/g));
  return JSON.stringify([lang, scripts, [...classes].sort()]);
}

/** The scripts that the build took out of a page. */
function ownScripts(path: string, text: string): string[] {
  return [...text.matchAll(/ src="\.\/(script\.[0-9a-f]+\.js)"/g)].map(([, file = ""]) =>
    readFileSync(join(folder, path, "..", file), "utf8")
  );
}

function mainOf(text: string): string {
  return /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? "";
}

/** Signs of a hole in what a page says. */
const HOLE = /undefined|\bNaN\b|\[object|\$\{/;

let browser: Browser;
let context: BrowserContext;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite(folder, "/reports/2026/");
  browser = await openBrowser();
  context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    timezoneId: "America/Los_Angeles"
  });
  // The machine may be busy: only the limit of all tests ends what hangs.
  context.setDefaultTimeout(0);
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

test("all pages are there, in both languages", () => {
  for (const lang of LANGUAGES) {
    for (const name of MAIN) expect(pages).toContain(`${lang}/${name}.html`);
    expect(pages.filter((path) => path.startsWith(`${lang}/playbooks/`)).length).toBeGreaterThan(60);
  }
  const below = (lang: string) => pages.filter((path) => path.startsWith(`${lang}/`)).map((path) => path.slice(3));
  expect(below("en")).toEqual(below("vi"));
});

test("every page says in its HTML which language it is in, has a title and no hole", () => {
  for (const [path, text] of html) {
    if (path === "index.html") continue;
    const words = mainOf(text)
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "")
      .replace(/<[^>]*>/g, " ");
    expect(text, path).toContain(`<html lang="${path.slice(0, 2)}">`);
    expect(text, path).toContain('http-equiv="Content-Security-Policy"');
    expect(text, path).not.toContain("observablehq--error");
    expect(text, path).toMatch(/<h1\b[^>]*>(<[^>]*>)*[^<]{3,}/);
    expect(words, path).not.toMatch(HOLE);
  }
});

test("the playbooks are of few kinds, so that opening one of each tells of all", () => {
  const playbooks = VISITED.filter((path) => path.includes("/playbooks/"));
  expect(playbooks.length).toBeGreaterThanOrEqual(2);
  expect(playbooks.length).toBeLessThan(24);
});

test.concurrent.for(VISITED)(
  "%s opens without a complaint, fits a phone, and has no serious fault of accessibility",
  async (path, { expect }) => {
    const page = await context.newPage();
    const complaints = listenTo(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(path, page);
    const seen = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      width: document.documentElement.scrollWidth,
      errors: document.querySelectorAll(".observablehq--error").length,
      title: document.querySelector("main h1")?.textContent ?? "",
      text: document.querySelector("main")?.textContent ?? ""
    }));
    expect(seen).toMatchObject({ lang: path.slice(0, 2), errors: 0 });
    expect(seen.width).toBeLessThanOrEqual(390);
    expect(seen.title.length).toBeGreaterThan(2);
    expect(seen.text).not.toMatch(HOLE);
    await page.setViewportSize({ width: 1280, height: 900 });
    const drawn = () =>
      page
        .locator("main svg")
        .evaluateAll((all) => all.filter((chart) => chart.querySelector("rect, path, circle, line") !== null).length);
    await expect.poll(drawn).toBeGreaterThanOrEqual(CHARTS[/(\w+)\.html$/.exec(path)?.[1] ?? ""] ?? 0);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  }
);

/** Serious faults of accessibility. The page's own policy lets no script in: the checker comes by the debugger. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(async () => {
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
}

test("the front door leads to the Vietnamese site", async () => {
  const page = await context.newPage();
  const complaints = listenTo(page);
  await page.goto(site.url);
  await page.waitForURL("**/vi/index.html");
  expect(complaints).toEqual([]);
  await page.close();
});

describe.each(LANGUAGES)("%s", (lang) => {
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
