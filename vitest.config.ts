import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Builds and browsers take their time on a small machine; nothing here tests speed.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    globalSetup: ["test/site/build-sample.ts"],
    // One after another for those that run whole builds would leave a core idle; more than two would starve them.
    maxWorkers: 2
  }
});
