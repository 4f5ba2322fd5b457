import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import type { FileFormat } from "../engine/dialect.js";
import type { Issue } from "./issue.js";

const HEAD_BYTES = 262_144;
const DELIMITERS = [",", ";", "\t", "|"];

export interface Sniffed {
  format: FileFormat;
  /** First rows under the headings, as text; at most 200. */
  sample: string[][];
}

/** Looks at the beginning of a text file: separator, headings, first rows. */
export async function sniff(path: string, file: string): Promise<Sniffed | Issue> {
  if ((await stat(path)).size === 0) return { code: "empty-file", file };
  let head: Buffer;
  try {
    head = await readHead(path);
  } catch {
    return { code: "unknown-format", file };
  }
  if (head.includes(0) || head.subarray(0, 2).equals(Buffer.from([0xff, 0xfe])))
    return { code: "unknown-format", file };
  const text = head.toString("utf8").replace(/^\ufeff/, "");
  if (text.trim() === "") return { code: "empty-file", file };
  if (text.includes("\ufffd") && head.length < HEAD_BYTES) return { code: "unknown-format", file };
  const rows = splitRows(text, pickDelimiter(text)).slice(0, 201);
  const headings = uniqueNames(rows[0] ?? []);
  if (headings.length < 2) return { code: "one-column", file, got: headings[0] ?? "" };
  if (rows.length < 2) return { code: "header-only", file };
  return { format: { kind: "csv", delimiter: pickDelimiter(text), quote: '"', headings }, sample: rows.slice(1) };
}

async function readHead(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const raw = createReadStream(path);
  const stream = path.endsWith(".gz") ? raw.pipe(createGunzip()) : raw;
  raw.on("error", (error) => stream.destroy(error));
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= HEAD_BYTES) break;
  }
  raw.destroy();
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

/** The separator that most often stands in the heading line, outside quotes. */
function pickDelimiter(text: string): string {
  const line = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const counts = DELIMITERS.map((d) => line.split(d).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** Rows of a delimited text by RFC 4180; an unfinished last row is left out when the text was cut. */
function splitRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length && rows.length <= 200; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === delimiter) {
      row.push(cell);
      cell = "";
    } else if (c === "\n" || c === "\r") {
      if (c === "\r" && text[i + 1] === "\n") i++;
      row.push(cell);
      if (row.length > 1 || row[0] !== "") rows.push(row);
      row = [];
      cell = "";
    } else cell += c;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** Headings as written, empty and repeated ones made distinct. */
function uniqueNames(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading, i) => {
    const base = heading.trim() || `column_${i + 1}`;
    const count = (seen.get(base.toLowerCase()) ?? 0) + 1;
    seen.set(base.toLowerCase(), count);
    return count === 1 ? base : `${base}_${count}`;
  });
}
