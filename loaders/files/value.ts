/** `450.125`, which as a text could be four hundred and fifty thousand. */
const GROUP = /^-?[1-9]\d{0,2}\.\d{3}$/;

/**
 * A number without exponent, to the 15 digits that spreadsheets keep. A fraction of three digits gets a nought, so
 * that beside typed texts it stays a fraction.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  const text = String(Number(value.toPrecision(15)));
  if (text.includes("e")) return value.toFixed(20).replace(/\.?0+$/, "");
  return GROUP.test(text) ? `${text}0` : text;
}

/** A moment in UTC as an ISO day, with the time unless it is midnight. */
export function momentText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  return date.toISOString().replace("T", " ").replace("Z", "").replace(".000", "").replace(" 00:00:00", "");
}

/** A value of a typed format (Parquet, Arrow, SQLite) as the text of a cell; null is empty, lists and structs are JSON. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return momentText(value);
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part)) ?? "";
}
