import { appendFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWorkspace, type Workspace } from "./workspace.js";

let workspace: Workspace;

beforeAll(async () => {
  workspace = await makeWorkspace();
});

afterAll(() => workspace.remove());

/** Starts a command as far as its wrong option, which is all of a command that is compiled. */
async function startWrong(): Promise<void> {
  const run = workspace.start("check", "--lang", "en", "--nope");
  expect(await run.ended, run.output()).toBe(2);
  expect(run.output()).toContain("--nope");
}

const bundles = async () => (await readdir(join(workspace.path, ".segbook", "bin"))).sort();
const source = (...path: string[]) => join(workspace.path, "loaders", ...path);

describe.sequential("commands are compiled", () => {
  test("once, by two starts at the same time as well", async () => {
    await Promise.all([startWrong(), startWrong()]);
    const made = await bundles();
    expect(made).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    await startWrong();
    expect(await bundles()).toEqual(made);
  });

  test("not again when a definition changes: those are read at every start", async () => {
    const before = await bundles();
    await appendFile(source("definitions", "schemes", "rfm.yaml"), "\n# more\n");
    await startWrong();
    expect(await bundles()).toEqual(before);
  });

  test("anew when a source changes, and what is left of a compilation that was killed goes in time", async () => {
    await mkdir(join(workspace.path, ".segbook", "bin", "draft-1-00000000"));
    const before = await bundles();
    for (const round of [1, 2, 3]) {
      await appendFile(source("commands", "check.ts"), `\n// ${round}\n`);
      await startWrong();
    }
    const after = await bundles();
    expect(after).toHaveLength(3);
    expect(after.filter((name) => before.includes(name))).toEqual([]);
  });
});

test("a command that isn't there ends with 2 and names those that are", async () => {
  const run = workspace.start("sing");
  expect(await run.ended).toBe(2);
  expect(run.output()).toMatch(/usage: node loaders\/run\.js .*start\|build\|study\|check/);
});
