import { MAX_ROW, sizeText } from "./limits.js";
import { FileFault } from "./sheet.js";

/** How cells and rows are told apart in a text. */
export interface Dialect {
  delimiter: string;
  quote: '"' | "'";
  /** True where `\"` stands for a quote inside a quoted cell. */
  backslash: boolean;
  /** True where any number of blanks parts two cells; there are no quotes then. */
  runs?: boolean;
}

/** One row of a file, before it is known what it is: cells as written, quotes undone. */
export interface FileRecord {
  row: number;
  cells: string[];
  /** A quote opens in it and doesn't close. */
  open?: boolean;
}

interface Split {
  records: string[][];
  /** Where the first unfinished row begins. */
  rest: number;
  /** True where the text ends inside quotes. */
  open: boolean;
}

const LF = 10;
const CR = 13;

/**
 * Rows of a text by RFC 4180, line ends of any kind. A quote counts only as the first sign of a cell (blanks
 * aside); one that closes before other letters was meant literally, and damage ends at the next separator.
 * Unless `final`, the last row is left for the next piece.
 */
export function splitRows(text: string, dialect: Dialect, final: boolean): Split {
  if (dialect.runs) return splitRuns(text, final);
  const { delimiter, quote, backslash } = dialect;
  const cut = delimiter.charCodeAt(0);
  const mark = quote.charCodeAt(0);
  const records: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  let rest = 0;
  while (at < text.length) {
    const start = at;
    let code = text.charCodeAt(at);
    let end = at;
    let literal: string | undefined;
    while ((code === 32 || code === 9) && code !== cut) code = text.charCodeAt(++end);
    if (code === mark) {
      const closed = closeQuote(text, end + 1, mark, cut, backslash, final);
      if (closed === undefined) {
        if (final) records.push([...cells, text.slice(end + 1)]);
        return { records, rest, open: true };
      }
      literal = closed.value;
      end = closed.end;
    } else {
      end = start;
      while (end < text.length) {
        code = text.charCodeAt(end);
        if (code === cut || code === LF || code === CR) break;
        end++;
      }
    }
    if (end >= text.length && !final) return { records, rest, open: false };
    code = text.charCodeAt(end);
    if (code === CR && end + 1 >= text.length && !final) return { records, rest, open: false };
    cells.push(literal ?? text.slice(start, end));
    if (code === cut) {
      at = end + 1;
      if (at === text.length && final) cells.push("");
      continue;
    }
    at = end + (code === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
    records.push(cells);
    cells = [];
    rest = at;
  }
  if (final && cells.length > 0) records.push(cells);
  return { records, rest: final ? text.length : rest, open: false };
}

/** Rows whose cells stand under each other, parted by blanks. */
function splitRuns(text: string, final: boolean): Split {
  const rest = final ? text.length : text.lastIndexOf("\n") + 1;
  const lines = text.slice(0, rest).split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return { records: lines.map((line) => line.trim().split(/[ \t]+/)), rest, open: false };
}

/** The cell that opened before `from` and where it ends; undefined where the text ends first. */
function closeQuote(
  text: string,
  from: number,
  mark: number,
  cut: number,
  backslash: boolean,
  final: boolean
): { value: string; end: number } | undefined {
  const quote = String.fromCharCode(mark);
  let value = "";
  let start = from;
  let at = text.indexOf(quote, from);
  for (; at !== -1; at = text.indexOf(quote, start)) {
    if (backslash && escaped(text, from, at)) {
      value += `${text.slice(start, at - 1)}${quote}`;
      start = at + 1;
    } else if (text.charCodeAt(at + 1) === mark) {
      value += text.slice(start, at + 1);
      start = at + 2;
    } else break;
  }
  if (at === -1 || (at + 1 === text.length && !final)) return undefined;
  value += text.slice(start, at);
  let end = at + 1;
  while ((text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) && text.charCodeAt(end) !== cut) end++;
  if (ends(text, end, cut)) return { value, end };
  while (!ends(text, end, cut)) end++;
  const tail = text.slice(at, end).trimEnd();
  return { value: value + (tail.endsWith(quote) ? tail.slice(0, -1) : tail), end };
}

/** True where an odd number of backslashes stands before the sign at `at`. */
function escaped(text: string, from: number, at: number): boolean {
  let count = 0;
  while (at - count - 1 >= from && text[at - count - 1] === "\\") count++;
  return count % 2 === 1;
}

function ends(text: string, at: number, cut: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === cut || code === LF || code === CR;
}

/**
 * Rows of a text that comes in pieces, counted from 1, in batches. Throws `FileFault` at a row longer than
 * `MAX_ROW`, or a quote open for as long, so that a file without line ends is refused with little memory taken.
 */
export async function* readRecords(pieces: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<FileRecord[]> {
  let held = "";
  let row = 0;
  for await (const piece of pieces) {
    held = held === "" ? piece : held + piece;
    const { records, rest, open } = splitRows(held, dialect, false);
    held = held.slice(rest);
    if (records.length > 0) yield records.map((cells) => ({ row: ++row, cells }));
    if (held.length <= MAX_ROW) continue;
    throw open ? new FileFault("open-quote", row + 1) : new FileFault("too-large", row + 1, sizeText(MAX_ROW));
  }
  const { records, open } = splitRows(held, dialect, true);
  if (records.length === 0) return;
  yield records.map((cells, i) => ({ row: ++row, cells, ...(open && i === records.length - 1 ? { open } : {}) }));
}
