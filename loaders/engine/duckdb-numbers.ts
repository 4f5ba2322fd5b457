import { CURRENCY_PATTERN } from "./currencies.js";
import { literal, type NumberForm } from "./dialect.js";

const BLANK = "[ \\t\\x{a0}\\x{2007}\\x{2009}\\x{202f}]";
const THOUSANDS = "['’ \\x{a0}\\x{2007}\\x{2009}\\x{202f}]";
const CENTS = "(?:\\d{1,2}|\\d{4,})";
const BODY: Record<NumberForm, string> = {
  dot: `(?:\\d{1,3}(?:(?:,|${THOUSANDS})\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d*)?|\\.\\d+)`,
  comma: `(?:\\d{1,3}(?:(?:\\.|${THOUSANDS})\\d{3})+(?:,\\d+)?|\\d+(?:,\\d*)?|,\\d+)`,
  "dot-cents": `(?:\\d{1,3}(?:(?:,|${THOUSANDS})\\d{3})+(?:\\.${CENTS})?|\\d+(?:\\.${CENTS}?)?|(?:\\d{4,}|0?)\\.\\d+)`,
  "comma-cents": `(?:\\d{1,3}(?:(?:\\.|${THOUSANDS})\\d{3})+(?:,${CENTS})?|\\d+(?:,${CENTS}?)?|(?:\\d{4,}|0?),\\d+)`,
  mixed: `(?:[1-9]\\d{0,2}(?:(?:,|${THOUSANDS})\\d{3})+(?:\\.${CENTS})?|[1-9]\\d{0,2}(?:(?:\\.|${THOUSANDS})\\d{3})+(?:,${CENTS})?|\\d+(?:[.,]${CENTS}?)?|(?:\\d{4,}|0?)[.,]\\d+)`
};
/** Which casts of the database can be trusted: those of cells without a sign that the form reads otherwise. */
const PLAIN: Record<NumberForm, string | undefined> = {
  dot: undefined,
  "dot-cents": "%.___",
  comma: "%.%",
  "comma-cents": "%.%",
  mixed: "%.%"
};
/** Longer cells are no number; a regular expression would take its time to find that out. */
const LONGEST = 64;

/**
 * A number as people and programs write it: `-$1,240.00`, `(5.00)`, `5.00-`, `VND 1.200.000`, `1 250 000,50 ₫`.
 * One plainly written is cast at once, and only what fails is looked at more closely: most cells are of that kind.
 */
export function tryNumberAs(text: string, form: NumberForm, type: string, { percent = false } = {}): string {
  const not = PLAIN[form];
  const cast = `TRY_CAST(${text} AS ${type})`;
  const plain = not === undefined ? cast : `CASE WHEN ${text} NOT LIKE '${not}' THEN ${cast} END`;
  const value = `TRY_CAST(CASE WHEN regexp_matches(${text}, '[-−(]') THEN '-' ELSE '' END || ${figures(text, form)} AS ${type})`;
  const whens = [
    `WHEN length(${text}) > ${LONGEST} THEN NULL`,
    `WHEN regexp_matches(${text}, ${literal(pattern(BODY[form]))}) THEN ${value}`
  ];
  if (percent) whens.push(`WHEN regexp_matches(${text}, ${literal(share(BODY[form]))}) THEN ${value} / 100`);
  return `COALESCE(${plain}, CASE ${whens.join(" ")} END)`;
}

/** The figures of a cell with a dot for its decimals and nothing for its thousands. */
function figures(text: string, form: NumberForm): string {
  if (form === "dot" || form === "dot-cents") return `regexp_replace(${text}, '[^0-9.]', '', 'g')`;
  if (form !== "mixed") return `replace(regexp_replace(${text}, '[^0-9,]', '', 'g'), ',', '.')`;
  const bare = `regexp_replace(${text}, '[^0-9.,]', '', 'g')`;
  const whole = (part: string) => `regexp_replace(${part}, '[.,]', '', 'g')`;
  const fraction = `[.,](${CENTS}|)$|^(?:0?|\\d{4,})[.,](\\d+)$`;
  const end = "^(.*)[.,]([0-9]*)$";
  return `CASE WHEN regexp_matches(${bare}, '${fraction}') THEN ${whole(`regexp_extract(${bare}, '${end}', 1)`)} || '.' || regexp_extract(${bare}, '${end}', 2) ELSE ${whole(bare)} END`;
}

/** One sign at most, before or after the currency or at the end, or brackets for it. */
function pattern(body: string): string {
  const b = `${BLANK}*`;
  const c = `(?:${CURRENCY_PATTERN}${b})?`;
  const amount = `${c}${body}(?:${b}${CURRENCY_PATTERN})?`;
  const forms = [
    `[-−+]?${b}${amount}`,
    `${CURRENCY_PATTERN}${b}[-−+]${b}${body}`,
    `\\(${b}${amount}${b}\\)`,
    `${CURRENCY_PATTERN}${b}\\(${b}${body}${b}\\)`,
    `${amount}${b}[-−]`
  ];
  return `(?i)^'?${b}(?:${forms.join("|")})${b}$`;
}

function share(body: string): string {
  return `^${BLANK}*[-−+]?${BLANK}*${body}${BLANK}*%${BLANK}*$`;
}
