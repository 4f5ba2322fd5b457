import type { Encoding } from "./sheet.js";

/** The encoding that the first bytes state or show; undefined where only letters beyond ASCII can tell. */
export function markedEncoding(head: Uint8Array): { encoding: Encoding; mark: number } | undefined {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", mark: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", mark: 2 };
  const zeros = [0, 0];
  const looked = Math.min(head.length - (head.length % 2), 4096);
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = Math.max(2, looked * 0.15);
  if (odd >= many && even * 20 <= odd) return { encoding: "utf-16le", mark: 0 };
  if (even >= many && odd * 20 <= even) return { encoding: "utf-16be", mark: 0 };
  return undefined;
}

const OLD: readonly Encoding[] = ["windows-1252", "windows-1258", "macintosh"];

/**
 * Which of the old one-byte encodings makes the most plausible letters of some bytes beyond ASCII; undefined
 * where none does (Japanese, Russian, a picture).
 */
export function guessEncoding(bytes: Uint8Array, crOnly = false): Encoding | undefined {
  let best: Encoding | undefined;
  let most = 0.8;
  for (const encoding of OLD) {
    const { score, letters } = plausibility(mendC1(new TextDecoder(encoding).decode(bytes), encoding));
    const average = letters === 0 ? 0 : score / letters + (crOnly && encoding === "macintosh" ? 0.2 : 0);
    // Both Windows encodings agree on most letters: the Vietnamese one has to be clearly better.
    if (average > most + (most > 0.8 && encoding === "windows-1258" ? 0.2 : 1e-9)) [best, most] = [encoding, average];
  }
  return best;
}

const C1 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** The signs from 80 to 9F of Windows-1252: some versions of Node decode them as ISO 8859-1, as control signs. */
export function mendC1(text: string, encoding: Encoding): string {
  return encoding === "windows-1252"
    ? text.replace(/[\x80-\x9f]/g, (sign) => C1[sign.charCodeAt(0) - 128] ?? sign)
    : text;
}

const COMMON = /[àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÿăđơư]/;
const VOWEL = /[aeiouyăâêôơư]/i;
const SIGN = /[’‘“”–—…•€£¥°«»©®™§½¼¾²³·¿¡ºª]/;

/** Points for letters where words have letters, against signs inside words, capitals after small letters, control signs. */
function plausibility(text: string): { score: number; letters: number } {
  let score = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? "";
    if (sign <= "\x7f") continue;
    letters++;
    score += worth(sign, text[i - 1] ?? " ", text[i + 1] ?? " ");
  }
  return { score, letters };
}

function worth(sign: string, before: string, after: string): number {
  if (sign >= "\x80" && sign <= "\x9f") return -10;
  if (/[\u0300-\u036f]/.test(sign)) return VOWEL.test(before.normalize("NFD")[0] ?? "") ? 3 : -5;
  if (sign === "₫") return /[\d\s]/.test(before) ? 3 : -2;
  const inWord = /\p{L}/u.test(before) || /\p{L}/u.test(after);
  if (!/\p{L}/u.test(sign) || sign === "º" || sign === "ª") {
    if (sign === "\u00a0") return 1;
    if (/[^\p{L}\p{ASCII}\u00a0]/u.test(before + after)) return -2;
    if (/\p{L}/u.test(before) && /\p{L}/u.test(after) && !/[’‘–—·]/.test(sign)) return -3;
    return SIGN.test(sign) ? 1 : -1;
  }
  const small = sign.toLowerCase();
  if (sign !== small && /\p{Ll}/u.test(before)) return -3;
  if (sign === small && /\p{Lu}/u.test(after)) return -1;
  const neighbour = before > "\x7f" && after > "\x7f" ? -1.5 : 0;
  return (COMMON.test(small) ? 2 : 0.5) + (inWord ? 0.5 : 0) + neighbour;
}
