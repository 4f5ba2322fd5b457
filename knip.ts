import type { KnipConfig } from "knip";

/** The imports in a page's cells, as a module: pages are code too. */
function cells(markdown: string): string {
  const blocks = [...markdown.matchAll(/^```(?:js|ts)\b[^\n]*\n([\s\S]*?)^```/gm)].map(([, code]) => code ?? "");
  return blocks.flatMap((code) => code.match(/^import\b[^;]*;/gm) ?? []).join("\n");
}

export default {
  entry: [
    "observablehq.config.ts",
    "src/**/*.md",
    "src/{data,worker}/*.ts",
    // Bundled into one script for the Upload page's worker.
    "loaders/browser/worker.ts",
    // Named in the head of every page, and by the pages that the study brings.
    "src/frame/*.ts",
    // Started by other files as processes of their own, or put in the place of Framework's modules.
    "loaders/commands/{compute,bench/task,bench/browser}.ts",
    "loaders/site/quick/{register,jsdom,rollup,route}.ts"
  ],
  project: ["**/*.ts", "src/**/*.md"],
  compilers: { md: cells },
  // What Framework itself brings; read as a file by the site test; run as a command by `loaders/site/framework.ts`.
  ignoreDependencies: ["observablehq", "axe-core", "@observablehq/framework"],
  ignoreExportsUsedInFile: true
} satisfies KnipConfig;
