import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { composePage, composePages } from "../../loaders/site/pages.js";
import { listFiles } from "../../loaders/store/files.js";
import { inProject } from "../../loaders/store/project.js";
import { codeLines, sourceFiles } from "../support/sources.js";

const SOURCE = `---
vi: title: Phễu
en: title: Funnel
---

vi: # Ai đã tới đâu
en: # Who got how far

\`\`\`js
parts.reached
\`\`\`
`;

test("a page in one language has its lines and those of both, and its cells know the language", () => {
  expect(composePage(SOURCE, "vi")).toBe(
    '---\ntitle: Phễu\n---\n\n# Ai đã tới đâu\n\n```js\nparts.reached\n```\n\n```js\nconst lang = "vi";\n```\n'
  );
  expect(composePage(SOURCE, "en")).toBe(
    '---\ntitle: Funnel\n---\n\n# Who got how far\n\n```js\nparts.reached\n```\n\n```js\nconst lang = "en";\n```\n'
  );
});

const files = await listFiles(inProject("src", "pages"));

test("every page is laid out in both languages", async () => {
  expect(files).toContain("segments.md");
  expect([...(await composePages()).keys()].sort()).toEqual(
    ["en", "vi"].flatMap((lang) => files.map((file) => `${lang}/${file}`)).sort()
  );
});

test.each(files)("%s says everything in both languages, one right below the other", async (file) => {
  const lines = (await readFile(inProject("src", "pages", file), "utf8")).split("\n");
  const languages = lines.map((line) => /^(vi|en): /.exec(line)?.[1] ?? "");
  expect(languages.join(" ").replaceAll("vi en", "").trim()).toBe("");
  const cells = lines.join("\n").replace(/^```js\n[\s\S]*?^```$/gm, "");
  const untold = cells.split("\n").filter((line) => !/^(vi|en): |^---$|^$/.test(line));
  expect(untold).toEqual([]);
});

test("cells hold no words of either language and make no controls", async () => {
  for (const file of files) {
    const cells = [...(await readFile(inProject("src", "pages", file), "utf8")).matchAll(/^```js\n([\s\S]*?)^```$/gm)];
    for (const [, code = ""] of cells) {
      expect(code).not.toMatch(/"(vi|en)"|\p{L}+\s\p{L}+"/u);
      expect(code).not.toMatch(/controls\/(?!choices)/);
    }
  }
});

/** Rooms of the pages' code from the ground up: a file imports from its own and from rooms below it. */
const ROOMS = ["terms", "words", "charts", "controls", "sections", "upload", "frame"];

test("what draws knows what lies below it, and nothing of Framework but in one room", () => {
  const drawn = sourceFiles("src").filter((file) => !/^src\/(data|worker|\.observablehq)\/|\.d\.ts$/.test(file));
  const roomOf = (path: string) => ROOMS.indexOf(path.split("/")[1] ?? "");
  expect(drawn.filter((file) => roomOf(file) < 0)).toEqual([]);
  const wrong = drawn.flatMap((file) => {
    const code = codeLines(file).join("\n");
    const up = [...code.matchAll(/from "\.\.\/(\w+)\//g)].filter(
      ([, room]) => ROOMS.indexOf(room ?? "") > roomOf(file)
    );
    const framework = file.startsWith("src/frame/") ? [] : [...code.matchAll(/observablehq|FileAttachment|\bview\(/g)];
    return [...up, ...framework].map(([text]) => `${file}: ${text}`);
  });
  expect(wrong).toEqual([]);
});
