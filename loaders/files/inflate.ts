import { Gunzip, Inflate } from "fflate";
import { FileFault } from "./sheet.js";

/**
 * Unpacked bytes of a gzip file, or of a deflated file in a zip. Throws `FileFault("cut-off")` where they end too
 * early or are damaged.
 */
export async function* inflate(blob: Blob, format: "gzip" | "deflate-raw"): AsyncGenerator<Uint8Array> {
  if (format === "deflate-raw") {
    yield* unpack(blob, new Inflate());
    return;
  }
  let given = 0;
  try {
    for await (const piece of streamOf(blob.stream().pipeThrough(new DecompressionStream("gzip")))) {
      given += piece.length;
      yield piece;
    }
    return;
  } catch {
    // Browsers stop at the second of several members in one file. Where there are several, go on from where it stopped.
  }
  const gunzip = new Gunzip();
  let members = 1;
  gunzip.onmember = () => members++;
  for await (const piece of unpack(blob, gunzip)) {
    if (given < piece.length) yield piece.subarray(given);
    given = Math.max(0, given - piece.length);
  }
  if (members === 1) throw new FileFault("cut-off");
}

async function* unpack(blob: Blob, unpacker: Gunzip | Inflate): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  unpacker.ondata = (piece) => out.push(piece);
  const push = (piece: Uint8Array, final: boolean) => {
    try {
      unpacker.push(piece, final);
    } catch {
      throw new FileFault("cut-off");
    }
  };
  for await (const piece of streamOf(blob.stream())) {
    push(piece, false);
    yield* out;
    out = [];
  }
  push(new Uint8Array(0), true);
  yield* out;
}

/** A stream as pieces; not every browser can be asked for the next one by `for await`. */
async function* streamOf(readable: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
