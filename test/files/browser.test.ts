import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import * as xlsx from "@e965/xlsx";
import * as arrow from "apache-arrow";
import { build } from "esbuild";
import { strToU8, zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import initSqlJs from "sql.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../../loaders/site/chromium.js";
import { encode } from "./encode.js";
import { type Content, gather, readHeld } from "./gather.js";

const ROWS = Array.from({ length: 3000 }, (_, i) => [
  `DH${i}`,
  `Nguyễn Hằng ${i}`,
  `2026-01-${10 + (i % 20)}`,
  `${i}000`
]);
const HEADINGS = ["id", "name", "day", "amount"];
const CSV = `${[HEADINGS, ...ROWS].map((row) => row.join(";")).join("\n")}\n`;
const gz = (text: string) => new Uint8Array(gzipSync(text));

async function files(): Promise<Record<string, Exclude<Content, Blob>>> {
  const sheet = xlsx.utils.aoa_to_sheet([["Báo cáo"], HEADINGS, ...ROWS.slice(0, 50), ["Tổng cộng", "", "", 1225000]]);
  const { Database } = await initSqlJs();
  const database = new Database();
  database.exec("CREATE TABLE t (id INTEGER, name TEXT); INSERT INTO t VALUES (577212345678901234, 'Hằng')");
  const [id = [], name = []] = [0, 1].map((i) => ROWS.map((row) => row[i] ?? ""));
  return {
    "plain.csv": CSV,
    "mac.csv": encode("name,note\rFranzösisch,Plöking\rJosé,à bientôt\r", "macintosh"),
    "old.csv": encode("name,note\nJosé,“São Paulo” – não\nMüller,10 € für Größe\n", "windows-1252"),
    "vn.csv": encode(CSV, "windows-1258"),
    "wide.csv": encode(CSV, "utf-16be"),
    "members.csv.gz": new Uint8Array([...gz(CSV), ...gz("DH;Lê;2026-02-01;5\n")]),
    "cut.csv.gz": gz(CSV).slice(0, 500),
    "all.zip": new Uint8Array(zipSync({ "a.csv": strToU8(CSV), "b.json": strToU8('[{"a":1.0,"b":{"c":2}}]') })),
    "book.xlsx": new Uint8Array(xlsx.write(xlsx.utils.book_new(sheet, "Tháng 1"), { type: "array" })),
    "book.xls": new Uint8Array(xlsx.write(xlsx.utils.book_new(sheet, "Tháng 1"), { type: "array", bookType: "biff8" })),
    "lines.ndjson": '{"a":1,"b":2}\n{"a":3,\n{"c":4}\n',
    "t.parquet": new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: "id", data: id },
          { name: "name", data: name }
        ]
      })
    ),
    "t.arrow": new Uint8Array(arrow.tableToIPC(arrow.tableFromArrays({ id, name }))),
    "t.sqlite": new Uint8Array(database.export()),
    "paper.pdf": "%PDF-1.7",
    "open.csv": 'a,b\n1,"2\n'
  };
}

const WORKER = `
import { holdFiles } from "./loaders/files/folder.ts";
import { readSheets } from "./loaders/files/read.ts";
import { setSqliteWasm } from "./loaders/files/sqlite.ts";
setSqliteWasm(new URL("sqlite.wasm", location.href).href);
onmessage = async ({ data: { name, bytes } }) => {
  try {
    const { sheets, issues } = await readSheets(holdFiles("x", { [name]: new Blob([bytes]) }), name);
    const found = [];
    for (const sheet of sheets) {
      const all = { name: sheet.name, form: sheet.form, headings: sheet.headings, rows: [], left: [], ragged: [] };
      for await (const batch of sheet.rows()) for (const list of ["rows", "left", "ragged"]) all[list].push(...batch[list]);
      found.push(all);
    }
    postMessage({ found, issues });
  } catch (error) {
    postMessage({ error: String(error?.stack) });
  }
};`;

const PAGE = `<!doctype html><script src="page.js"></script>`;
const SCRIPT = `
globalThis.read = async (name, base64) => {
  const worker = new Worker("worker.js", { type: "module" });
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const answer = new Promise((done, failed) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = (event) => failed(new Error(event.message));
  });
  worker.postMessage({ name, bytes });
  return answer.finally(() => worker.terminate());
};`;
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";

describe("a worker in a browser, under a strict policy, reads what Node reads", async () => {
  const all = await files();
  let server: Server;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let origin = "";

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: WORKER, resolveDir: process.cwd(), sourcefile: "worker.ts", loader: "ts" },
      bundle: true,
      write: false,
      splitting: true,
      format: "esm",
      platform: "browser",
      outdir: "/",
      entryNames: "worker"
    });
    const served = new Map<string, string | Uint8Array>(
      outputFiles.map(({ path, contents }) => [path.replace(/^.*[\\/]/, "/"), contents])
    );
    served.set("/", PAGE).set("/page.js", SCRIPT);
    served.set(
      "/sqlite.wasm",
      await readFile(createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm-browser.wasm"))
    );
    const typeOf = (path: string) =>
      path === "/" ? "text/html" : path.endsWith(".wasm") ? "application/wasm" : "text/javascript";
    server = createServer(({ url = "/" }, response) => {
      const body = served.get(url);
      response.writeHead(body === undefined ? 404 : 200, {
        "content-type": typeOf(url),
        "content-security-policy": POLICY
      });
      response.end(body);
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test.each(Object.keys(all))("%s", async (name) => {
    const content = all[name] ?? "";
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(origin);
    const base64 = Buffer.from(content).toString("base64");
    const seen = await page.evaluate(`read(${JSON.stringify(name)}, ${JSON.stringify(base64)})`);
    await page.close();
    const { sheets, issues } = await readHeld(content, name);
    const found = await Promise.all(
      sheets.map(async (sheet) => {
        const { rows, left, ragged } = await gather(sheet);
        return { name: sheet.name, form: sheet.form, headings: sheet.headings, rows, left, ragged };
      })
    );
    expect(seen).toEqual({ found, issues });
    expect(errors.filter((text) => !text.includes("favicon"))).toEqual([]);
  });
});
