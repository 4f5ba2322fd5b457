import { maskControls } from "../../src/terms/mask-controls.js";
import type { Issue } from "../issues/issue.js";
import { readArrow } from "./arrow.js";
import { type Bytes, packedBytes, plainBytes, readHead, readWhole } from "./bytes.js";
import type { Folder, OpenFile } from "./folder.js";
import { readGrid } from "./grid.js";
import { readJson, readNdjson } from "./json.js";
import { findContent, findPackage } from "./kind.js";
import { MAX_HELD, MAX_WORKBOOK, MAX_WORKBOOK_RATIO, RATIO_FROM, sizeText } from "./limits.js";
import { readParquet } from "./parquet.js";
import { FileFault, type FileKind, type Sheet, type SheetForm } from "./sheet.js";
import { readSqlite } from "./sqlite.js";
import type { HeadingOptions } from "./table.js";
import { readText } from "./text.js";
import { readWorkbook } from "./workbook.js";
import { listZip, type ZipEntry } from "./zip.js";

/** What the user says of a file where it can't be seen: which sheets, which row, or the headings themselves. */
export interface ReadOptions extends HeadingOptions {
  sheets?: readonly string[];
}

export interface ReadSheets {
  sheets: Sheet[];
  /** Why the file, or a part of it that holds data, can't be read. */
  issues: Issue[];
  /** Parts that hold no table beside parts that do (notes, empty sheets, pictures in an archive), and what is doubtful in a table. To be shown. */
  skipped: Issue[];
}

/** A file, or a file in an archive, on its way to being read. */
interface Part {
  bytes: Bytes;
  name: string;
  file: string;
  options: ReadOptions;
  /** The name that tells the kind where bytes don't: without `.gz`. */
  called: string;
  packed?: "gz" | "zip";
  open?: OpenFile;
}

/** The tables of one file of a folder, whatever its kind; kinds are told by contents first. Never throws `FileFault`. */
export async function readSheets(folder: Folder, file: string, options: ReadOptions = {}): Promise<ReadSheets> {
  const open = await folder.open(file);
  if (!open) return refused({ code: "missing-file", file });
  const found = await readPart({ bytes: plainBytes(open.blob), name: file, file, called: file, options, open });
  return options.sheets ? pickSheets(found, file, options.sheets) : found;
}

async function readPart(part: Part): Promise<ReadSheets> {
  try {
    return await readContent(part);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return refused(error.issueOf(part.name));
  }
}

async function readContent(part: Part): Promise<ReadSheets> {
  const { bytes, name, packed } = part;
  const head = await readHead(bytes, 4096);
  if (head.length === 0) return refused({ code: "empty-file", file: name });
  const content = findContent(head);
  if (typeof content === "object") return refused(otherFormat(name, content.other));
  if ((content === "gz" || content === "zip") && bytes.blob === undefined) return readInner(part, content);
  switch (content) {
    case "gz":
      return readPart({
        bytes: packedBytes(await blobOf(bytes), "gzip"),
        name,
        file: part.file,
        options: part.options,
        called: part.called.replace(/\.gz$/i, ""),
        packed: "gz"
      });
    case "zip":
      return readZip(part, await blobOf(bytes));
    case "cfb":
    case "markup":
      return readBook(part, "xls", content === "markup");
    case "parquet":
      return one(await readParquet(bytes, { ...part, form: formOf("parquet", packed) }));
    case "arrow":
      return one(await readArrow(await readWhole(bytes), { ...part, form: formOf("arrow", packed) }));
    case "sqlite":
      return readDatabase(part);
    case "text":
      return readWords(part, head);
  }
}

/** An archive in an archive is refused, unless it is a workbook. */
async function readInner(part: Part, content: "gz" | "zip"): Promise<ReadSheets> {
  if (content === "zip") {
    const blob = new Blob([await readWhole(part.bytes)]);
    const names = (await listZip(blob)).map((entry) => entry.name);
    if (findPackage(names)) return readZip({ ...part, bytes: plainBytes(blob) }, blob);
  }
  return refused({ code: "nested-archive", file: part.name });
}

async function blobOf(bytes: Bytes): Promise<Blob> {
  return bytes.blob ?? new Blob([await readWhole(bytes)]);
}

function formOf(kind: FileKind, packed: "gz" | "zip" | undefined): SheetForm {
  return packed ? { kind, packed } : { kind };
}

function otherFormat(file: string, what: string): Issue {
  return { code: "other-format", file, got: file, detail: { what } };
}

function refused(issue: Issue): ReadSheets {
  return { sheets: [], issues: [issue], skipped: [] };
}

function one(found: Sheet | Issue): ReadSheets {
  return "code" in found ? refused(found) : { sheets: [found], issues: [], skipped: [...(found.doubts ?? [])] };
}

/** Several tables of one file: those that are none are skipped over where others are fine. */
function several(found: readonly (Sheet | Issue)[], name: string): ReadSheets {
  const sheets = found.filter((each): each is Sheet => !("code" in each));
  const issues = found.filter((each): each is Issue => "code" in each);
  if (sheets.length > 0) return { sheets, issues: [], skipped: issues };
  const telling = issues.filter(({ code }) => code !== "empty-file");
  return { sheets, issues: telling.length > 0 ? telling : [{ code: "empty-file", file: name }], skipped: [] };
}

const UNREAD = /(^|\/)(\.(?!\.?\/)|__MACOSX\/|Thumbs\.db$|desktop\.ini$)|\/$/i;
const BESIDE = /(^|\/)(readme|licen[cs]e|changelog)[^/]*$|\.(md|html?|css|js|xml)$/i;

