import type { Bytes } from "./bytes.js";
import { checkUtf8 } from "./utf8.js";

/** What one cheap pass over all bytes of a text tells. */
export interface Scan {
  utf8: boolean;
  /** Lines beyond ASCII of a text that isn't UTF-8, some of them, to guess its encoding by. */
  foreign: Uint8Array;
  /** True where a database reads the same cells from the bytes as this program would. */
  plain: boolean;
  /** Lines of a plain text. */
  lines: number;
  /** Whether a quote stands anywhere in it: then a row may be several lines. */
  quotes: boolean;
  /** The last lines, where the text is plain. */
  tail: string;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const QUOTE = 34;
const LONGEST = 4 * 2 ** 20;
const FOREIGN = 65_536;
const TAIL = 65_536;

/**
 * Reads all bytes once. Plain means: valid UTF-8 in NFC, one kind of line end (LF or CRLF), no NUL, no blank line, no
 * line over 4 MB, no no-break space, no tab inside a cell, no row of separators alone (`blankRow`), and the first line
 * stands only once.
 */
export async function scanText(bytes: Bytes, blankRow: string, delimiter: string): Promise<Scan> {
  let [utf8, plain] = [true, true];
  let lines: Lines | undefined;
  let held: Uint8Array = new Uint8Array(0);
  let tail: Uint8Array = new Uint8Array(0);
  const foreign: Uint8Array[] = [];
  let foreignSize = 0;
  const look = (piece: Uint8Array) => {
    const letters = checkUtf8(piece);
    if (letters.valid) {
      lines ??= firstLine(piece, blankRow, delimiter);
      plain = plain && !letters.odd && evenLines(piece, lines);
      lines.count += 1;
      return;
    }
    utf8 = plain = false;
    for (const line of foreignLines(piece, FOREIGN - foreignSize)) {
      foreign.push(line);
      foreignSize += line.length;
    }
  };
  for await (const piece of bytes.pieces()) {
    const cut = piece.lastIndexOf(LF) + 1 || piece.lastIndexOf(CR) + 1;
    if (cut > 0) {
      const whole = held.length > 0 ? concat(held, piece.subarray(0, cut)) : piece.subarray(0, cut);
      look(whole);
      tail = whole.subarray(-TAIL);
      held = piece.slice(cut);
      continue;
    }
    held = concat(held, piece);
    if (held.length <= LONGEST) continue;
    plain = false;
    const letter = lastLetter(held);
    look(held.subarray(0, letter));
    held = held.slice(letter);
  }
  const ended = held.length === 0;
  if (!ended) {
    look(held);
    if (lines) lines.ends += 1;
  }
  const first = (lines?.count ?? 0) <= 1 || (!ended && lines?.count === 2);
  const last = concat(tail, held).subarray(-TAIL);
  const text = plain ? new TextDecoder().decode(last) : "";
  const whole = first && last.length < TAIL;
  return {
    utf8,
    foreign: foreign.reduce(concat, new Uint8Array(0)),
    plain,
    lines: lines?.ends ?? 0,
    quotes: lines?.quotes ?? false,
    tail: whole ? text : text.slice(text.indexOf("\n") + 1)
  };
}

/** How the lines of a text end, and which may not come again. */
interface Lines {
  crlf: boolean;
  heading: Uint8Array;
  blankRow: Uint8Array;
  tabs: boolean;
  /** Pieces looked at. */
  count: number;
  /** Ends of lines in them. */
  ends: number;
  quotes: boolean;
}

function firstLine(bytes: Uint8Array, blankRow: string, delimiter: string): Lines {
  const end = bytes.indexOf(LF);
  const crlf = end > 0 && bytes[end - 1] === CR;
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const heading = bytes.slice(start, end === -1 ? bytes.length : end - (crlf ? 1 : 0));
  return {
    crlf,
    heading,
    blankRow: new TextEncoder().encode(blankRow),
    tabs: delimiter === "\t",
    count: 0,
    ends: 0,
    quotes: false
  };
}

/** True where all lines end alike, none is blank, repeats the first or is longer than a database takes, and no cell can hold a tab. */
function evenLines(bytes: Uint8Array, lines: Lines): boolean {
  const { crlf, heading, blankRow, tabs, count } = lines;
  lines.quotes = lines.quotes || bytes.includes(QUOTE);
  if (bytes.includes(tabs ? QUOTE : TAB)) return false;
  const strange = (from: number, length: number) =>
    (length === blankRow.length && startsWith(bytes, from, blankRow)) ||
    (length === heading.length && (from > 0 || count > 0) && startsWith(bytes, from, heading));
  const extra = crlf ? 1 : 0;
  let ends = 0;
  let from = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, from)) {
    const length = at - from - extra;
    if (length < 1 || length > LONGEST || (crlf && bytes[at - 1] !== CR)) return false;
    if (strange(from, length)) return false;
    ends++;
    from = at + 1;
  }
  lines.ends += ends;
  if (from < bytes.length && strange(from, bytes.length - from)) return false;
  if (!crlf) return bytes.indexOf(CR) === -1;
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) ends--;
  return ends === 0;
}

function startsWith(bytes: Uint8Array, from: number, line: Uint8Array): boolean {
  for (let i = 0; i < line.length; i++) if (bytes[from + i] !== line[i]) return false;
  return true;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/** Where the last letter of some UTF-8 begins: a place to cut. */
function lastLetter(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

/** Lines with a byte beyond ASCII, up to some size in all. */
function* foreignLines(bytes: Uint8Array, most: number): Generator<Uint8Array> {
  let given = 0;
  for (let from = 0; from < bytes.length && given < most; ) {
    let end = from;
    let beyond = false;
    while (end < bytes.length && end - from < 4096) {
      const byte = bytes[end++] ?? 0;
      if (byte > 127) beyond = true;
      if (byte === LF || byte === CR) break;
    }
    if (beyond) {
      given += end - from;
      yield bytes.slice(from, end);
    }
    from = end;
  }
}
