/** What a file is, by its first bytes: a kind that is read, an archive, a text, or something else by name. */
export type Content = "gz" | "zip" | "cfb" | "parquet" | "arrow" | "sqlite" | "markup" | "text" | { other: string };

const MAGIC: readonly (readonly [string, Content, at?: number])[] = [
  ["1f8b", "gz"],
  ["504b0304", "zip"],
  ["504b0506", "zip"],
  ["d0cf11e0a1b11ae1", "cfb"],
  ["50415231", "parquet"],
  ["4152524f5731", "arrow"],
  ["ffffffff", "arrow"],
  ["53514c69746520666f726d6174203300", "sqlite"],
  ["25504446", { other: "PDF" }],
  ["425a68", { other: "bzip2" }],
  ["377abcaf271c", { other: "7-Zip" }],
  ["526172211a07", { other: "RAR" }],
  ["fd377a585a00", { other: "xz" }],
  ["28b52ffd", { other: "Zstandard" }],
  ["89504e470d0a1a0a", { other: "PNG" }],
  ["ffd8ff", { other: "JPEG" }],
  ["474946383761", { other: "GIF" }],
  ["474946383961", { other: "GIF" }],
  ["52494646", { other: "RIFF (WebP, WAV, AVI)" }],
  ["7b5c727466", { other: "RTF" }],
  ["4f626a01", { other: "Avro" }],
  ["4f5243", { other: "ORC" }],
  ["7573746172", { other: "tar" }, 257],
  ["0000ffffffff", { other: "Access" }],
  ["000100005374616e64617264", { other: "Access" }],
  ["7f454c46", { other: "ELF" }],
  ["4d5a9000", { other: "Windows EXE" }]
];

/** Looks at the first bytes of a file; its name decides only what bytes leave open. */
export function findContent(head: Uint8Array): Content {
  const hex = (from: number, length: number) =>
    Array.from(head.subarray(from, from + length), (byte) => byte.toString(16).padStart(2, "0")).join("");
  for (const [magic, content, at = 0] of MAGIC) if (hex(at, magic.length / 2) === magic) return content;
  const text = new TextDecoder("windows-1252").decode(head.subarray(0, 1024)).replace(/^ï»¿/, "").trimStart();
  if (/^<(!doctype html|html|table|head|\?xml[^>]*\?>\s*(<\?mso[^>]*\?>\s*)?<([a-z]+:)?workbook)/i.test(text))
    return "markup";
  if (/^<\?xml|^<svg/i.test(text)) return { other: "XML" };
  return "text";
}

/** What a zip is, by the names in it; undefined for a plain archive. */
export function findPackage(names: readonly string[]): "xlsx" | "ods" | { other: string } | undefined {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.(xml|bin)$/i)) return "xlsx";
  if (has(/^word\/document\.xml$/i)) return { other: "Word" };
  if (has(/^ppt\/presentation\.xml$/i)) return { other: "PowerPoint" };
  if (has(/^Index\/(Document|CalculationEngine)\.iwa$|^Index\.zip$/))
    return { other: "Apple Numbers / Pages / Keynote" };
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return "ods";
  return undefined;
}

/** True where too many control signs stand in what should be a text. */
export function looksBinary(head: Uint8Array): boolean {
  let odd = 0;
  const looked = head.subarray(0, 8192);
  for (const byte of looked) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++;
  return odd > Math.max(2, looked.length * 0.1);
}
