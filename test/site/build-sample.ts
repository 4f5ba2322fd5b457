import type { TestProject } from "vitest/node";
import { makeWorkspace } from "../commands/workspace.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** A project in which the sample site is built, once for all tests: only to be read. */
    sample: string;
  }
}

export default async function buildSample(project: TestProject): Promise<() => Promise<void>> {
  const workspace = await makeWorkspace();
  const build = workspace.start("build", "--lang", "en");
  const code = await build.ended;
  if (code !== 0) throw new Error(`the sample site could not be built:\n${build.output()}`);
  project.provide("sample", workspace.path);
  return () => workspace.remove();
}
