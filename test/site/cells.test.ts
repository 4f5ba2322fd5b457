import { expect, test } from "vitest";
import { parseCells } from "../../loaders/site/cells.js";

const PAGE = `---
title: Groups
---

# Groups of \${study.name}

\`\`\`js
parts.sizes
\`\`\`

\`\`\`js
import {draw} from "../draw.js";
\`\`\`

\`\`\`js
const parts = draw(study, lang);
\`\`\`

\`\`\`js
const {study} = published;
const published = read({
  study: FileAttachment("../data/study.json").json(),
  rows: FileAttachment("../data/rows.arrow").arrayBuffer()
});
const lang = "en";
\`\`\`
`;

test("prose keeps a place for each cell that shows something", () => {
  const { title, prose } = parseCells(PAGE);
  expect(title).toBe("Groups");
  expect(prose.trim().replace(/\n+/g, "\n")).toBe('# Groups of <span data-cell="1"></span>\n<div data-cell="0"></div>');
});

test("declarations come after what they need, then what shows", () => {
  const lines = parseCells(PAGE).module.split("\n");
  expect(lines[0]).toBe('import {draw} from "../draw.js";');
  expect(lines[1]).toBe("const published = await (read({");
  expect(lines.slice(4)).toEqual([
    "}));",
    "const {study} = await (published);",
    'const lang = await ("en");',
    "const parts = await (draw(study, lang));",
    "renderCell(0, await (parts.sizes));",
    "renderCell(1, await (study.name));"
  ]);
});

test("files are those that the cells ask for", () => {
  expect(parseCells(PAGE).files).toEqual(["study.json", "rows.arrow"]);
});

test("an expression may hold braces of its own", () => {
  const { module, prose } = parseCells("a ${x ? `b ${y}` : {}} c");
  expect(module).toBe("renderCell(0, await (x ? `b ${y}` : {}));");
  expect(prose).toBe('a <span data-cell="0"></span> c');
});

test("cells that need each other are refused", () => {
  expect(() => parseCells("```js\nconst a = b + 1;\nconst b = a + 1;\n```\n")).toThrow(/need each other: a, b/);
});
