import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/*
 * Node 20 reads no TypeScript, and compiling it at each start costs more than many a command does. So the commands
 * are bundled once for each state of their sources; the bundle is found again by a fingerprint of their contents.
 * Plain JavaScript, as this runs before anything is compiled. Definitions are no part of it: they are read when a
 * command runs.
 */
const PROJECT = fileURLToPath(new URL("../", import.meta.url));

/** What can be started or loaded compiled, by name. */
export const ENTRIES = {
  start: "loaders/commands/start.ts",
  build: "loaders/commands/build.ts",
  study: "loaders/commands/study.ts",
  check: "loaders/commands/check.ts",
  page: "loaders/commands/page.ts",
  compute: "loaders/commands/compute.ts",
  docs: "loaders/commands/docs.ts",
  bench: "loaders/commands/bench.ts",
  "bench-task": "loaders/commands/bench/task.ts",
  "bench-browser": "loaders/commands/bench/browser.ts",
  sample: "data/maker/generate.ts",
  bundle: "loaders/site/bundle.ts"
};

/** Folders of all that the entries import. */
const SOURCES = ["loaders", "src/terms", "src/words", "data/maker"];

/** Packages with files of their own beside their code, or too large to be loaded where they aren't needed. */
const APART = [
  "@duckdb/duckdb-wasm",
  "@duckdb/node-api",
  "@observablehq/framework",
  "esbuild",
  "playwright-core",
  "sql.js"
];

/** Bundles of earlier states that stay: somebody may be running them, or go back to one. */
const KEPT = 3;

/**
 * The compiled file of an entry, made if no run before had the same sources.
 *
 * @param {keyof typeof ENTRIES} name
 * @returns {Promise<string>}
 */
export async function ensureCompiled(name) {
  const bundles = join(PROJECT, ".segbook", "bin");
  const bundle = join(bundles, fingerprintSources());
  if (!existsSync(bundle)) {
    await compile(bundles, bundle);
    dropOld(bundles);
  }
  return join(bundle, `${name}.js`);
}

/**
 * An entry as a module, for loaders of the live site.
 *
 * @param {keyof typeof ENTRIES} name
 */
export async function loadCompiled(name) {
  return import(pathToFileURL(await ensureCompiled(name)).href);
}

/** By contents, not by time: a fresh copy of the same sources needs the same bundle. */
function fingerprintSources() {
  const hash = createHash("sha256");
  for (const folder of SOURCES)
    for (const file of readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" }).sort())
      if (/\.[jt]s$/.test(file)) hash.update(`${folder}/${file}\0`).update(readFileSync(join(PROJECT, folder, file)));
  return hash
    .update(readFileSync(join(PROJECT, "package-lock.json")))
    .digest("hex")
    .slice(0, 32);
}

/**
 * Made beside its place and moved there whole; of two runs at once the later one finds the place taken.
 *
 * @param {string} bundles
 * @param {string} bundle
 */
async function compile(bundles, bundle) {
  const { build } = await import("esbuild");
  const draft = join(bundles, `draft-${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    await build({
      absWorkingDir: PROJECT,
      entryPoints: Object.entries(ENTRIES).map(([out, file]) => ({ in: file, out })),
      outdir: draft,
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20",
      charset: "utf8",
      legalComments: "none",
      logLevel: "warning",
      sourcemap: "linked",
      sourcesContent: false,
      external: APART,
      // For packages in CommonJS, which a module can't ask for otherwise.
      banner: {
        js: 'import { createRequire as require$ } from "node:module"; var require = require$(import.meta.url);'
      }
    });
    try {
      renameSync(draft, bundle);
    } catch (error) {
      if (!existsSync(bundle)) throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  utimesSync(bundle, new Date(), new Date());
}

/** @param {string} bundles */
function dropOld(bundles) {
  const dated = readdirSync(bundles).map((name) => ({ path: join(bundles, name), at: ageOf(join(bundles, name)) }));
  for (const { path } of dated.sort((a, b) => b.at - a.at).slice(KEPT)) rmSync(path, { recursive: true, force: true });
}

/** @param {string} path */
function ageOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
