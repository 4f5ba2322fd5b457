import { inflate } from "./inflate.js";
import { MAX_HELD, MAX_RATIO, MAX_UNPACKED, RATIO_FROM, sizeText } from "./limits.js";
import { FileFault } from "./sheet.js";

/** The bytes of a file, or of a file in an archive; can be read again and again, in pieces, from the beginning. */
export interface Bytes {
  pieces(): AsyncGenerator<Uint8Array>;
  /** Bytes as they lie there, where they are not packed. */
  blob?: Blob;
}

const PIECE = 4 * 2 ** 20;

/** The bytes of a blob as they are. */
export function plainBytes(blob: Blob): Bytes {
  return {
    blob,
    pieces: async function* () {
      const read = (at: number) => blob.slice(at, at + PIECE).arrayBuffer();
      // The next piece is read while this one is worked on.
      let next = read(0);
      for (let at = 0; at < blob.size; at += PIECE) {
        const piece = new Uint8Array(await next);
        next = read(at + PIECE);
        yield piece;
      }
    }
  };
}

/** Bytes unpacked on the way; throws `FileFault` where the archive is cut off, damaged or unpacks to far too much. */
export function packedBytes(blob: Blob, format: "gzip" | "deflate-raw", size?: number): Bytes {
  return {
    pieces: async function* () {
      let total = 0;
      for await (const piece of gather(inflate(blob, format))) {
        total += piece.length;
        if (total > MAX_UNPACKED) throw new FileFault("too-large", undefined, sizeText(MAX_UNPACKED));
        if (total > RATIO_FROM && total > blob.size * MAX_RATIO)
          throw new FileFault("too-large", undefined, `${MAX_RATIO} × ${sizeText(blob.size)}`);
        if (size !== undefined && total > size) throw new FileFault("cut-off");
        yield piece;
      }
      if (size !== undefined && total !== size) throw new FileFault("cut-off");
    }
  };
}

/** Small pieces put together, so that what works piece by piece has something to work on. */
async function* gather(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    held.push(piece);
    size += piece.length;
    if (size < PIECE / 4) continue;
    yield join(held, size);
    [held, size] = [[], 0];
  }
  if (size > 0) yield join(held, size);
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const joined = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** The first bytes, at most `count`. */
export async function readHead(bytes: Bytes, count: number): Promise<Uint8Array> {
  if (bytes.blob) return new Uint8Array(await bytes.blob.slice(0, count).arrayBuffer());
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes.pieces()) {
    held.push(piece);
    size += piece.length;
    if (size >= count) break;
  }
  return join(held, size).subarray(0, count);
}

/** All bytes at once, for kinds of files that can't be read in pieces; throws `FileFault` over `MAX_HELD`. */
export async function readWhole(bytes: Bytes, limit = MAX_HELD): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes.blob && bytes.blob.size > limit) throw new FileFault("too-large", undefined, sizeText(limit));
  if (bytes.blob) return new Uint8Array(await bytes.blob.arrayBuffer());
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes.pieces()) {
    held.push(piece);
    size += piece.length;
    if (size > limit) throw new FileFault("too-large", undefined, sizeText(limit));
  }
  return new Uint8Array(join(held, size));
}
