import { mendC1 } from "../../loaders/files/encoding.js";
import type { Encoding } from "../../loaders/files/sheet.js";

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/** A text as bytes of an encoding; letters that Windows-1258 lacks are written with its combining tones. */
export function encode(text: string, encoding: Encoding | `${Encoding} with mark`): Uint8Array<ArrayBuffer> {
  const marked = encoding.endsWith(" with mark");
  const body = marked ? `\ufeff${text}` : text;
  switch (encoding.replace(" with mark", "")) {
    case "utf-8":
      return new TextEncoder().encode(body);
    case "utf-16le":
    case "utf-16be": {
      const view = new DataView(new ArrayBuffer(body.length * 2));
      for (let i = 0; i < body.length; i++) view.setUint16(i * 2, body.charCodeAt(i), encoding.startsWith("utf-16le"));
      return new Uint8Array(view.buffer);
    }
    default:
      return oneByte(text, encoding as Encoding);
  }
}

function oneByte(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const codes = new Map<string, number>();
  const decoder = new TextDecoder(encoding);
  for (let code = 255; code >= 0; code--) codes.set(mendC1(decoder.decode(new Uint8Array([code])), encoding), code);
  const bytes: number[] = [];
  for (const letter of text.normalize("NFC")) {
    const code = codes.get(letter);
    if (code !== undefined) {
      bytes.push(code);
      continue;
    }
    const parts = letter.normalize("NFD");
    const tone = TONES.exec(parts)?.[0] ?? "";
    for (const part of parts.replace(tone, "").normalize("NFC") + tone) bytes.push(codes.get(part) ?? 63);
  }
  return new Uint8Array(bytes);
}