async function readZip(part: Part, blob: Blob): Promise<ReadSheets> {
  const entries = await listZip(blob);
  const kind = findPackage(entries.map((entry) => entry.name));
  if (typeof kind === "object") return refused(otherFormat(part.name, kind.other));
  if (kind) {
    await checkWorkbook(entries, blob.size);
    return readBook(part, kind);
  }
  const found: ReadSheets = { sheets: [], issues: [], skipped: [] };
  const inside = entries.filter(({ name }) => !UNREAD.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (inside.length === 0) return refused({ code: "empty-file", file: part.name });
  for (const entry of inside) {
    const read = await readEntry(part, entry);
    const beside = BESIDE.test(entry.name) || read.issues.every(({ code }) => code === "other-format");
    found.sheets.push(...read.sheets);
    found.skipped.push(...read.skipped, ...(beside ? read.issues : []));
    found.issues.push(...(beside ? [] : read.issues));
  }
  if (found.sheets.length === 0 && found.issues.length === 0) return { ...found, issues: found.skipped, skipped: [] };
  return found;
}

function readEntry({ file, options, name }: Part, entry: ZipEntry): Promise<ReadSheets> {
  const shown = `${name} › ${maskControls(entry.name).replace(/[\n\t]/g, "\ufffd")}`;
  if (entry.locked) return Promise.resolve(refused({ code: "locked-file", file: shown }));
  return readPart({ bytes: entry.bytes, name: shown, file, called: entry.name, options, packed: "zip" });
}

/** Throws `FileFault` where a workbook would unpack to more than memory should hold, whatever it states. */
async function checkWorkbook(entries: readonly ZipEntry[], packed: number): Promise<void> {
  const most = Math.min(MAX_WORKBOOK, Math.max(RATIO_FROM, packed * MAX_WORKBOOK_RATIO));
  const fault = new FileFault("too-large", undefined, sizeText(most));
  if (entries.reduce((sum, { size }) => sum + size, 0) > most) throw fault;
  // No more than this comes out of a byte that is packed.
  if (packed * 1032 <= most) return;
  let total = 0;
  for (const { bytes } of entries)
    for await (const piece of bytes.pieces()) {
      total += piece.length;
      if (total > most) throw fault;
    }
}

async function readBook(part: Part, kind: "xlsx" | "xls" | "ods", markup = false): Promise<ReadSheets> {
  const { name, file, options, packed } = part;
  const whole = await readWhole(part.bytes, Math.min(MAX_HELD, MAX_WORKBOOK));
  const { grids, locked, other } = await readWorkbook(whole, markup);
  if (locked) return refused({ code: "locked-file", file: name });
  if (other !== undefined) return refused(otherFormat(name, other));
  const found: (Sheet | Issue)[] = [];
  for (const { name: sheet, rows } of grids) {
    const described = { ...options, name: `${name} › ${sheet}`, file, form: formOf(kind, packed) };
    found.push(rows.length === 0 ? { code: "empty-file", file: described.name } : await readGrid(rows, described));
  }
  return several(found, name);
}

async function readDatabase(part: Part): Promise<ReadSheets> {
  const tables = await readSqlite(await readWhole(part.bytes), { ...part, form: formOf("sqlite", part.packed) });
  return several(
    tables.map(({ found }) => found),
    part.name
  );
}

/** A text: JSON by its ending, or by its first sign where the ending says nothing; else cells between separators. */
async function readWords(part: Part, head: Uint8Array): Promise<ReadSheets> {
  const { bytes, called, name, packed } = part;
  const ending = /\.([a-z]+)$/i.exec(called)?.[1]?.toLowerCase() ?? "";
  const start = new TextDecoder().decode(head).trimStart();
  if (start.replaceAll("\0", "") === "" && head.length < 4096) return refused({ code: "empty-file", file: name });
  const lines = ["ndjson", "jsonl"].includes(ending);
  if (lines) return one(await readNdjson(bytes, { ...part, form: formOf("ndjson", packed) }));
  const json =
    ["json", "geojson"].includes(ending) ||
    (!["csv", "tsv", "txt"].includes(ending) && /^(\[\s*[[{]|\{\s*")/.test(start));
  if (!json)
    return one(
      await readText(bytes, part.options.headings || part.options.headingRow ? { ...part, ...part.options } : part)
    );
  try {
    return several(await readJson(bytes, { ...part, form: formOf("json", packed) }), name);
  } catch (error) {
    // Many tools name a file of one object a line `.json` too.
    if (!(error instanceof FileFault) || error.code !== "cut-off" || !/^\{[^\n]*\}\s*\n\s*\{/.test(start)) throw error;
    return one(await readNdjson(bytes, { ...part, form: formOf("ndjson", packed) }));
  }
}

function pickSheets({ sheets, issues, skipped }: ReadSheets, file: string, wanted: readonly string[]): ReadSheets {
  const isNamed = (name: string, want: string) => name === want || name.endsWith(` › ${want}`);
  const picked = sheets.filter(({ name }) => wanted.some((want) => isNamed(name, want)));
  const wrong = [...issues, ...skipped].filter((issue) => wanted.some((want) => isNamed(issue.file, want)));
  const names = sheets.map(({ name }) => name);
  const unknown = wanted.filter(
    (want) => ![...names, ...wrong.map((issue) => issue.file)].some((name) => isNamed(name, want))
  );
  return {
    sheets: picked,
    issues: [
      ...(sheets.length === 0 ? issues : wrong),
      ...(sheets.length === 0 ? [] : unknown).map(
        (want): Issue => ({ code: "unknown-sheet", file, got: want, detail: { sheets: names.join(", ") } })
      )
    ],
    skipped: []
  };
}
