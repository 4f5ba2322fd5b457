import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { listFiles } from "./files.js";
import { PROJECT } from "./project.js";

const require = createRequire(import.meta.url);

/** WebAssembly of the databases that the worker uses, by the name under which the site has it. */
export function engineFiles(): Record<string, string> {
  return {
    "duckdb.wasm": require.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"),
    "sqlite.wasm": require.resolve("sql.js/dist/sql-wasm.wasm")
  };
}

/** The pipeline as one script for a Web Worker: the same code and definitions, no import left, nothing fetched. */
export async function bundleWorker(): Promise<string> {
  const duckdb = dirname(require.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
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
      "apache-arrow": require.resolve("apache-arrow").replace(/\.node\.(js|mjs)$/, ".dom.mjs")
    },
    plugins: [definitions()]
  });
  const [script] = outputFiles;
  if (!script) throw new Error("the worker could not be bundled");
  return script.text;
}

/** Answers `segbook:definitions` with the text of every definition below `loaders`. */
function definitions(): Plugin {
  return {
    name: "definitions",
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^segbook:definitions$/ }, ({ path }) => ({ path, namespace: "definitions" }));
      onLoad({ filter: /.*/, namespace: "definitions" }, async () => {
        const loaders = join(PROJECT, "loaders");
        const names = (await listFiles(loaders)).filter((name) => /\.(yaml|md)$/.test(name)).sort();
        const texts = await Promise.all(names.map((name) => readFile(join(loaders, name), "utf8")));
        return {
          contents: JSON.stringify(Object.fromEntries(names.map((name, i) => [name, texts[i]]))),
          loader: "json"
        };
      });
    }
  };
}
