import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkSite } from "../../loaders/site/check-site.js";

let site: string;

beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), "segbook-"));
});

afterEach(() => rm(site, { recursive: true, force: true }));

async function check(files: Record<string, string>, pages: string[] = []): Promise<string[]> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(site, file, ".."), { recursive: true });
    await writeFile(join(site, file), text);
  }
  return checkSite(site, pages);
}

test("a site that holds together has no faults", async () => {
  const files = {
    "index.html":
      '<a href="./vi/">x</a> <a href="https://example.org/">text links may leave</a><link rel="stylesheet" href="./_import/style.css">',
    "vi/index.html":
      '<script type="module" src="./script.0.js"></script><a href="../?x=1#y">up</a><a href="#here">here</a>',
    "vi/script.0.js": 'import {a} from "../_import/a.js";\nconst b = await import("../_import/b.js");',
    "_import/style.css": '@font-face {src: url("./a.woff2")}',
    "_import/a.woff2": "",
    "_import/a.js": 'import "./b.js";\nexport const text = "from \\"nowhere\\"";',
    "_import/b.js": "",
    "_observablehq/client.js": 'const load = () => import("../_npm/leaflet@0.0.0/_esm.js");'
  };
  expect(await check(files, ["index.html", "vi/index.html"])).toEqual([]);
});

test.each([
  ["a missing page", { "a.html": "" }, "b.html: missing page"],
  [
    "an error that Framework wrote into the page",
    { "b.html": '<div class="observablehq--inspect observablehq--error">SyntaxError: x</div>' },
    "b.html: error in the page: SyntaxError: x"
  ],
  ["a dead link", { "b.html": '<a href="./c">c</a>' }, "b.html: dead link: ./c"],
  ["a missing script", { "b.html": '<script src="./c.js"></script>' }, "b.html: dead link: ./c.js"],
  [
    "an import that no one resolved",
    { "b.html": "", "x.js": 'import {x} from "left-pad";' },
    "x.js: unresolved import: left-pad"
  ],
  [
    "an unresolved import in a file",
    { "b.html": "", "_import/x.js": 'import("left-pad");' },
    "_import/x.js: unresolved import: left-pad"
  ],
  ["a script in the page", { "b.html": "<script>go()</script>" }, "b.html: script in the page: <script>"],
  [
    "a form among a page's own words",
    { "b.html": '<div id="observablehq-center"><main><form action="./b.html"></form></main>' },
    "b.html: element in the page's text: <form>"
  ],
  [
    "a handler",
    { "b.html": '<p title="a > b" onclick="go()">x</p>' },
    'b.html: handler in the page: <p title="a > b" onclick="go()">'
  ],
  [
    "code in a link",
    { "b.html": '<a href="javascript:go()">x</a>' },
    'b.html: code in a link: <a href="javascript:go()">'
  ],
  [
    "a script from elsewhere",
    { "b.html": '<script src="https://cdn.example/x.js"></script>' },
    "b.html: loads from elsewhere: https://cdn.example/x.js"
  ],
  [
    "a style from elsewhere",
    { "b.html": '<link rel="stylesheet" href="//cdn.example/x.css">' },
    "b.html: loads from elsewhere: //cdn.example/x.css"
  ],
  [
    "a font from elsewhere",
    { "b.html": "", "_import/x.css": "a {src: url(https://cdn.example/x.woff2)}" },
    "_import/x.css: loads from elsewhere: https://cdn.example/x.woff2"
  ],
  [
    "a link that only works at the root of a host",
    { "b.html": '<a href="/vi/">x</a>' },
    "b.html: leaves the site: /vi/"
  ]
])("finds %s", async (_, files, problem) => {
  expect(await check(files, ["b.html"])).toEqual([problem]);
});
