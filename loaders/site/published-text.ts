import { extname } from "node:path";
import { DataType, tableFromIPC } from "apache-arrow";

/** A word, as names and ids are made of. */
export const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/** A text as it is compared: its letters composed, and small. */
export function normaliseText(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** Between texts that don't belong together: no name runs across it. */
export const BREAK = "\n\n\n\n";

/**
 * The words of a published file, for the search for identifiers. Numbers that are values (in JSON, in Arrow
 * columns) are left out: an amount may well equal somebody's number.
 */
export function readWords(file: string, bytes: Uint8Array): string {
  switch (extname(file)) {
    case ".html":
    case ".md":
      return wordsOfPage(decode(bytes));
    case ".json":
      return wordsOfJson(JSON.parse(decode(bytes)));
    case ".arrow":
      return wordsOfArrow(bytes);
    default:
      return decode(bytes);
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Text, then attribute values. Framework's file registrations (sizes, times) and hashes are its own, not data. */
function wordsOfPage(html: string): string {
  const own = html
    .replace(/\bregisterFile\([^\n]*\);/g, "")
    .replace(/'sha256-[\w+/=]+'/g, "")
    .replace(/\.[0-9a-f]{8}(?=\.\w+["'?])/g, "")
    .replace(/\?sha=[0-9a-f]{64}/g, "");
  const values = [...own.matchAll(/=\s*"([^"]*)"/g)].map(([, value]) => value ?? "");
  const text = own.replace(/<\/?[a-z!][^>]*>/gi, " ").replace(/\s+/g, " ");
  return resolveEntities([text, ...values].join(BREAK));
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function resolveEntities(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}

function wordsOfJson(value: unknown): string {
  const texts = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node === "string") texts.add(node);
    else if (Array.isArray(node)) node.forEach(visit);
    else if (node !== null && typeof node === "object")
      for (const [key, inner] of Object.entries(node)) {
        texts.add(key);
        visit(inner);
      }
  };
  visit(value);
  return [...texts].join(BREAK);
}

function wordsOfArrow(bytes: Uint8Array): string {
  const table = tableFromIPC(bytes);
  const texts = new Set<string>();
  for (const field of table.schema.fields) {
    texts.add(field.name);
    const type = DataType.isDictionary(field.type) ? field.type.dictionary : field.type;
    if (!DataType.isUtf8(type) && !DataType.isLargeUtf8(type)) continue;
    for (const value of table.getChild(field.name) ?? []) if (typeof value === "string") texts.add(value);
  }
  return [...texts].join(BREAK);
}
