import { createHash } from "node:crypto";
import { posix } from "node:path";

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

/** A page as it is published, and the scripts that stood in it: path within the site → text. */
export interface FinishedPage {
  html: string;
  scripts: Map<string, string>;
}

/**
 * A built page as it is published: its language named, zoom allowed, its scripts in files of their own beside it, and
 * a Content-Security-Policy that lets nothing run but the site's own files. `path` is the file within the site.
 */
export function mendPage(html: string, path: string): FinishedPage {
  const lang = path.startsWith("en/") ? "en" : "vi";
  const { frame, rest } = partFrame(html);
  const { html: head, scripts } = moveScripts(frame, path);
  const mended = `${head}${rest}`
    .replace(/<html(?![^>]*\blang=)/, `<html lang="${lang}"`)
    .replace(/(<meta name="viewport" content="[^"]*?),\s*maximum-scale=1"/, '$1"')
    .replace(
      /<meta charset="utf-8">/,
      (charset) => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${composePolicy(path)}">`
    );
  return { html: mended, scripts };
}

/** What Framework writes before a page's own contents. No text of data gets into it but the title, which it escapes. */
function partFrame(html: string): { frame: string; rest: string } {
  const at = html.indexOf(CONTENTS);
  return at < 0 ? { frame: html, rest: "" } : { frame: html.slice(0, at), rest: html.slice(at) };
}

/** Whatever follows the first of it is a page's own. */
export const CONTENTS = '<div id="observablehq-center">';

const INLINE = /<script\b((?![^>]*\bsrc=)[^>]*)>([\s\S]*?)<\/script>/gi;

/** Scripts lead to other files from where they stand, so each goes into the folder of its page. */
function moveScripts(frame: string, path: string): FinishedPage {
  const scripts = new Map<string, string>();
  const html = frame.replace(INLINE, (_, attributes: string, text: string) => {
    const file = `script.${createHash("sha256").update(text).digest("hex").slice(0, 16)}.js`;
    scripts.set(posix.join(posix.dirname(path), file), text);
    return `<script${attributes} src="./${file}"></script>`;
  });
  return { html, scripts };
}

function composePolicy(path: string): string {
  const scripts = ["'self'", ...(COMPUTES.test(path) ? ["'wasm-unsafe-eval'"] : [])].join(" ");
  const directives = Object.entries({ ...POLICY, "script-src": scripts });
  return directives.map(([name, value]) => `${name} ${value}`).join("; ");
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
