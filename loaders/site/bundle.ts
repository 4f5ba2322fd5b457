import { createReadStream } from "node:fs";
import { cp, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Plugin } from "esbuild";
import { listFiles } from "../store/files.js";
import { computeCodeFingerprint } from "../store/fingerprint.js";
import { inWorkshop, PROJECT } from "../store/project.js";
import { uniqueName } from "../store/replace.js";
import { keepNewest, sweepLeftovers } from "../store/sweep.js";

const { resolve } = createRequire(import.meta.url);

/** WebAssembly of the databases that the worker uses, by the name under which the site has it. */
export const ENGINES = {
  "duckdb.wasm": resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"),
  "sqlite.wasm": resolve("sql.js/dist/sql-wasm.wasm")
};

/** What each loader under `src/worker` does: gives a file of the bundle to stdout. */
export async function writeBundled(name: "worker.js" | keyof typeof ENGINES): Promise<void> {
  await pipeline(createReadStream(join(await ensureBundle(), name)), process.stdout);
}

const KEPT = 2;

/**
 * A folder with all that the loaders under `src/worker` would give, made once for a state of the code: a build
 * that changes only data or pages finds it there. Made beside its place and moved there whole.
 */
export async function ensureBundle(): Promise<string> {
  const bundles = inWorkshop("bundle");
  const folder = join(bundles, await computeCodeFingerprint());
  if (await stat(join(folder, "worker.js")).catch(() => undefined)) return folder;
  const draft = join(bundles, uniqueName("draft"));
  await sweepLeftovers(bundles);
  await mkdir(draft, { recursive: true });
  try {
    await writeFile(join(draft, "worker.js"), await bundleWorker());
    for (const [name, path] of Object.entries(ENGINES)) await cp(path, join(draft, name));
    await rename(draft, folder).catch(async (error) => {
      if (!(await stat(folder).catch(() => undefined))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await keepNewest(bundles, KEPT, [folder]);
  return folder;
}

/** The pipeline as one script for a Web Worker: the same code and definitions, no import left, nothing fetched. */
export async function bundleWorker(): Promise<string> {
  // Loaded only here: a build whose bundle is stored starts without it.
  const { build } = await import("esbuild");
  const duckdb = dirname(resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  const { outputFiles } = await build({
    entryPoints: [join(PROJECT, "loaders", "browser", "worker.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    define: { "process.env.NODE_ENV": '"production"', "import.meta.url": "self.location.href" },
    alias: {
      // The package names a file for browsers that it doesn't have; and it brings an older Arrow of its own.
      "@duckdb/duckdb-wasm/blocking": join(duckdb, "duckdb-browser-blocking.mjs"),
      "apache-arrow": resolve("apache-arrow").replace(/\.node\.(js|mjs)$/, ".dom.mjs")
    },
    plugins: [definitions()]
  });
  const [script] = outputFiles;
  if (!script) throw new Error("the worker could not be bundled");
  return script.text;
}

/** Answers `segbook:definitions` with the text of every definition below `loaders/definitions`. */
function definitions(): Plugin {
  return {
    name: "definitions",
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^segbook:definitions$/ }, ({ path }) => ({ path, namespace: "definitions" }));
      onLoad({ filter: /.*/, namespace: "definitions" }, async () => {
        const folder = join(PROJECT, "loaders", "definitions");
        const names = (await listFiles(folder)).filter((name) => /\.(yaml|md)$/.test(name)).sort();
        const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
        return {
          contents: JSON.stringify(Object.fromEntries(names.map((name, i) => [name, texts[i]]))),
          loader: "json"
        };
      });
    }
  };
}
