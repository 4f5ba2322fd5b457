import { createHash } from "node:crypto";

const POLICY = {
  "default-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "object-src": "'none'",
  "base-uri": "'self'",
  "form-action": "'none'"
};

/** The only pages that compute: their worker compiles the database's WebAssembly. Code made from text stays forbidden. */
const COMPUTES = /^(vi|en)\/upload\.html$/;

/**
 * A built page as it is published: its language named, zoom allowed, and a Content-Security-Policy that lets
 * run the site's own files and exactly the inline scripts that are in the page. `path` is the file within the site.
 */
export function mendPage(html: string, path: string): string {
  const lang = path.startsWith("en/") ? "en" : "vi";
  return html
    .replace(/<html(?![^>]*\blang=)/, `<html lang="${lang}"`)
    .replace(/(<meta name="viewport" content="[^"]*?),\s*maximum-scale=1"/, '$1"')
    .replace(
      /<meta charset="utf-8">/,
      (charset) => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${composePolicy(html, path)}">`
    );
}

function composePolicy(html: string, path: string): string {
  const compiles = COMPUTES.test(path) ? ["'wasm-unsafe-eval'"] : [];
  const scripts = ["'self'", ...compiles, ...new Set(inlineScripts(html).map(hashSource))].join(" ");
  const directives = Object.entries({ ...POLICY, "script-src": scripts });
  return directives.map(([name, value]) => `${name} ${value}`).join("; ");
}

/** Texts of the scripts that stand in a page, as the browser hashes them. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    .filter(([, attributes]) => !/\bsrc=/.test(attributes ?? ""))
    .map(([, , text]) => text ?? "");
}

/** An inline script as a policy names it. The parser turns line ends into `\n` before the browser hashes. */
export function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text.replace(/\r\n?/g, "\n")).digest("base64")}'`;
}

/**
 * A style sheet that the build copied as it is, its addresses made to point to the copies of the files it names:
 * the build puts a hash into their names. `siblings` are the names in its folder.
 */
export function mendStyle(css: string, siblings: readonly string[]): string {
  return css.replace(
    /(url\(\s*["']?)(?:\.\/)?([\w-]+)\.(\w+)(?=["']?\s*\))/g,
    (whole, before: string, name: string, kind: string) => {
      const copy = siblings.find(
        (sibling) =>
          sibling.startsWith(`${name}.`) && sibling.slice(name.length).match(/^\.[0-9a-f]{8}\.(\w+)$/)?.[1] === kind
      );
      return copy === undefined ? whole : `${before}${copy}`;
    }
  );
}
