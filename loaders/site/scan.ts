import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Issue } from "../issues/issue.js";
import { listFiles } from "../store/files.js";
import { readWords } from "./published-text.js";

/** Shorter ids are too common to mean anybody. */
const SHORTEST = 5;

/** Files that no data flow into: Framework's, packages', and our own scripts and styles. */
const CODE =
  /^_observablehq\/(?!minisearch)|^_node\/|^_npm\/|^_import\/|\.(js|css|woff2?|wasm|png|svg|ico)$|^\.nojekyll$/;

interface PublishedWords {
  file: string;
  text: string;
}

/** What published files hold, in the forms that identifiers are looked up in. */
interface Lookup {
  words: Set<string>;
  pairs: Set<string>;
  phones: Set<string>;
}

/**
 * Looks for every identifier of a study (a line each in a file that is never published) in all that a site
 * publishes. An issue for each file and identifier found, the identifier masked. `allow` exempts.
 */
export async function scanSite(site: string, identifiers: string, allow: readonly string[] = []): Promise<Issue[]> {
  const published: PublishedWords[] = [];
  for (const file of (await listFiles(site)).filter((name) => !CODE.test(name)))
    published.push({ file, text: normalise(readWords(file, await readFile(join(site, file)))) });
  const lookup = index(published);
  const allowed = new Set(allow.map(normalise));
  const issues: Issue[] = [];
  for await (const line of createInterface({
    input: createReadStream(identifiers),
    crlfDelay: Number.POSITIVE_INFINITY
  })) {
    const identifier = normalise(line).trim();
    const sought = identifier === "" || allowed.has(identifier) ? undefined : maybePattern(identifier, lookup);
    if (sought)
      for (const { file, text } of published)
        if (sought.test(text)) issues.push({ code: "identifier-leak", file, got: mask(line.trim()) });
  }
  return issues;
}

function normalise(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
/** A digit run that is part of a formatted number (1.234.567, 12,5 %) names nobody. */
const NUMBER = /(?<![\p{L}\p{N}_])(?<!\d[.,])\d{5,}(?![\p{L}\p{N}_])(?![.,]\d)(?!\s?(?:%|₫|đ\b|vnd))/gu;
const PHONE = /\+?\d(?:[ .()-]{0,2}\d){8,13}/g;

function index(published: readonly PublishedWords[]): Lookup {
  const lookup: Lookup = { words: new Set(), pairs: new Set(), phones: new Set() };
  for (const { text } of published) {
    let last = "";
    for (const [word] of text.matchAll(WORD)) {
      if (!/^\d+$/.test(word)) lookup.words.add(word);
      lookup.pairs.add(`${last} ${word}`);
      last = word;
    }
    for (const [number] of text.matchAll(NUMBER)) lookup.words.add(number);
    for (const [phone] of text.matchAll(PHONE)) lookup.phones.add(subscriber(phone));
  }
  return lookup;
}

/** The pattern to find an identifier with, if the published words leave it possible that it is there. */
function maybePattern(identifier: string, { words, pairs, phones }: Lookup): RegExp | undefined {
  const parts = identifier.match(WORD) ?? [];
  const digits = identifier.replace(/\D/g, "");
  if (/^[+\d\s().-]+$/.test(identifier)) {
    if (digits.length >= 9 && /^(\+|0|84)/.test(identifier.replace(/^\(/, "")) && phones.has(subscriber(identifier)))
      return new RegExp(`(?<!\\d)(?:\\+?84|0)?[ .()-]{0,2}${[...subscriber(identifier)].join("[ .()-]{0,2}")}(?!\\d)`);
    if (parts.length > 1)
      return digits.length >= SHORTEST
        ? new RegExp(`(?<![\\p{L}\\p{N}_.,])${literal(identifier)}(?![\\p{L}\\p{N}_]|[.,]\\d)`, "u")
        : undefined;
    if (digits.length < SHORTEST || !words.has(digits)) return undefined;
    return new RegExp(
      `(?<![\\p{L}\\p{N}_])(?<!\\d[.,])${digits}(?![\\p{L}\\p{N}_])(?![.,]\\d)(?!\\s?(?:%|₫|đ\\b|vnd))`,
      "u"
    );
  }
  if (parts.length === 0) return undefined;
  if (parts.length === 1) {
    const [word = ""] = parts;
    // A single word of letters is a first name or a nickname, which other words of a page may well equal.
    if (word.length < SHORTEST || !/[\d_]/.test(word) || !words.has(word)) return undefined;
  } else if (parts.some((part, i) => i > 0 && !pairs.has(`${parts[i - 1]} ${part}`))) return undefined;
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])${parts.map(literal).join("[^\\p{L}\\p{N}_]{1,3}")}(?![\\p{L}\\p{M}\\p{N}_])`,
    "u"
  );
}

/** A phone number without its country or trunk prefix, digits only. */
function subscriber(phone: string): string {
  return phone.replace(/\D/g, "").replace(/^(84|0)/, "");
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function mask(identifier: string): string {
  return `${[...identifier].slice(0, 2).join("")}…`;
}
