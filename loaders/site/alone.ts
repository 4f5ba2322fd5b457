import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { marked } from "marked";
import { escapeHtml } from "../../src/terms/escape.js";
import type { Lang } from "../../src/terms/lang.js";
import type { PublishedStudy } from "../publish/published.js";
import { inProject } from "../store/project.js";
import { parseCells } from "./cells.js";
import { hashSource } from "./finish.js";
import { composePage } from "./pages.js";

/**
 * A page of the site as one file that opens from disk: script, style, type and data stand in it, and its policy
 * lets nothing be fetched. Made from the same source as the site's, by esbuild, without Framework.
 */
export async function renderAlone(page: string, lang: Lang, data: string): Promise<string> {
  const source = await readFile(inProject("src", "pages", `${page}.md`), "utf8");
  const { title, prose, module, files } = parseCells(composePage(source, lang));
  const [script, style, body, study, ...contents] = await Promise.all([
    bundleScript(module),
    bundleStyle(),
    marked.parse(prose),
    readFile(join(data, "study.json"), "utf8"),
    ...files.map((file) => readFile(join(data, file), "base64"))
  ]);
  const attached = Object.fromEntries(files.map((file, i) => [file, contents[i]]));
  const { name } = JSON.parse(study) as PublishedStudy;
  const policy = `default-src 'none'; script-src ${hashSource(script)}; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${title} | ${name[lang]}`)}</title>
<style>${style}</style>
</head>
<body class="alone">
<main>
${body}</main>
<script type="application/json" id="attached">${JSON.stringify(attached)}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}

/** A page's cells and all that they import, as one script without an import. */
async function bundleScript(module: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { FileAttachment, renderCell } from "../frame/alone.js";\n${module}`,
      resolveDir: inProject("src", "pages"),
      loader: "ts"
    },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none"
  });
  // An inline script ends at the first `</script`, wherever it stands.
  return (outputFiles[0]?.text ?? "").replace(/<\/(script)/gi, "<\\/$1");
}

async function bundleStyle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [inProject("src", "alone.css")],
    bundle: true,
    write: false,
    minify: true,
    loader: { ".woff2": "dataurl" },
    legalComments: "none"
  });
  return outputFiles[0]?.text ?? "";
}
