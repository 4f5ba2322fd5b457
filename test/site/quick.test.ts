import { execFile } from "node:child_process";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { runFramework } from "../../loaders/site/framework.js";
import { describeMisfit, FRAMEWORK, REPLACED } from "../../loaders/site/quick/replaced.js";
import { makeStage, removeStage, type Stage } from "../../loaders/site/stage.js";
import { listFiles } from "../../loaders/store/files.js";
import { inProject } from "../../loaders/store/project.js";

/** A page of each kind: with findings, with every chart, of a playbook. */
const PAGES = ["vi/index", "en/segments", "en/playbooks/rfm/champions"];

describe("the replacements fit", () => {
  test("the installed Framework", () => {
    expect(describeMisfit()).toBeUndefined();
  });

  test("no other release of it", () => {
    expect(describeMisfit("1.14.0")).toBe("Framework 1.14.0");
  });

  const read = (module: string) => readFile(new URL(module, FRAMEWORK), "utf8");
  test.each([
    ["that no longer gives what is replaced", "rollup.js", /^ {2}rollupClient$/m, "  rollup", "./rollup.js"],
    ["that asks for more than is given", "render.js", "{ rollupClient }", "{ rollupClient, more }", "./rollup.js"],
    ["that takes it from elsewhere", "html.js", '"jsdom"', '"happy-dom"', "html.js → jsdom"],
    ["that no longer asks for it", "loader.js", ", route }", " }", "loader.js → ./route.js"]
  ])("none %s", async (_, module, from, to, misfit) => {
    const texts = new Map<string, string>();
    for (const name of ["html.js", "render.js", "rollup.js", "loader.js", "route.js"])
      texts.set(name, await read(name));
    const changed = texts.get(module)?.replace(from, to) ?? "";
    expect(changed).not.toBe(texts.get(module));
    texts.set(module, changed);
    expect(describeMisfit(undefined, (name) => texts.get(name) ?? "")).toBe(misfit);
  });
});

test.each(REPLACED.map(({ name }) => name))(
  "the replacement of %s gives every export of the original",
  async (name) => {
    const quick = pathToFileURL(inProject("loaders/site/quick/")).href;
    const script = `const names = async (of) => Object.keys(await import(of)).filter((name) => name !== "default");
    console.log(JSON.stringify([await names("original:${name}"), await names("${quick}${name}.js")]));`;
    const args = ["--import", `${quick}register.js`, "--input-type=module", "--eval", script];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const [original, replacement] = JSON.parse(stdout);
    expect(original.length).toBeGreaterThan(0);
    expect(replacement.sort()).toEqual(original.sort());
  }
);

describe("of three pages", () => {
  let stage: Stage;
  const built = (kind: "quick" | "plain", file = "") => inProject(`${stage.output}-${kind}`, file);

  beforeAll(async () => {
    const stores = join(inject("sample"), ".segbook", "store");
    const [fingerprint = ""] = await readdir(stores);
    const store = { path: join(stores, fingerprint), fingerprint };
    stage = await makeStage(store);
    for (const file of await listFiles(inProject(stage.root)))
      if (file.endsWith(".md") && !PAGES.includes(file.slice(0, -3))) await rm(inProject(stage.root, file));
    for (const kind of ["quick", "plain"] as const)
      await runFramework(["build"], {
        root: stage.root,
        output: `${stage.output}-${kind}`,
        store: store.path,
        quick: kind === "quick"
      });
  });

  afterAll(() => removeStage(stage));

  test("the same bytes are built with the replacements and without", async () => {
    const [quick, plain] = [built("quick"), built("plain")];
    const files = await listFiles(quick);
    expect(files.filter((file) => file.endsWith(".html")).sort()).toEqual(PAGES.map((page) => `${page}.html`).sort());
    expect(files).toEqual(await listFiles(plain));
    for (const file of files)
      expect((await readFile(join(quick, file))).equals(await readFile(join(plain, file))), file).toBe(true);
  });

  test("the frame has what our styles and scripts take hold of", async () => {
    const ours = (await listFiles(inProject("src"))).filter((file) => /\.(css|ts)$/.test(file));
    const named = new Set<string>();
    for (const file of ours)
      for (const [name] of (await readFile(inProject("src", file), "utf8")).matchAll(/[#.]observablehq-[\w-]+/g))
        named.add(name);
    expect(named.size).toBeGreaterThan(10);
    const texts = (await listFiles(built("plain"))).filter((file) => /\.html$|^_observablehq\//.test(file));
    const frame = (await Promise.all(texts.map((file) => readFile(built("plain", file), "utf8")))).join("\n");
    expect([...named].filter((name) => !frame.includes(name.slice(1)))).toEqual([]);
  });

  test.each([
    ["a language to be named", /<html>/],
    ["the place of the policy", /<meta charset="utf-8">/],
    [
      "the zoom that is allowed again",
      /<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">/
    ],
    ["the registrations that the search for identifiers passes over", /^\s*registerFile\(.*\);$/m],
    ["the menu's sections", /<nav id="observablehq-sidebar">[\s\S]*<ol>[\s\S]*<section[\s\S]*<section/]
  ])("the pages have %s", async (_, pattern) => {
    for (const page of PAGES) expect(await readFile(built("plain", `${page}.html`), "utf8")).toMatch(pattern);
  });
});

test("a page's error is marked as the check of the site looks for it", async () => {
  expect(await readFile(new URL("markdown.js", FRAMEWORK), "utf8")).toContain("observablehq--error");
});
