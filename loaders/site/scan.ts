import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Issue } from "../issues/issue.js";
import { listFiles } from "../store/files.js";
import { type Around, type OwnTexts, readOwnTexts } from "./own-texts.js";
import { BREAK, normaliseText, readWords, WORD } from "./published-text.js";
import { type Sought, seek } from "./sought.js";

/** Files that no data flow into: Framework's, packages', and our own scripts and styles. */
const CODE =
  /^_observablehq\/(?!minisearch)|^_node\/|^_npm\/|^_import\/|\.(js|css|woff2?|wasm|png|svg|ico)$|^\.nojekyll$/;

interface PublishedWords {
  file: string;
  text: string;
}

export interface ScanOptions {
  /** Words that the firm says are nobody's. */
  allow?: readonly string[] | undefined;
  /** Only files in this folder of the site. */
  only?: RegExp;
  /** The product's own texts; read where they are installed by default. */
  own?: OwnTexts;
}

/**
 * Looks for every identifier of a study (a line each in a file that is never published) in all that a folder
 * publishes. An issue for each identifier found, with the first file that it is in; the word is whole, as only whoever
 * has the data is told. What stands in the product's own sentences is no hit.
 */
export async function scanSite(
  site: string,
  identifiers: string,
  { allow = [], only = /^/, own }: ScanOptions = {}
): Promise<Issue[]> {
  const published: PublishedWords[] = [];
  for (const file of (await listFiles(site)).filter((name) => only.test(name) && !CODE.test(name)))
    published.push({ file, text: normaliseText(readWords(file, await readFile(join(site, file)))) });
  const maybe = seek(published.map(({ text }) => text));
  const ours = own ?? (await readOwnTexts());
  const allowed = new Set(allow.map(normaliseText));
  const issues: Issue[] = [];
  for await (const line of createInterface({
    input: createReadStream(identifiers),
    crlfDelay: Number.POSITIVE_INFINITY
  })) {
    const identifier = normaliseText(line).trim();
    const sought = identifier === "" || allowed.has(identifier) ? undefined : maybe(identifier);
    if (!sought) continue;
    const files = published.filter(({ text }) => isWrittenByData(text, sought, ours)).map(({ file }) => file);
    const [file] = files;
    if (file === undefined) continue;
    const detail = { allow: JSON.stringify(line.trim()), files: String(files.length) };
    issues.push({ code: "identifier-leak", file, got: line.trim(), detail });
  }
  return issues;
}

function isWrittenByData(text: string, { pattern, words }: Sought, own: OwnTexts): boolean {
  for (const match of text.matchAll(pattern))
    if (words === undefined || !own.hold(words, around(text, match.index, match.index + match[0].length))) return true;
  return false;
}

/** How far a neighbour may be. */
const NEAR = 60;

function around(text: string, from: number, to: number): Around {
  const before =
    text
      .slice(Math.max(0, from - NEAR), from)
      .split(BREAK)
      .at(-1) ?? "";
  const after = text.slice(to, to + NEAR).split(BREAK)[0] ?? "";
  return { before: before.match(WORD)?.at(-1), after: after.match(WORD)?.[0] };
}
