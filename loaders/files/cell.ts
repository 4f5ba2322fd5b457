const BLANKS = /[\u00a0\u2007\u202f\t]/g;

/** A cell as it is worked with: NFC, trimmed, no-break spaces and tabs made plain, NUL bytes taken out. */
export function tidyCell(raw: string): string {
  if (isTidy(raw)) return raw;
  return raw.replaceAll("\0", "").replace(BLANKS, " ").normalize("NFC").trim();
}

/** True for plain signs without blanks around them, as most cells are. */
function isTidy(raw: string): boolean {
  const last = raw.length - 1;
  if (last >= 0 && (raw.charCodeAt(0) === 32 || raw.charCodeAt(last) === 32)) return false;
  for (let i = 0; i <= last; i++) {
    const code = raw.charCodeAt(i);
    if (code < 32 || code > 126) return false;
  }
  return true;
}

/** What a cell looks like, before anything is known of its column. */
export type Shape = "empty" | "number" | "date" | "address" | "text";

const NUMBER = /^[-+(]*\s?[₫đ$€£¥]?\s?[-+]?\d[\d.,' ]*(e[+-]?\d+)?\s?(%|₫|đ|vnd|vnđ|usd|eur|\$|€|£)?\)?$/i;
const DATE =
  /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}([ T,].*)?$|^\d{1,2}[- ][a-z]{3,9}[- ,]+\d{2,4}\b.{0,20}$|^\d{1,2}:\d{2}(:\d{2})?( ?[ap]m)?$/i;
const ADDRESS = /^\S+@\S+\.\S+$|^https?:\/\/\S+$/i;

export function shapeOf(cell: string): Shape {
  if (cell === "") return "empty";
  if (cell.length > 200) return "text";
  if (DATE.test(cell)) return "date";
  if (NUMBER.test(cell)) return "number";
  return ADDRESS.test(cell) ? "address" : "text";
}

const NOTHING = /^(n\/?a|#n\/a|null|none|nil|nan|-+|\.|\?|không( có)?|chưa( có| rõ)?|trống|true|false|\\n)$/i;

/** A word that stands for no value, or for a value of any column: it tells nothing of what a row is. */
export function saysNothing(cell: string): boolean {
  return cell === "" || NOTHING.test(cell);
}
