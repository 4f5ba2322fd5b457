import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { listFiles } from "../store/files.js";
import { CONTENTS } from "./finish.js";

/**
 * What is wrong with a built site, a line each: Framework exits 0 on syntax errors, dead links, unresolved
 * imports and missing files, so a site that nobody looked at is checked here.
 */
export async function checkSite(site: string, pages: readonly string[]): Promise<string[]> {
  const files = new Set(await listFiles(site));
  const problems = pages.filter((page) => !files.has(page)).map((page) => `${page}: missing page`);
  for (const file of files) {
    const kind = posix.extname(file);
    if (kind !== ".html" && kind !== ".js" && kind !== ".css") continue;
    const text = await readFile(posix.join(site, file), "utf8");
    const found =
      kind === ".html"
        ? checkPage(text, file, files)
        : kind === ".js"
          ? checkScript(text, file, files)
          : checkStyle(text, file, files);
    problems.push(...found.map((problem) => `${file}: ${problem}`));
  }
  return problems;
}

function checkPage(html: string, file: string, files: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const error = /observablehq--error"[^>]*>([^<]*)/.exec(html);
  if (error) problems.push(`error in the page: ${error[1]}`);
  const markup = html.replace(/<!--[\s\S]*?-->/g, "");
  for (const [, tag = "", attributes = ""] of markup.matchAll(/<([a-z][\w-]*)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi))
    for (const [, name, value = ""] of attributes.matchAll(/\b(href|src|poster|data)\s*=\s*"([^"]*)"/gi)) {
      const url = value.replaceAll("&amp;", "&");
      const loads = name !== "href" || tag.toLowerCase() === "link";
      problems.push(...checkUrl(url, file, files, loads));
    }
  return [...problems, ...findAlive(html)];
}

/** Elements that act, load or send. None is written into a page; charts and controls are made by scripts. */
const ACTING = /<(script|form|iframe|frame|object|embed|base|meta|applet|portal|fencedframe)\b/i;

/** What would do something though no file of the site's own does it: scripts in a page, handlers, forms. */
function findAlive(html: string): string[] {
  const problems: string[] = [];
  for (const [script, attributes = ""] of html.matchAll(/<script\b([^>]*)>/gi))
    if (!/\bsrc="/.test(attributes)) problems.push(`script in the page: ${script}`);
  const acting = ACTING.exec(html.includes(CONTENTS) ? html.slice(html.indexOf(CONTENTS)) : "");
  if (acting) problems.push(`element in the page's text: <${acting[1]}>`);
  for (const [tag] of html.matchAll(/<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi))
    if (/[\s"'/]on[a-z]+\s*=/i.test(tag.replace(/"[^"]*"|'[^']*'/g, '""')))
      problems.push(`handler in the page: ${tag}`);
    else if (
      /[\s"'/](?:xlink:href|href|src|action|formaction)\s*=\s*["']?\s*(?:javascript|vbscript|data:text)/i.test(tag)
    )
      problems.push(`code in a link: ${tag}`);
  return problems;
}

/** Imports of a script. Those that only run on demand in Framework's own client lead to packages we don't use. */
function checkScript(script: string, file: string, files: ReadonlySet<string>): string[] {
  const specifiers = [
    ...script.matchAll(/(?:^|[;}\n])\s*(?:import|export)\b[\w*{}\s,$]*?(?:\bfrom)?\s*["']([^"'\n]+)["']/g)
  ];
  if (!file.startsWith("_observablehq/") && !file.startsWith("_node/"))
    specifiers.push(
      ...script.matchAll(/\bimport\(\s*["']([^"'\n]+)["']\s*\)/g),
      ...script.matchAll(/\bimport\.meta\.resolve\(\s*["']([^"'\n]+)["']\s*\)/g)
    );
  return specifiers.flatMap(([, specifier = ""]) =>
    /^(\.|\/|\w+:)/.test(specifier) ? checkUrl(specifier, file, files, true) : [`unresolved import: ${specifier}`]
  );
}

function checkStyle(style: string, file: string, files: ReadonlySet<string>): string[] {
  const urls = [
    ...style.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g),
    ...style.matchAll(/@import\s+["']([^"']+)["']/g)
  ];
  return urls.flatMap(([, url = ""]) => checkUrl(url, file, files, true));
}

function checkUrl(url: string, file: string, files: ReadonlySet<string>, loads: boolean): string[] {
  if (/^(https?:)?\/\//i.test(url)) return loads ? [`loads from elsewhere: ${url}`] : [];
  if (/^[a-z][\w+.-]*:/i.test(url) || url.startsWith("#")) return [];
  // A leading slash leaves a site that is published under a path.
  if (url.startsWith("/")) return [`leaves the site: ${url}`];
  const path = decodeURI(url.replace(/[?#].*$/, ""));
  if (path === "") return [];
  const target = posix.join(posix.dirname(file), path);
  if (target.startsWith("..")) return [`leaves the site: ${url}`];
  const page = target === "." || target.endsWith("/") ? posix.join(target, "index.html") : target;
  return files.has(page) || files.has(`${page}.html`) || files.has(`${page}/index.html`) ? [] : [`dead link: ${url}`];
}
