import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** Framework's release that the replacements were compared with, byte for byte. See `docs/upgrading.md`. */
export const COMPARED = "1.13.4";

const manifest = createRequire(import.meta.url).resolve("@observablehq/framework/package.json");

/** Where Framework's modules are, as a URL that ends with `/`. */
export const FRAMEWORK = new URL("dist/", pathToFileURL(manifest)).href;

/** Which import of which module of Framework's leads elsewhere, and the exports that differ from the original's. */
export const REPLACED = [
  { name: "jsdom", by: "html.js", specifier: "jsdom", exports: ["JSDOM"] },
  { name: "rollup", by: "render.js", specifier: "./rollup.js", exports: ["rollupClient"] },
  { name: "route", by: "loader.js", specifier: "./route.js", exports: ["route"] }
].map((one) => ({ ...one, with: new URL(`./${one.name}.js`, import.meta.url).href }));

/**
 * What the replacements don't know of the installed Framework, for a person; undefined when all is as they know it.
 * Then it builds as it is: more slowly, never otherwise.
 *
 * @param {string} [installed] its release
 * @param {(module: string) => string} [read] text of one of its modules
 * @returns {string | undefined}
 */
export function describeMisfit(
  installed = JSON.parse(readFileSync(manifest, "utf8")).version,
  read = (module) => readFileSync(new URL(module, FRAMEWORK), "utf8")
) {
  if (installed !== COMPARED) return `Framework ${installed}`;
  for (const { by, specifier, exports } of REPLACED) {
    const asked = importedNames(read(by), specifier);
    if (exports.some((name) => !asked.includes(name))) return `${by} → ${specifier}`;
    if (!specifier.startsWith("./")) continue;
    const given = exportedNames(read(specifier.slice(2)));
    if ([...asked, ...exports].some((name) => !given.includes(name))) return specifier;
  }
  return undefined;
}

/** @param {string} text @param {string} specifier */
function importedNames(text, specifier) {
  const statements = [...text.matchAll(/^import \{([^}]*)\} from "([^"]+)";$/gm)];
  return statements.flatMap(([, names, from]) => (from === specifier ? listNames(names) : []));
}

/** @param {string} text */
function exportedNames(text) {
  return [...text.matchAll(/^export \{([^}]*)\};$/gm)].flatMap(([, names]) => listNames(names));
}

/** @param {string | undefined} names as between braces */
function listNames(names = "") {
  return names.split(",").map((name) => name.trim().replace(/ as .*/, ""));
}
