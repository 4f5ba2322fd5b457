import type { Bytes } from "./bytes.js";

/** What one cheap pass over all bytes of a text tells. */
export interface Scan {
  size: number;
  utf8: boolean;
  /** Lines beyond ASCII of a text that isn't UTF-8, some of them, to guess its encoding by. */
  foreign: Uint8Array;
  /** True where a database reads the same cells from the bytes as this program would. */
  plain: boolean;
  /** The last lines, where the text is plain. */
  tail: string;
}

const LF = 10;
const CR = 13;
const LONGEST = 4 * 2 ** 20;
const FOREIGN = 65_536;
const TAIL = 65_536;

/**
 * Reads all bytes once, with searches that run natively. Plain means: valid UTF-8 in NFC, one kind of line end
 * (LF or CRLF), no NUL, no blank line, no line over 4 MB, no no-break space, no row of separators alone
 * (`blankRow`), and the first line stands only once.
 */
export async function scanText(bytes: Bytes, blankRow: string): Promise<Scan> {
  let [size, utf8, plain] = [0, true, true];
  let lineEnd: "LF" | "CRLF" | undefined;
  let heading: string | undefined;
  let held: Uint8Array = new Uint8Array(0);
  let tail: Uint8Array = new Uint8Array(0);
  const foreign: Uint8Array[] = [];
  let foreignSize = 0;
  const look = (piece: Uint8Array) => {
    const text = decode(piece);
    if (text === undefined) {
      utf8 = plain = false;
      if (foreignSize < FOREIGN)
        for (const line of foreignLines(piece, FOREIGN - foreignSize)) {
          foreign.push(line);
          foreignSize += line.length;
        }
      return;
    }
    if (!plain) return;
    heading ??= text
      .slice(0, Math.max(0, text.indexOf("\n")))
      .replace(/^\ufeff/, "")
      .trimEnd();
    lineEnd ??= text.includes("\r\n") ? "CRLF" : "LF";
    const end = lineEnd === "LF" ? "\n" : "\r\n";
    const again = heading + end;
    const blank = blankRow !== "" && (text.startsWith(blankRow + end) || text.includes(`\n${blankRow}${end}`));
    const once = !text.includes(`\n${again}`) && (size === 0 || !text.startsWith(again));
    plain = heading !== "" && once && !blank && evenLines(piece, lineEnd) && !oddSigns(piece);
  };
  for await (const piece of bytes.pieces()) {
    const cut = piece.lastIndexOf(LF) + 1 || piece.lastIndexOf(CR) + 1;
    if (cut === 0) {
      held = concat(held, piece);
      if (held.length <= LONGEST) continue;
      plain = false;
      const letter = lastLetter(held);
      look(held.subarray(0, letter));
      size += letter;
      held = held.slice(letter);
      continue;
    }
    const lines = held.length > 0 ? concat(held, piece.subarray(0, cut)) : piece.subarray(0, cut);
    look(lines);
    size += lines.length;
    tail = lines.subarray(-TAIL);
    held = piece.slice(cut);
  }
  if (held.length > 0) look(held);
  tail = concat(tail, held).subarray(-TAIL);
  const whole = tail.length >= size + held.length;
  size += held.length;
  const text = plain ? new TextDecoder().decode(tail) : "";
  return {
    size,
    utf8,
    foreign: foreign.reduce(concat, new Uint8Array(0)),
    plain,
    tail: whole ? text : text.slice(text.indexOf("\n") + 1)
  };
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** True where all lines end alike, none is blank and none is longer than a database takes. */
function evenLines(bytes: Uint8Array, lineEnd: "LF" | "CRLF"): boolean {
  const extra = lineEnd === "CRLF" ? 1 : 0;
  let count = 0;
  let from = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, from)) {
    const length = at - from - extra;
    if (length < 1 || length > LONGEST || (extra === 1 && bytes[at - 1] !== CR)) return false;
    count++;
    from = at + 1;
  }
  if (extra === 0) return bytes.indexOf(CR) === -1;
  for (let at = bytes.indexOf(CR); at !== -1; at = bytes.indexOf(CR, at + 1)) count--;
  return count === 0;
}

/** Where the last letter of some UTF-8 begins: a place to cut. */
function lastLetter(bytes: Uint8Array): number {
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

/** NUL, no-break spaces (C2 A0, E2 80 87, E2 80 AF) and marks that combine (CC, CD): cells this program would mend. */
function oddSigns(bytes: Uint8Array): boolean {
  if (bytes.indexOf(0) !== -1 || bytes.indexOf(0xcc) !== -1 || bytes.indexOf(0xcd) !== -1) return true;
  for (let at = bytes.indexOf(0xc2); at !== -1; at = bytes.indexOf(0xc2, at + 1))
    if (bytes[at + 1] === 0xa0) return true;
  for (let at = bytes.indexOf(0xe2); at !== -1; at = bytes.indexOf(0xe2, at + 1))
    if (bytes[at + 1] === 0x80 && (bytes[at + 2] === 0x87 || bytes[at + 2] === 0xaf)) return true;
  return false;
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
