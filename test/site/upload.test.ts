import { readFile, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, BrowserContext, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { parse } from "yaml";
import { openBrowser } from "../../loaders/site/chromium.js";
import { serveSite } from "../../loaders/site/serve.js";
import { inProject } from "../../loaders/store/project.js";

const SAMPLE = ["orders.csv", "customers.csv", "events.csv", "costs.csv"].map((file) =>
  inProject("data", "sample", file)
);

/** The button that computes, once it may be pressed. */
const READY = ".step:not([aria-busy]) .button.primary:not([aria-disabled])";

let browser: Browser;
let context: BrowserContext;
let site: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  site = await serveSite(await realpath(join(inject("sample"), "dist")), "/reports/2026/");
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  // Nothing here tests speed, and the machine may be busy: only the limit of all tests ends what hangs.
  context.setDefaultTimeout(0);
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

interface Upload extends AsyncDisposable {
  page: Page;
  /** Everything that left the page or its worker: method and address, a body where there was one. */
  sent: { method: string; url: string; body: string | null }[];
  /** Errors, violations of the policy, sockets, dialogs. */
  complaints: string[];
  bring(...files: (string | { name: string; text: string | Buffer })[]): Promise<void>;
  compute(): Promise<void>;
}

/** The Upload page, with everything on it that a visitor would do. */
async function openUpload(lang: "vi" | "en" = "en"): Promise<Upload> {
  const page = await context.newPage();
  const sent: Upload["sent"] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    sent.push({ method: request.method(), url: request.url(), body: request.postData() });
  });
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
  const input = page.locator("#upload-files");
  return {
    page,
    sent,
    complaints,
    bring: (...files) =>
      input.setInputFiles(
        files.filter((file) => typeof file === "string").length > 0
          ? files.filter((file) => typeof file === "string")
          : files
              .filter((file) => typeof file !== "string")
              .map(({ name, text }) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) }))
      ),
    compute: async () => {
      await page.locator(READY).click();
      await page.locator(".notebook:not(.early)").waitFor();
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

/** The numbers and findings of the site's own Overview. */
async function readOverview(lang: "vi" | "en"): Promise<{ numbers: string[]; headlines: string[] }> {
  const page = await context.newPage();
  await page.goto(`${site.url}${lang}/index.html`, { waitUntil: "networkidle" });
  const numbers = await page.locator(".lede strong").allInnerTexts();
  const headlines = await page.locator(".findings h2").allInnerTexts();
  await page.close();
  return { numbers, headlines };
}

test("nothing chosen, nothing fetched: the software for computing comes with the first file", async () => {
  await using upload = await openUpload();
  expect(upload.sent.filter(({ url }) => /\/upload\/(worker|duckdb|sqlite)\./.test(url))).toEqual([]);
  expect(upload.complaints).toEqual([]);
});

describe("on the sample's own files", () => {
  let upload: Upload;

  beforeAll(async () => {
    upload = await openUpload();
    await upload.bring(...SAMPLE);
    await upload.compute();
  });

  afterAll(() => upload?.page.close());

  const take = async (click: () => Promise<void>) => {
    const saving = upload.page.waitForEvent("download");
    await click();
    return saving;
  };
  const lookUp = async (words: string) => {
    await upload.page.fill("#upload-person", words);
    await upload.page.locator("#person form button").click();
  };

  test("numbers and findings are those of the site's Overview", async () => {
    const { numbers, headlines } = await readOverview("en");
    expect(numbers.length).toBeGreaterThanOrEqual(4);
    const totals = await upload.page.locator(".totals b").allInnerTexts();
    expect(totals.slice(0, numbers.length)).toEqual(numbers);
    expect(await upload.page.locator("#overview .findings h2").allInnerTexts()).toEqual(headlines);
  });

  test("a person is found, with groups, reasons and states", async () => {
    const { page } = upload;
    await lookUp("KH00002");
    const person = page.locator(".person").first();
    await person.waitFor();
    expect(await person.locator("summary").first().textContent()).toContain("Hoàng Minh Gia Huy");
    const reasons = await person.locator(".memberships dd span").allInnerTexts();
    expect(reasons.length).toBeGreaterThan(10);
    for (const reason of reasons) expect(reason).toMatch(/\S/);
    expect(reasons.join(" ")).not.toMatch(/[a-z]_[a-z]/);
    expect(await person.locator(".journey li").count()).toBe(7);
    await lookUp("nobody at all");
    await page.locator(".person").waitFor({ state: "detached" });
  });

  test("a finding's link and a group's link lead to parts of the notebook, not to the sample's pages", async () => {
    const { page } = upload;
    const links = await page
      .locator(".notebook a")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((href) => !href.startsWith("#"))).toEqual([]);
    await page.locator('#overview .first-plays a[href^="#playbook/"]').first().click();
    await page.locator(".notebook .playbook").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("playbook-name");
  });

  test("downloads open and hold what they say", async () => {
    const { page } = upload;
    const mapping = await take(() => page.locator('[data-key="mapping"]').click());
    expect(mapping.suggestedFilename()).toBe("mapping.yml");
    const said = parse((await contents(mapping)).toString("utf8"));
    expect(Object.keys(said.files).sort()).toEqual(["costs.csv", "customers.csv", "events.csv", "orders.csv"]);
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
    const [customers] = await page.locator(".totals b").allInnerTexts();
    expect(customers?.replaceAll(",", "")).toBe(String(study.customers));
    const rejects = await take(() => page.locator("#downloads button", { hasText: "rejects.csv" }).click());
    expect((await contents(rejects)).toString("utf8")).toMatch(/^\uFEFF?file,row,column,value,reason/);
    const list = await take(() => page.locator("#downloads button", { hasText: "this group’s list" }).click());
    expect((await contents(list)).toString("utf8").split("\n").length).toBeGreaterThan(2);
  });

  test("the notebook has no serious fault of accessibility", async () => {
    const { page } = upload;
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const faults = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { target: unknown[] }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations
        .filter((v) => v.impact === "serious" || v.impact === "critical")
        .map((v) => `${v.id}: ${v.nodes.map((node) => node.target.join(" ")).join(" | ")}`);
    });
    expect(faults).toEqual([]);
  });

  test("no request left the origin, and none carried anything", () => {
    const { sent, complaints } = upload;
    // What the worker fetches is seen too: without it this test would watch nothing.
    expect(sent.some(({ url }) => /duckdb\.[^/]*wasm/.test(url))).toBe(true);
    const outside = sent.filter(({ url }) => !url.startsWith(site.url) && !/^(data|blob):/.test(url));
    expect(outside).toEqual([]);
    expect(sent.filter(({ method, body }) => method !== "GET" || body !== null)).toEqual([]);
    expect(sent.filter(({ url }) => url.startsWith("http") && new URL(url).search !== "")).toEqual([]);
    expect(complaints).toEqual([]);
  });
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
  const periods: string[] = [];
  for (const answer of ["dmy", "mdy"]) {
    await page.locator(`.readings input[value="${answer}"]`).check();
    await page.locator(".readings:not(.open)").waitFor();
    await page.locator(".notebook").waitFor({ state: "detached" });
    await upload.compute();
    periods.push(
      ...(await page.locator("#overview .lede").allInnerTexts()).map((text) => text.replaceAll("\u00a0", " "))
    );
  }
  expect(periods[0]).toContain("9 Aug 2026");
  expect(periods[1]).toContain("8 Sep 2026");
  expect(upload.complaints).toEqual([]);
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
  expect(upload.complaints).toEqual([]);
});

