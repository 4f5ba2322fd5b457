import type { Issue, Place } from "../issues/issue.js";
import { type Bytes, readHead } from "./bytes.js";
import { findDialect } from "./dialect.js";
import { guessEncoding, markedEncoding, mendC1 } from "./encoding.js";
import type { OpenFile } from "./folder.js";
import { looksBinary } from "./kind.js";
import type { Layout } from "./layout.js";
import { type Dialect, readRecords, splitRows } from "./records.js";
import { type Scan, scanText } from "./scan.js";
import { type Encoding, FileFault, type Sheet, type SheetForm } from "./sheet.js";
import { findTable, type HeadingOptions } from "./table.js";
import { findTail, TAIL_ROWS } from "./tail.js";
import { readWrappedRecords, readWrappedText } from "./wrapped.js";

const HEAD = 262_144;

export interface TextOptions extends HeadingOptions {
  name: string;
  file: string;
  packed?: "gz" | "zip";
  /** The file itself, where it is not packed. */
  open?: OpenFile;
}

/** The table in a text with cells between separators: encoding, separator, headings are found from its contents. */
export async function readText(bytes: Bytes, options: TextOptions): Promise<Sheet | Issue> {
  const { name, file, packed, open } = options;
  const head = await readHead(bytes, HEAD);
  const marked = markedEncoding(head);
  if (!marked && looksBinary(head)) return { code: "unknown-format", file: name };
  const wide = marked !== undefined && marked.encoding !== "utf-8";
  const { delimiter, blankRow } = firstRow(head);
  const scan = wide ? undefined : await scanText(bytes, blankRow, delimiter);
  const encoding = marked && scan?.utf8 !== false ? marked.encoding : findEncoding(head, scan);
  if (!encoding) return { code: "unknown-encoding", file: name };
  const text = mendC1(new TextDecoder(encoding).decode(head, { stream: head.length === HEAD }), encoding);
  if (text.replaceAll("\0", "").trim() === "") return { code: "empty-file", file: name };
  const inner = readWrappedText(text, head.length < HEAD);
  const dialect = findDialect(inner ?? text, head.length < HEAD);
  const form: SheetForm = { kind: "csv", encoding, delimiter: dialect.delimiter, lineEnd: findLineEnd(text) };
  if (packed) form.packed = packed;
  const readRows = inner === undefined ? readRecords : readWrappedRecords;
  const found = await findTable(() => readRows(decode(bytes, encoding), dialect), { ...options, form });
  if ("code" in found) return found;
  const { sheet, layout, left } = found;
  const readable = left === 0 && open !== undefined && inner === undefined;
  if (readable && scan && encoding === "utf-8" && provenPlain(text, scan, dialect, layout))
    sheet.direct = {
      kind: "csv",
      file: open,
      delimiter: dialect.delimiter,
      rows: { least: scan.quotes ? 0 : scan.lines - 1, most: scan.lines - 1 }
    };
  if (scan?.utf8 === false && encoding === "utf-8") sheet.doubts = await findLostLetters(sheet);
  return { ...sheet, file };
}

/** What parts the cells of a text that may be UTF-8, and a row of separators alone as it would write it. */
function firstRow(head: Uint8Array): { delimiter: string; blankRow: string } {
  const text = new TextDecoder().decode(head);
  const dialect = findDialect(text, head.length < HEAD);
  const width = splitRows(text, dialect, head.length < HEAD).records[0]?.length ?? 1;
  return { delimiter: dialect.delimiter, blankRow: dialect.delimiter.repeat(Math.max(0, width - 1)) };
}

/** The rows in which bytes that are no letters were replaced by `�`, as one issue. */
async function findLostLetters({ name, headings, rows }: Sheet): Promise<Issue[]> {
  let first: Place | undefined;
  let count = 0;
  try {
    for await (const batch of rows())
      for (const { row, cells } of batch.rows) {
        const at = cells.findIndex((cell) => cell.includes("\ufffd"));
        if (at === -1) continue;
        count++;
        first ??= { file: name, row, column: headings[at] ?? "", got: cells[at] ?? "" };
      }
  } catch (error) {
    // A file that can't be read to its end is refused when it is imported.
    if (!(error instanceof FileFault)) throw error;
  }
  return first ? [{ code: "lost-letters", ...first, detail: { rows: String(count) } }] : [];
}

/** UTF-8, unless more than a few bytes don't fit: then the old encoding that makes the best letters of them. */
function findEncoding(head: Uint8Array, scan: Scan | undefined): Encoding | undefined {
  if (!scan || scan.utf8) return "utf-8";
  const letters = new TextDecoder().decode(scan.foreign).match(/[^\p{ASCII}]/gu) ?? [];
  const damaged = letters.filter((letter) => letter === "\ufffd").length;
  if (letters.length >= damaged * 10) return "utf-8";
  return guessEncoding(scan.foreign, head.includes(13) && !head.includes(10));
}

async function* decode(bytes: Bytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes.pieces())
    for (let at = 0; at < piece.length; at += HEAD)
      yield mendC1(decoder.decode(piece.subarray(at, at + HEAD), { stream: true }), encoding);
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

function findLineEnd(text: string): "LF" | "CRLF" | "CR" {
  const crlf = text.split("\r\n").length;
  const cr = text.split("\r").length - crlf;
  const lf = text.split("\n").length - crlf;
  if (crlf > 1 && crlf > cr && crlf > lf) return "CRLF";
  return cr > lf ? "CR" : "LF";
}

/** True where a database that reads the bytes itself finds the same rows, or stops at one it can't fit. */
function provenPlain(head: string, scan: Scan, dialect: Dialect, layout: Layout): boolean {
  if (!scan.plain || dialect.runs || dialect.quote !== '"' || dialect.backslash || /[,;\t|] +"/.test(head))
    return false;
  if (layout.headingRow !== 1 || layout.left.size > 0 || layout.columns.drops) return false;
  const { records, open } = splitRows(scan.tail, dialect, true);
  if (open) return false;
  const last = records.slice(-TAIL_ROWS).map((cells, i) => ({ row: i + 2, cells: cells.map((cell) => cell.trim()) }));
  const width = layout.headings.length;
  return last.every(({ cells }) => cells.length === width) && findTail(last.slice(1), layout.columns).size === 0;
}
