import { defineConfig } from "vitest/config";

/** Tests that need the sample site built: once, for all of them. */
const BUILT = ["test/site/{alone,quick,site,upload}.test.ts", "test/commands/{build,start}.test.ts"];

/** Far longer than anything takes on a busy machine: nothing here tests speed, it only ends what hangs. */
const HANGING = 600_000;

export default defineConfig({
  test: {
    testTimeout: HANGING,
    hookTimeout: HANGING,
    expect: { poll: { timeout: HANGING } },
    maxWorkers: 2,
    // Pages that a browser has open at the same time.
    maxConcurrency: 3,
    // Files of a worker share what they load, the definitions above all; no test may change what is shared.
    isolate: false,
    projects: [
      { extends: true, test: { name: "parts", include: ["test/**/*.test.ts"], exclude: BUILT } },
      { extends: true, test: { name: "whole", include: BUILT, globalSetup: ["test/site/build-sample.ts"] } }
    ]
  }
});
