import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { renderDocs } from "../../loaders/commands/docs.js";
import { inspectDataset } from "../../loaders/dataset/inspect.js";
import { parseMapping } from "../../loaders/dataset/mapping.js";
import { findColumn } from "../../loaders/definitions/columns.js";
import { AUDIENCES, PLAY_FIELDS, WORTHS } from "../../loaders/definitions/play.js";
import { RESTS } from "../../loaders/definitions/scheme.js";
import { readSettings, type Settings } from "../../loaders/definitions/settings.js";
import { parseTemplate } from "../../loaders/definitions/template.js";
import { holdFiles } from "../../loaders/files/folder.js";
import type { Finding } from "../../loaders/findings/finding.js";
import { openFolder } from "../../loaders/store/disk.js";
import { inProject, PROJECT } from "../../loaders/store/project.js";
import { DEFINITIONS, definitionsOf } from "../support/definitions.js";

type Keys<T> = Record<keyof Required<T>, true>;

// Typed so that a key that comes or goes fails the type check here.
const SETTINGS: Keys<Settings> = {
  name: true,
  currency: true,
  zone: true,
  asOf: true,
  stage: true,
  homeCountry: true,
  homeProvinces: true,
  minimumGroup: true,
  duplicates: true,
  maximumRejected: true,
  bait: true,
  wanted: true,
  thresholds: true,
  people: true,
  privacy: true,
  files: true
};
const BAIT: Keys<NonNullable<Settings["bait"]>> = { products: true, maximumPrice: true };
const PRIVACY: Keys<NonNullable<Settings["privacy"]>> = { allow: true };
const FILE: Keys<NonNullable<Settings["files"]>[string]> = {
  table: true,
  preset: true,
  grain: true,
  columns: true,
  constants: true,
  words: true,
  dates: true,
  zone: true,
  numbers: true,
  amount: true,
  discount: true,
  cost: true,
  headings: true,
  headingRow: true,
  duplicates: true,
  join: true,
  sheets: true
};
const FINDINGS: Record<Finding["kind"], true> = {
  "channel-conversion": true,
  "complaint-wave": true,
  "missing-follow-up": true,
  "trained-to-wait": true,
  concentration: true,
  "lost-after-sale": true,
  "funnel-gap": true
};

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...(await readdir(inProject("docs"))).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)
];
const texts = new Map(
  await Promise.all(PAGES.map(async (page) => [page, await readFile(inProject(page), "utf8")] as const))
);
const definitions = DEFINITIONS;
const { schemes } = DEFINITIONS;

function text(page: string): string {
  return texts.get(page) ?? "";
}

/** Those of the words that a page doesn't name as code. */
function unnamed(page: string, words: readonly string[]): string[] {
  return words.filter((word) => !text(page).includes(`\`${word}\``));
}

/** The fenced examples of a page in one language. */
function examples(page: string, lang: string): string[] {
  return [...text(page).matchAll(new RegExp(`\`\`\`${lang}\n([\\s\\S]*?)\`\`\``, "g"))].map(([, code]) => code ?? "");
}

/** The settings that docs/input.md shows. */
function settingsExample(): string {
  return examples("docs/input.md", "yaml").find((code) => code.startsWith("name:")) ?? "";
}

/** A page without its fenced examples, whose brackets and signs mean other things. */
function prose(page: string): string {
  return text(page).replace(/```[\s\S]*?```/g, "");
}

/** Anchors that a reader's browser makes of the headings. */
function anchors(page: string): Set<string> {
  const headings = [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading ?? "");
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
        .trim()
        .replaceAll(" ", "-")
    )
  );
}

describe("documents know every definition", () => {
  test("the generated parts are up to date (else run npm run docs)", async () => {
    for (const [page, fresh] of await renderDocs()) expect(text(page), page).toBe(fresh);
  });

  test.each([
    ["docs/input.md", "columns", Object.values(DEFINITIONS.tables).flatMap((t) => t.columns.map((c) => c.id))],
    ["docs/input.md", "tables", Object.keys(DEFINITIONS.tables)],
    ["docs/input.md", "settings", [SETTINGS, BAIT, PRIVACY, FILE].flatMap((keys) => Object.keys(keys))],
    ["docs/schemes.md", "schemes", schemes.map((s) => s.id)],
    ["docs/schemes.md", "groups", [...schemes.flatMap((s) => s.groups.map((g) => g.id)), ...RESTS.map((r) => r.id)]],
    ["docs/schemes.md", "thresholds", schemes.flatMap((s) => s.thresholds.map((t) => t.id))],
    ["docs/features.md", "features", [...DEFINITIONS.features.keys()]],
    ["docs/features.md", "numbers", [...DEFINITIONS.numbers.keys()]],
    ["docs/playbooks.md", "fields, audiences and worths of plays", [...PLAY_FIELDS, ...AUDIENCES, ...WORTHS]],
    ["docs/funnel-and-targets.md", "states", DEFINITIONS.states.map((s) => s.id)],
    ["docs/funnel-and-targets.md", "findings", Object.keys(FINDINGS)]
  ])("%s names all %s", (page, _what, words) => {
    expect(words.length).toBeGreaterThan(0);
    expect(unnamed(page, words)).toEqual([]);
  });

  test("every dependency is in docs/dependencies.md with the version in use", async () => {
    const { dependencies, devDependencies } = JSON.parse(await readFile(inProject("package.json"), "utf8"));
    const packages = Object.entries<string>({ ...dependencies, ...devDependencies });
    const page = text("docs/dependencies.md");
    expect(packages.filter(([name, version]) => !page.includes(`[${name}](`) || !page.includes(version))).toEqual([]);
  });
});