test("stopping stops, keeps nothing, and lets start again", async () => {
  await using upload = await openUpload();
  await upload.bring(...SAMPLE);
  const { page } = upload;
  await page.locator(READY).click();
  await page.locator(".computing .button").click();
  await page.locator(".step", { hasText: "Stopped. Nothing was kept" }).waitFor();
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await page.locator(".notebook").count()).toBe(0);
  await upload.compute();
  expect(upload.complaints).toEqual([]);
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
  expect(upload.complaints).toEqual([]);
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
  expect(upload.complaints).toEqual([]);
});

test("once the tables are shown, the connection may be cut", async () => {
  await using upload = await openUpload();
  await upload.bring({
    name: "orders.csv",
    text: orders((i) => [`D${i}`, `K${i % 40}`, `2026-0${(i % 6) + 1}-15`, "Bát", "1000"])
  });
  await upload.page.locator(READY).waitFor();
  await upload.page.context().setOffline(true);
  try {
    await upload.compute();
    await upload.page.locator(".playbook").waitFor();
  } finally {
    await upload.page.context().setOffline(false);
  }
});

test("leaving while it computes asks first; afterwards it doesn’t", async () => {
  await using upload = await openUpload();
  await upload.bring(...SAMPLE);
  const { page } = upload;
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await asks()).toBe(false);
  await page.locator(READY).click();
  await page.locator(".computing").waitFor();
  expect(await asks()).toBe(true);
  await page.locator(".notebook:not(.early)").waitFor();
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

test("a study in Vietnamese fits a phone and has the Overview's numbers", async () => {
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
  const { numbers, headlines } = await readOverview("vi");
  const totals = await page.locator(".totals b").allInnerTexts();
  expect(totals.slice(0, numbers.length)).toEqual(numbers);
  expect(await page.locator("#overview .findings h2").allInnerTexts()).toEqual(headlines);
  expect(upload.complaints).toEqual([]);
});
