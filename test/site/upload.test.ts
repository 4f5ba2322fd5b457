import { readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, BrowserContext, Download, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { inProject } from "../../loaders/run/project.js";
import { openBrowser } from "./browser.js";
import { serveSite } from "./serve.js";

const LANGUAGES = ["vi", "en"] as const;
const SAMPLE = ["orders.csv", "customers.csv", "events.csv", "costs.csv"].map((file) =>
  inProject("data", "sample", file)
);

let browser: Browser;
let context: BrowserContext;
let site: Awaited<ReturnType<typeof serveSite>>;
/** Everything that left a page since the last one was opened: method and address, a body where there was one. */
let sent: { method: string; url: string; body: string | null }[];
let complaints: string[];

beforeAll(async () => {
  site = await serveSite(await realpath(join(inject("sample"), "dist")), "/reports/2026/");
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  context.on("request", (request) => {
    sent.push({ method: request.method(), url: request.url(), body: request.postData() });
  });
});

beforeEach(() => {
  sent = [];
  complaints = [];
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

interface Upload extends AsyncDisposable {
  page: Page;
  bring(...files: (string | { name: string; text: string | Buffer })[]): Promise<void>;
  compute(): Promise<void>;
}

/** The Upload page, with everything on it that a visitor would do. */
async function openUpload(lang: "vi" | "en" = "en"): Promise<Upload> {
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("websocket", (socket) => complaints.push(`socket: ${socket.url()}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(`${site.url}${lang}/upload.html`, { waitUntil: "networkidle" });
  return {
    page,
    bring: (...files) =>
      page
        .locator("#upload-files")
        .setInputFiles(
          files.every((file) => typeof file === "string")
            ? files
            : files.flatMap((file) =>
                typeof file === "string"
                  ? []
                  : [{ name: file.name, mimeType: "application/octet-stream", buffer: Buffer.from(file.text) }]
              )
        ),
    compute: async () => {
      await page.locator(".button.primary:not([aria-disabled])").click();
      await page.locator(".notebook").waitFor();
    },
    [Symbol.asyncDispose]: () => page.close()
  };
}

/** A year of orders, written as the function says. */
function orders(row: (i: number) => string[], heading = "order_id,customer_id,ordered_at,product,amount"): string {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return [heading, ...Array.from({ length: 240 }, (_, i) => row(i).map(quote).join(","))].join("\n");
}

async function contents(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

describe.each(LANGUAGES)("%s", (lang) => {
  test("the sample's own files give the numbers and findings of the site's Overview", async () => {
    await using upload = await openUpload(lang);
    await upload.bring(...SAMPLE);
    await upload.compute();
    const totals = await upload.page.locator(".totals b").allInnerTexts();
    const headlines = await upload.page.locator("#overview .findings h2").allInnerTexts();
    const overview = await context.newPage();
    await overview.goto(`${site.url}${lang}/index.html`, { waitUntil: "networkidle" });
    const lede = await overview.locator(".lede strong").allInnerTexts();
    expect(lede.length).toBeGreaterThanOrEqual(4);
    expect(totals.slice(0, lede.length)).toEqual(lede);
    expect(headlines).toEqual(await overview.locator(".findings h2").allInnerTexts());
    await overview.close();
    expect(complaints).toEqual([]);
  });
});

test("nothing chosen, nothing fetched: the software for computing comes with the first file", async () => {
  await using _ = await openUpload();
  expect(sent.filter(({ url }) => /worker[^/]*\.js|\.wasm/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("no request leaves the origin, and none carries anything", async () => {
  await using upload = await openUpload();
  await upload.bring(...SAMPLE);
  await upload.compute();
  await upload.page.fill("#upload-person", "KH00001");
  await upload.page.locator("#person form button").click();
  await upload.page.locator(".person").waitFor();
  const elsewhere = sent.filter(({ url }) => !url.startsWith(site.url) && !/^(data|blob):/.test(url));
  expect(elsewhere).toEqual([]);
  expect(sent.filter(({ method, body }) => method !== "GET" || body !== null)).toEqual([]);
  expect(sent.filter(({ url }) => new URL(url).search !== "" || url.length > 300)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a person is found, with groups, reasons and states", async () => {
  await using upload = await openUpload();
  await upload.bring(...SAMPLE);
  await upload.compute();
  await upload.page.fill("#upload-person", "KH00002");
  await upload.page.locator("#person form button").click();
  const person = upload.page.locator(".person").first();
  await person.waitFor();
  expect(await person.locator("summary").textContent()).toContain("Hoàng Minh Gia Huy");
  const reasons = await person.locator(".memberships dd").allInnerTexts();
  expect(reasons.length).toBeGreaterThan(10);
  for (const reason of reasons) expect(reason.trim()).not.toBe("");
  expect(await person.locator(".journey li").count()).toBe(7);
  await upload.page.fill("#upload-person", "nobody at all");
  await upload.page.locator("#person form button").click();
  await upload.page.locator(".person").waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
});

test("days that read two ways are asked for, and the answer counts", async () => {
  const text = orders((i) => [
    `D${i}`,
    `K${i % 40}`,
    `0${(i % 9) + 1}/0${(Math.floor(i / 9) % 8) + 1}/2026`,
    "Bát",
    String(20_000 + i * 100)
  ]);
  await using upload = await openUpload();
  await upload.bring({ name: "orders.csv", text });
  const { page } = upload;
  await page.locator(".sheet").waitFor();
  const question = page.locator(".readings.open");
  // Small files are looked at whole when they come in; in large ones only computing finds out.
  if ((await question.count()) === 0) await page.locator(".button.primary").click();
  await question.waitFor();
  expect(await page.locator(".button.primary").getAttribute("aria-disabled")).toBe("true");
  const periods: (string | null)[] = [];
  for (const answer of ["dmy", "mdy"]) {
    await page.locator(`.readings input[value="${answer}"]`).check();
    await page.locator(".readings:not(.open)").waitFor();
    await page.locator(".notebook").waitFor({ state: "detached" });
    await upload.compute();
    periods.push(await page.locator("#overview .lede").textContent());
  }
  expect(periods[0]).toContain("9 Aug 2026");
  expect(periods[1]).toContain("8 Sep 2026");
  expect(complaints).toEqual([]);
});

test("a heading taken wrongly is put right on the page", async () => {
  const text = orders(
    (i) => [`D${i}`, `K${i % 40}`, `2026-0${(i % 6) + 1}-15`, "Bát", "1000", "5000"],
    "order_id,customer_id,ordered_at,product,amount,paid in the end"
  );
  await using upload = await openUpload();
  await upload.bring({ name: "orders.csv", text });
  const { page } = upload;
  await page.locator(".sheet details.columns summary").click();
  await page.getByLabel(/^paid in the end:/).selectOption("amount");
  await page.waitForFunction(
    () => document.querySelector<HTMLSelectElement>('select[aria-label^="amount:"]')?.value === ""
  );
  await upload.compute();
  const totals = await page.locator(".totals li").allInnerTexts();
  expect(totals.join(" ")).toMatch(/1\.2\s*m/);
  expect(complaints).toEqual([]);
});

test("stopping stops, keeps nothing, and lets start again", async () => {
  await using upload = await openUpload();
  await upload.bring(...SAMPLE);
  const { page } = upload;
  await page.locator(".button.primary:not([aria-disabled])").click();
  await page.locator(".computing .button").click();
  await page.locator(".step", { hasText: "Stopped. Nothing was kept" }).waitFor();
  expect(page.workers()).toEqual([]);
  expect(await page.locator(".notebook").count()).toBe(0);
  await upload.compute();
  expect(complaints).toEqual([]);
});

test.each([
  ["report.pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj"],
  ["photo.xlsx", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ["empty.csv", ""]
])("%s is refused by name, with what to do", async (name, text) => {
  await using upload = await openUpload();
  await upload.bring({ name, text });
  const { page } = upload;
  const problem = page.locator(".problems li", { hasText: name }).first();
  await problem.waitFor();
  expect(await problem.textContent()).toMatch(/do this: ./);
  expect(await page.locator(".button.primary:not([aria-disabled])").count()).toBe(0);
  await page.locator(".chosen-files button").click();
  await page.locator(".problems").waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
});

test("script in every field of a file stays text, in lists too", async () => {
  const evil = (i: number) =>
    `<img src=x onerror="window.owned=${i}">\${window.owned=1}<script>window.owned=2</script>`;
  const text = orders(
    (i) => [
      `=cmd|' /C calc'!A${i}`,
      `=HYPERLINK("http://evil.example","K${i % 40}")`,
      `2026-0${(i % 6) + 1}-15`,
      evil(i % 3),
      "1000",
      evil(5),
      evil(6)
    ],
    "order_id,customer_id,ordered_at,product,amount,channel,<b onclick=alert(1)>note</b>"
  );
  await using upload = await openUpload();
  await upload.bring({ name: "<img src=x onerror=window.owned=3>.csv", text });
  const { page } = upload;
  await page.locator(".sheet").waitFor();
  await page.locator(".sheet details.columns summary").click();
  await upload.compute();
  await page.locator(".playbook").waitFor();
  await page.fill("#upload-person", '=HYPERLINK("http://evil.example","K1")');
  await page.locator("#person form button").click();
  await page.locator(".person").waitFor();
  expect(await page.evaluate(() => (window as unknown as { owned?: unknown }).owned)).toBeUndefined();
  expect(await page.locator("main img, main script, main [onerror], main [onclick]").count()).toBe(0);
  const saving = page.waitForEvent("download");
  await page.locator("#downloads button", { hasText: "All results" }).click();
  const files = unzipSync(await contents(await saving));
  for (const [name, bytes] of Object.entries(files))
    if (name.endsWith(".csv"))
      expect(
        Buffer.from(bytes)
          .toString("utf8")
          .split(/\r?\n/)
          .filter((line) => /(^|,)"?[=+@]/.test(line)),
        name
      ).toEqual([]);
  expect(complaints).toEqual([]);
});

test("downloads open and hold what they say", async () => {
  await using upload = await openUpload();
  await upload.bring(...SAMPLE);
  const { page } = upload;
  await page.locator(".sheet").first().waitFor();
  const take = async (click: () => Promise<void>) => {
    const saving = page.waitForEvent("download");
    await click();
    return saving;
  };
  const mapping = await take(() => page.locator('[data-key="mapping"]').click());
  expect(mapping.suggestedFilename()).toBe("mapping.yml");
  expect((await contents(mapping)).toString("utf8")).toContain("orders.csv");
  await upload.compute();
  const all = await take(() => page.locator("#downloads button", { hasText: "All results" }).click());
  const files = unzipSync(await contents(all));
  const names = Object.keys(files);
  for (const name of ["study.json", "segments.csv", "funnel.csv", "targets.csv", "rejects.csv", "people.csv"])
    expect(names).toContain(name);
  expect(names.filter((name) => /^playbooks\/en\/.+\.md$/.test(name)).length).toBeGreaterThan(50);
  for (const name of ["membership.parquet", "features.parquet"])
    expect(
      Buffer.from(files[name] ?? [])
        .subarray(0, 4)
        .toString("latin1"),
      name
    ).toBe("PAR1");
  const study = JSON.parse(Buffer.from(files["study.json"] ?? []).toString("utf8"));
  const totals = await page.locator(".totals b").allInnerTexts();
  expect(totals[0]?.replaceAll(",", "")).toBe(String(study.customers));
  const rejects = await take(() => page.locator("#downloads button", { hasText: "rejects.csv" }).click());
  expect((await contents(rejects)).toString("utf8")).toMatch(/^\uFEFF?file,row,column,value,reason/);
  const list = await take(() => page.locator("#downloads button", { hasText: "this group’s list" }).click());
  expect((await contents(list)).toString("utf8").split("\n").length).toBeGreaterThan(2);
  expect(complaints).toEqual([]);
});

test("leaving while it computes asks first; afterwards it doesn’t", async () => {
  await using upload = await openUpload();
  await upload.bring(...SAMPLE);
  const { page } = upload;
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await asks()).toBe(false);
  await page.locator(".button.primary:not([aria-disabled])").click();
  await page.locator(".computing").waitFor();
  expect(await asks()).toBe(true);
  await page.locator(".notebook").waitFor();
  expect(await asks()).toBe(false);
});

test("a browser without what is needed is told so, in place of the steps", async () => {
  const page = await context.newPage();
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "DecompressionStream"));
  await page.goto(`${site.url}en/upload.html`, { waitUntil: "networkidle" });
  expect(await page.locator(".upload, [role=alert]").allInnerTexts()).toEqual([
    expect.stringContaining("This browser is too old")
  ]);
  await page.close();
});

test("a study fits a phone", async () => {
  await using upload = await openUpload("vi");
  const { page } = upload;
  await page.setViewportSize({ width: 390, height: 844 });
  await upload.bring(...SAMPLE);
  await page.locator(".sheet").first().waitFor();
  for (const summary of await page.locator(".sheet details.columns summary").all()) await summary.click();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(390);
  await upload.compute();
  await page.locator(".playbook").waitFor();
  expect(await width()).toBeLessThanOrEqual(390);
});
