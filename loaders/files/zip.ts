import { type Bytes, packedBytes, plainBytes } from "./bytes.js";
import { MAX_ENTRIES, MAX_RATIO, MAX_UNPACKED, RATIO_FROM, sizeText } from "./limits.js";
import { FileFault } from "./sheet.js";

/** A file in a zip. Its name is only shown: nothing is ever written under it. */
export interface ZipEntry {
  name: string;
  /** Bytes after unpacking, as the zip states them. */
  size: number;
  locked: boolean;
  bytes: Bytes;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/** What a zip holds, by its directory at the end. Throws `FileFault` where it is damaged or holds too many files. */
export async function listZip(blob: Blob): Promise<ZipEntry[]> {
  const { at, size, count } = await findDirectory(blob);
  if (count > MAX_ENTRIES) throw new FileFault("too-many-files", undefined, String(MAX_ENTRIES));
  const view = await viewOf(blob, at, at + size);
  const entries: ZipEntry[] = [];
  const places: { offset: number; packed: number }[] = [];
  let from = 0;
  while (from + 46 <= view.byteLength && view.getUint32(from, true) === ENTRY) {
    if (entries.length >= MAX_ENTRIES) throw new FileFault("too-many-files", undefined, String(MAX_ENTRIES));
    const [nameSize, extraSize, noteSize] = [28, 30, 32].map((i) => view.getUint16(from + i, true));
    const end = from + 46 + (nameSize ?? 0) + (extraSize ?? 0) + (noteSize ?? 0);
    if (end > view.byteLength) throw new FileFault("cut-off");
    const name = readName(new Uint8Array(view.buffer, view.byteOffset + from + 46, nameSize));
    const extra = new DataView(view.buffer, view.byteOffset + from + 46 + (nameSize ?? 0), extraSize);
    const wide = wideSizes(
      extra,
      [24, 20, 42].map((i) => view.getUint32(from + i, true))
    );
    const [unpacked = 0, packed = 0, offset = 0] = wide;
    const method = view.getUint16(from + 10, true);
    places.push({ offset, packed });
    entries.push({
      name,
      size: unpacked,
      locked: (view.getUint16(from + 8, true) & 1) === 1,
      bytes: entryBytes(blob, offset, packed, unpacked, method)
    });
    from = end;
  }
  if (entries.length < count) throw new FileFault("cut-off");
  checkEntries(places, entries, blob.size);
  return entries;
}

/**
 * What entries state is what may come out of each, so their sum bounds the archive. Throws `FileFault` where it is
 * too much, or where entries share bytes: then a few could be unpacked as many.
 */
function checkEntries(
  places: readonly { offset: number; packed: number }[],
  entries: readonly ZipEntry[],
  whole: number
) {
  const sorted = [...places].sort((a, b) => a.offset - b.offset);
  for (const [i, { offset, packed }] of sorted.entries())
    if (offset + 30 + packed > (sorted[i + 1]?.offset ?? whole)) throw new FileFault("cut-off");
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > MAX_UNPACKED) throw new FileFault("too-large", undefined, sizeText(MAX_UNPACKED));
  if (total > RATIO_FROM && total > whole * MAX_RATIO)
    throw new FileFault("too-large", undefined, `${MAX_RATIO} × ${sizeText(whole)}`);
}

async function findDirectory(blob: Blob): Promise<{ at: number; size: number; count: number }> {
  const start = Math.max(0, blob.size - 65_557);
  const view = await viewOf(blob, start, blob.size);
  for (let i = view.byteLength - 22; i >= 0; i--) {
    if (view.getUint32(i, true) !== END) continue;
    const count = view.getUint16(i + 10, true);
    const size = view.getUint32(i + 12, true);
    const at = view.getUint32(i + 16, true);
    if (at !== 0xffffffff && count !== 0xffff) return { at, size, count };
    const wide = i >= 20 ? await viewOf(blob, Number(view.getBigUint64(i - 12, true)), blob.size) : undefined;
    if (!wide || wide.byteLength < 56 || wide.getUint32(0, true) !== END64) break;
    const [many, bytes, from] = [32, 40, 48].map((p) => Number(wide.getBigUint64(p, true)));
    return { at: from ?? 0, size: bytes ?? 0, count: many ?? 0 };
  }
  throw new FileFault("cut-off");
}

/** Sizes of 64 bits stand in an extra field, in the order of those that don't fit into 32. */
function wideSizes(extra: DataView, sizes: readonly number[]): number[] {
  for (let i = 0; i + 4 <= extra.byteLength; i += 4 + extra.getUint16(i + 2, true)) {
    if (extra.getUint16(i, true) !== 1) continue;
    let at = i + 4;
    return sizes.map((size) => {
      if (size !== 0xffffffff || at + 8 > extra.byteLength) return size;
      at += 8;
      return Number(extra.getBigUint64(at - 8, true));
    });
  }
  return [...sizes];
}

function readName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function entryBytes(blob: Blob, offset: number, packed: number, unpacked: number, method: number): Bytes {
  return {
    pieces: async function* () {
      const local = await viewOf(blob, offset, offset + 30);
      if (local.byteLength < 30 || local.getUint32(0, true) !== LOCAL) throw new FileFault("cut-off");
      const from = offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
      const part = blob.slice(from, from + packed);
      if (part.size < packed) throw new FileFault("cut-off");
      if (method === 0) yield* plainBytes(part).pieces();
      else if (method === 8) yield* packedBytes(part, "deflate-raw", unpacked).pieces();
      else throw new FileFault("unknown-format");
    }
  };
}

async function viewOf(blob: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await blob.slice(from, to).arrayBuffer());
}
