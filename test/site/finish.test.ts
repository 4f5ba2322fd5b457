import { expect, test } from "vitest";
import { mendPage, mendStyle } from "../../loaders/site/finish.js";

const page = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<script type="module">
start();
</script>
<script src="./x.js"></script>
</head>
<body>
<script>{begin()}</script>
<div id="observablehq-center"><main id="observablehq-main"><script>stranger()</script></main></div>
</body>
</html>`;

test.each([
  ["vi/index.html", "vi"],
  ["en/playbooks/rfm/new.html", "en"],
  ["index.html", "vi"]
])("%s names its language, %s", (path, lang) => {
  expect(mendPage(page, path).html).toContain(`<html lang="${lang}">`);
});

test("zoom is allowed", () => {
  expect(mendPage(page, "index.html").html).toContain('content="width=device-width, initial-scale=1"');
});

test("the policy comes first and lets no script run that stands in a page", () => {
  const { html } = mendPage(page, "index.html");
  const policy =
    /<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? "";
  expect(policy.split("; ")).toContain("script-src 'self'");
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*(sha256|unsafe|nonce)/);
});

test("the frame's scripts go into files beside the page, in their order; a stranger's stays where nothing runs", () => {
  const { html, scripts } = mendPage(page, "vi/playbooks/rfm/new.html");
  expect([...scripts.values()]).toEqual(["\nstart();\n", "{begin()}"]);
  const names = [...scripts.keys()].map((path) => path.replace("vi/playbooks/rfm/", ""));
  expect([...html.matchAll(/<script[^>]*>/g)].map(String)).toEqual([
    `<script type="module" src="./${names[0]}">`,
    '<script src="./x.js">',
    `<script src="./${names[1]}">`,
    "<script>"
  ]);
});

test.each([
  ["vi/upload.html", true],
  ["en/upload.html", true],
  ["vi/index.html", false],
  ["vi/playbooks/upload.html", false]
])("%s may compile WebAssembly: %s, and only from the site's own files", (path, may) => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(mendPage(page, path).html)?.[1] ?? "";
  expect(/script-src [^;]*'wasm-unsafe-eval'/.test(policy)).toBe(may);
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy.split("; ")).toEqual(expect.arrayContaining(["worker-src 'self'", "connect-src 'self'"]));
});

test("a copied style sheet points to the copies of its files", () => {
  const css = 'a {src: url("latin-400.woff2")} b {background: url(./x.png)}';
  expect(mendStyle(css, ["latin-400.1a2b3c4d.woff2", "latin-400-x.1a2b3c4d.woff2"])).toBe(
    'a {src: url("latin-400.1a2b3c4d.woff2")} b {background: url(./x.png)}'
  );
});
