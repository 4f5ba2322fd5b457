import { type Dialect, literal } from "../engine/dialect.js";
import { all, sql } from "../engine/sql.js";

/** A pattern and what takes its place; applied in order, each to what the one before left. */
type Step = readonly [pattern: string, by: string];

/** A phone as most files write it is spared the steps. */
const COMMON = "^0[35789][0-9]{8}$";

/** Several blanks that look like one, and marks of writing direction that address books leave behind. */
const BLANKS = "[\\s\\x{00a0}\\x{00ad}\\x{200b}-\\x{200f}\\x{202a}-\\x{202f}\\x{2060}\\x{feff}]+";

/** Digits are hidden, as marketplaces do. */
const MASK = "[*•]|[xX]{2,}|…";

/** `9.12E+08`: a spreadsheet kept three digits of nine. */
const LOST = "^[^0-9]*[0-9]([.,][0-9]+)?[eE][+][0-9]+$";

/**
 * Mobile prefixes of 11 digits until 2018 → those of 10 digits since.
 * Source: plan of the Ministry of Information and Communications, decision 798/QĐ-BTTTT of 2018.
 */
const OLD_PREFIXES: Record<string, string> = {
  "120": "70",
  "121": "79",
  "122": "77",
  "126": "76",
  "128": "78",
  "123": "83",
  "124": "84",
  "125": "85",
  "127": "81",
  "129": "82",
  "162": "32",
  "163": "33",
  "164": "34",
  "165": "35",
  "166": "36",
  "167": "37",
  "168": "38",
  "169": "39",
  "186": "56",
  "188": "58",
  "199": "59"
};

const OLD = Object.keys(OLD_PREFIXES).join("|");

const STEPS: readonly Step[] = [
  [BLANKS, " "],
  [`^.*(${MASK}).*$`, ""],
  ["^[^0-9+]+", ""],
  ["^([+]?[0-9]+)[.]00?$", "\\1"],
  ["(?i) *(ext|máy lẻ|nội bộ|#).*$", ""],
  ["[^0-9]+$", ""],
  ["^([0-9]{1,4}),([0-9]{3}),([0-9]{3})$", "\\1\\2\\3"],
  ["[ .()_–-]", ""],
  ["^00([1-9])", "+\\1"],
  ["^[+]?840?([1-9][0-9]{8,9})$", "0\\1"],
  [`^([35789][0-9]{8}|2[0-9]{9}|(${OLD})[0-9]{7})$`, "0\\1"],
  ...Object.entries(OLD_PREFIXES).map(([old, now]): Step => [`^0${old}([0-9]{7})$`, `0${now}\\1`]),
  ["^0([35789][0-9]{8}|2[0-9]{8,9})$", "+84\\1"]
];

const VIETNAMESE = "[+]84([35789][0-9]{8}|2[0-9]{8,9})";
const FOREIGN = "[+]([1-79][0-9]|8[0-35-9])[0-9]{6,13}";

/** Signs between two phones in one cell. */
const APART = "[/;,|&\\n]|hoặc|và| - ";

/**
 * A phone in E.164 (`+84912345678`), null where the text is none. Vietnamese numbers are known in every way of
 * writing them, foreign ones by their `+` or `00`. Of two phones in a cell it is the first that can be read.
 */
export function phoneSql(d: Dialect, text: string): string {
  const first = part(d, text, `^(.*?)(${APART}).*$`);
  const second = part(d, text, `^.*?(${APART})(.*?)((${APART}).*)?$`, "\\2");
  return sql`
    CASE
      WHEN ${d.matches(text, COMMON)} THEN '+84' || substr(${text}, 2)
      ELSE COALESCE(${[text, first, second].map((one) => onePhone(d, one)).join(", ")})
    END
  `;
}

/** The second phone of a cell that holds two, null where it holds one. */
export function secondPhoneSql(d: Dialect, text: string): string {
  const first = part(d, text, `^(.*?)(${APART}).*$`);
  const second = part(d, text, `^.*?(${APART})(.*?)((${APART}).*)?$`, "\\2");
  const two = all([d.matches(text, APART), `${onePhone(d, text)} IS NULL`, `${onePhone(d, first)} IS NOT NULL`]);
  return `CASE WHEN ${two} THEN ${onePhone(d, second)} END`;
}

/** Why a phone can't be read: digits lost to a spreadsheet, hidden, or no phone at all. */
export function phoneFaultSql(d: Dialect, text: string): string {
  return sql`
    CASE
      WHEN ${d.matches(text, LOST)} THEN 'lost-digits'
      WHEN ${d.matches(text, MASK)} THEN 'masked'
      ELSE 'unreadable'
    END
  `;
}

/** Phones that people type when they have none: counted down, or one digit again and again. */
export function inventedPhoneSql(d: Dialect, phone: string): string {
  const same = Array.from({ length: 10 }, (_, digit) => `${digit}{8}`).join("|");
  return `(${phone} = '+84987654321' OR ${d.matches(phone, `^[+]84[0-9]?(${same})$`)})`;
}

/** Text after all steps, null unless a valid number came out. A chain, as every CASE would write its argument anew. */
function onePhone(d: Dialect, text: string): string {
  const steps: Step[] = [...STEPS, [`^(${VIETNAMESE}|${FOREIGN})$|^.*$`, "\\1"]];
  const chain = steps.reduce((sql, [pattern, by]) => d.replaceAll(sql, pattern, by), text);
  return `NULLIF(${chain}, ${literal("")})`;
}

/** A piece of a text that has several, null of one that has not. */
function part(d: Dialect, text: string, pattern: string, by = "\\1"): string {
  return `CASE WHEN ${d.matches(text, APART)} THEN ${d.replaceAll(text, `(?s)${pattern}`, by)} END`;
}
