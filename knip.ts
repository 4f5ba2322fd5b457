import type { KnipConfig } from "knip";
import { ENTRIES } from "./loaders/compile.js";

/** The imports in a page's cells, as a module: pages are code too. */
function cells(markdown: string): string {
  const blocks = [...markdown.matchAll(/^```(?:js|ts)\b[^\n]*\n([\s\S]*?)^```/gm)].map(([, code]) => code ?? "");
  return blocks.flatMap((code) => code.match(/^import\b[^;]*;/gm) ?? []).join("\n");
}

export default {
  entry: [
    "observablehq.config.ts",
    "src/**/*.md",
    "src/{data,worker}/*.js",
    // Bundled into one script for the Upload page's worker.
    "loaders/browser/worker.ts",
    // Named in the head of every page, and by the pages that the study brings.
    "src/frame/*.ts",
    // Compiled and started by name.
    ...Object.values(ENTRIES),
    // Put in the place of Framework's modules.
    "loaders/site/quick/{register,jsdom,rollup,route}.js",
    // Loaded into the process of Framework's live server.
    "loaders/site/guard.js"
  ],
  project: ["**/*.{ts,js}", "src/**/*.md"],
  compilers: { md: cells },
  // What Framework itself brings; its modules that ours replace; read as a file by the site test; run as a command by
  // `loaders/site/framework.ts`; runs a test's TypeScript in a process of its own.
  ignoreDependencies: ["observablehq", "original", "axe-core", "@observablehq/framework", "tsx"],
  // Of the system, for a test.
  ignoreBinaries: ["mkfifo"],
  ignoreExportsUsedInFile: true
} satisfies KnipConfig;
