import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Reply, Task, Tasks } from "../../browser/protocol.js";
import { bundleWorker, ENGINES } from "../../site/bundle.js";
import { openBrowser } from "../../site/chromium.js";
import { serveSite } from "../../site/serve.js";

/** A page with the worker and nothing else, on a host of its own, below a path. */
export interface WorkerPage {
  page: Page;
  /** Asks the worker; files are paths on this disk. Buffers come back as bytes. */
  ask<T extends Task>(task: T, asked: Asked<T>): Promise<Reply & { id: number }>;
  /** What was said on the way of the last question. */
  progress: string[];
  /** The study before its past was looked at, and milliseconds after it was asked for, of the last question. */
  early?: { files: Record<string, string | Uint8Array>; milliseconds: number } | undefined;
  /** Addresses asked for, and what was violated or failed in the page. */
  requests: string[];
  complaints: string[];
  close(): Promise<void>;
}

type Asked<T extends Task> = Omit<Tasks[T]["asked"], "files"> & { files?: string[] };

const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'";

const PAGE = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>worker</title><input type="file" multiple><script type="module" src="./page.js"></script>`;

/** In the page: asks the worker and turns buffers into what can leave a page. */
const SCRIPT = `
const places = new URLSearchParams({duckdb: new URL("./duckdb.wasm", location).href, sqlite: new URL("./sqlite.wasm", location).href});
let worker, id = 0;
const start = () => { worker = new Worker("./worker.js#" + places); };
const plain = (value) => value instanceof ArrayBuffer ? {bytes64: encode(new Uint8Array(value))}
  : Array.isArray(value) ? value.map(plain)
  : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)])) : value;
const encode = (bytes) => { let text = ""; for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192)); return btoa(text); };
window.ask = (task, asked, withFiles) => new Promise((done, fail) => {
  if (!worker) start();
  const number = ++id, progress = [], began = performance.now();
  let early;
  worker.onerror = (event) => fail(new Error(event.message ?? "worker error"));
  worker.onmessage = ({data}) => data.kind === "progress" ? progress.push(data.message.en)
    : data.kind === "early" ? early = {files: data.given.files, milliseconds: performance.now() - began}
    : done(plain({reply: data, progress, early}));
  const files = withFiles ? [...document.querySelector("input").files] : undefined;
  worker.postMessage({id: number, task, asked: files ? {...asked, files} : asked});
});
window.end = () => { worker?.terminate(); worker = undefined; };
`;

export async function openWorkerPage(): Promise<WorkerPage> {
  const folder = await mkdtemp(join(tmpdir(), "segbook-worker-"));
  await writeFile(join(folder, "worker.js"), await bundleWorker());
  await writeFile(join(folder, "index.html"), PAGE);
  await writeFile(join(folder, "page.js"), SCRIPT);
  for (const [name, path] of Object.entries(ENGINES)) await cp(path, join(folder, name));
  const server = await serveSite(folder, "/some/where/", { "content-security-policy": POLICY });
  const browser = await openBrowser();
  const page = await browser.newPage();
  const opened: WorkerPage = {
    page,
    progress: [],
    requests: [],
    complaints: [],
    ask: async (task, { files, ...asked }) => {
      if (files) await page.locator("input").setInputFiles(files);
      const { reply, progress, early } = (await page.evaluate(
        ([task, asked, withFiles]) =>
          (globalThis as unknown as { ask(...asked: unknown[]): Promise<unknown> }).ask(task, asked, withFiles),
        [task, asked, files !== undefined] as const
      )) as { reply: Reply; progress: string[]; early?: WorkerPage["early"] };
      opened.progress = progress;
      opened.early = unpack(early) as WorkerPage["early"];
      return unpack(reply) as Reply;
    },
    close: async () => {
      await browser.close();
      server.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
  page.on("request", (request) => opened.requests.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") opened.complaints.push(message.text());
  });
  page.on("pageerror", (error) => opened.complaints.push(error.message));
  await page.goto(`${server.url}index.html`);
  return opened;
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack);
  if (typeof value !== "object" || value === null) return value;
  if ("bytes64" in value) return new Uint8Array(Buffer.from(String(value.bytes64), "base64"));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpack(part)]));
}
