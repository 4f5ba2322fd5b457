import { defineConfig } from "vitest/config";

/** Tests that need the sample site built: once, for all of them. */
const BUILT = ["test/site/**/*.test.ts", "test/commands/build.test.ts", "test/commands/start.test.ts"];

export default defineConfig({
  test: {
    // Builds and browsers take their time on a small machine; nothing here tests speed.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "parts", include: ["test/**/*.test.ts"], exclude: BUILT } },
      { extends: true, test: { name: "whole", include: BUILT, globalSetup: ["test/site/build-sample.ts"] } }
    ]
  }
});