describe("examples work as printed", () => {
  test("the settings example is accepted and uses every key", async () => {
    const example = settingsExample();
    const folder = await mkdtemp(join(tmpdir(), "segbook-docs-"));
    await writeFile(join(folder, "segbook.yml"), example);
    const { settings, issues } = await readSettings(await openFolder(folder));
    await rm(folder, { recursive: true });
    expect(issues).toEqual([]);
    expect(Object.keys(settings).sort()).toEqual(Object.keys(SETTINGS).sort());
    // Thresholds are checked by the schemes: unknown ones and values out of range would throw.
    await definitionsOf(holdFiles("docs", {}), settings);
  });

  test("the example of own headings and words adds them", async () => {
    const [example = ""] = examples("docs/input.md", "yaml");
    const { tables } = await definitionsOf(holdFiles("docs", { "columns/orders.yaml": example }));
    expect(findColumn(tables, "orders.amount").own).toEqual(["Tiền thu về"]);
    expect(findColumn(tables, "orders.status").words?.completed).toContain("Khách lấy rồi");
    expect(findColumn(tables, "orders.status").unpaid).toContain("Thu hộ");
  });

  test("the scheme example passes the checker, its playbook is a template for one of its groups", async () => {
    const scheme = examples("docs/schemes.md", "yaml").find((code) => code.startsWith("id: "));
    const folder = await mkdtemp(join(tmpdir(), "segbook-docs-"));
    await mkdir(join(folder, "schemes"));
    await writeFile(join(folder, "schemes", "own.yaml"), scheme ?? "");
    const own = (await definitionsOf(await openFolder(folder))).schemes.at(-1);
    await rm(folder, { recursive: true });
    expect(own?.id).toBe("care-route");
    const [template = ""] = examples("docs/playbooks.md", "markdown");
    expect(parseTemplate(template, "call.md", DEFINITIONS.numbers)).toMatchObject({ next: "kitchen" });
    const plays = examples("docs/playbooks.md", "yaml").find((code) => code.startsWith("call:"));
    const [play] = parse(plays ?? "").call;
    for (const lang of ["vi", "en"]) expect(Object.keys(play[lang]).sort()).toEqual([...PLAY_FIELDS].sort());
    expect(own?.groups.map((g) => g.id)).toEqual(expect.arrayContaining(["call", "kitchen"]));
  });
});

describe("examples of files work as printed", () => {
  test("the orders of the README are understood, with nothing to ask", async () => {
    const [orders = ""] = examples("README.md", "csv");
    const { sheets, issues } = await inspectDataset(holdFiles("shop", { "orders.csv": orders }), definitions);
    expect(issues).toEqual([]);
    expect(sheets.map(({ source }) => [source?.table, source?.grain])).toEqual([["orders", "line"]]);
  });

  test("the mapping example is accepted, but for the question that it leaves", () => {
    const [example = ""] = examples("docs/mapping.md", "yaml");
    const { mapping, issues } = parseMapping(example);
    expect(issues).toEqual([]);
    expect(mapping.open.map(({ name, key }) => [name, key])).toEqual([["don-hang-thang-6.xlsx", "dates"]]);
  });

  test("what the examples say of people is heard", async () => {
    const people = examples("docs/people.md", "yaml").find((code) => code.startsWith("people:")) ?? "";
    const { settings, issues } = await readSettings(holdFiles("shop", { "segbook.yml": people }));
    expect(issues).toEqual([]);
    const named = [...(settings.people?.apart ?? []), ...(settings.people?.together ?? [])].flat();
    const other = parse(settingsExample()).people;
    // A bare phone or e-mail would be taken for an id.
    for (const text of [...named, ...[...other.apart, ...other.together].flat()])
      expect(text).toMatch(/^(KH\d+|phone:\+\d+|email:\S+@\S+)$/);
  });
});

describe("documents lead somewhere", () => {
  test.each(PAGES)("every link and picture of %s resolves", async (page) => {
    const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? "");
    const dead: string[] = [];
    for (const link of links) {
      if (/^https:\/\//.test(link)) continue;
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path).replaceAll("\\", "/");
      const there = await stat(inProject(target)).catch(() => undefined);
      if (!there || (anchor && !anchors(target).has(anchor))) dead.push(link);
    }
    expect(dead).toEqual([]);
  });

  test("every npm script that a document names exists", async () => {
    const { scripts } = JSON.parse(await readFile(inProject("package.json"), "utf8"));
    const named = [...texts.values()].flatMap((page) => [...page.matchAll(/npm (?:run )?(\w+)/g)].map(([, s]) => s));
    const missing = named.filter(
      (script) => script && !["ci", "install", "view"].includes(script) && !(script in scripts)
    );
    expect(missing).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(["start", "test", "build", "study"]));
  });

  test("every source file that a document names exists", async () => {
    const dead: string[] = [];
    for (const page of PAGES)
      for (const [, path = ""] of prose(page).matchAll(/`((?:loaders|src|test)\/[\w./-]+|[\w-]+\/[\w./-]+\.ts)`/g)) {
        // A stage's files are named from `loaders`.
        const found = await Promise.any([path, `loaders/${path}`].map((one) => stat(inProject(one)))).catch(
          () => undefined
        );
        if (!found) dead.push(`${page}: ${path}`);
      }
    expect(dead).toEqual([]);
  });

  test("no document names a place on somebody's machine", () => {
    const own = [PROJECT, homedir(), tmpdir()].filter((path) => path.length > 1);
    for (const [page, content] of texts) {
      expect(content, page).not.toMatch(/(?<![\w.:/])\/(home|root|Users|work|tmp|mnt|opt|var)\b|\b[A-Z]:\\/);
      expect(own.filter((path) => content.includes(`${path}/`))).toEqual([]);
    }
  });
});
