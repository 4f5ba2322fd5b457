/**
 * The few names of the web that Node has as well: all that code which runs anywhere may ask for beside the
 * language itself. A stage that wants one more says so here, after it was seen to be in both.
 */

interface Blob {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  slice(start?: number, end?: number): Blob;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  text(): Promise<string>;
}
declare const Blob: { new (parts?: readonly (ArrayBufferView<ArrayBuffer> | ArrayBuffer | string | Blob)[]): Blob };

interface ReadableStream<T> {
  getReader(): ReadableStreamDefaultReader<T>;
  pipeThrough<Out>(transform: { writable: WritableStream<T>; readable: ReadableStream<Out> }): ReadableStream<Out>;
}
interface ReadableStreamDefaultReader<T> {
  read(): Promise<{ done: false; value: T } | { done: true; value?: undefined }>;
  cancel(): Promise<void>;
}
/** Only ever handed on. */
interface WritableStream<T> {
  readonly locked: boolean;
  getWriter(): { write(chunk: T): Promise<void> };
}
interface DecompressionStream {
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly writable: WritableStream<ArrayBufferView<ArrayBuffer> | ArrayBuffer>;
}
declare const DecompressionStream: { new (format: "gzip" | "deflate" | "deflate-raw"): DecompressionStream };

interface TextDecoder {
  readonly encoding: string;
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare const TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};
interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare const TextEncoder: { new (): TextEncoder };
