import { literal, type NumberStyle } from "./dialect.js";

const BLANK = "[ \\t\\x{a0}\\x{2007}\\x{2009}\\x{202f}]";
const CURRENCY = "(?:vn[dđ]|đồng|dong|us\\$|usd|eur|gbp|jpy|cny|krw|thb|sgd|myr|aud|cad|chf|hkd|twd|₫|đ|\\$|€|£|¥)";
const THOUSANDS = "['’ \\x{a0}\\x{2007}\\x{2009}\\x{202f}]";
const BODY: Record<NumberStyle, string> = {
  dot: `(?:\\d{1,3}(?:(?:,|${THOUSANDS})\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d*)?|\\.\\d+)`,
  comma: `(?:\\d{1,3}(?:(?:\\.|${THOUSANDS})\\d{3})+(?:,\\d+)?|\\d+(?:,\\d*)?|,\\d+)`
};

/**
 * A number as people and programs write it: `-$1,240.00`, `(5.00)`, `5.00-`, `VND 1.200.000`, `1 250 000,50 ₫`.
 * One plainly written is cast at once, and only what fails is looked at more closely: most cells are of that kind.
 */
export function tryNumberAs(text: string, style: NumberStyle, type: string, { percent = false } = {}): string {
  const plain =
    style === "dot"
      ? `TRY_CAST(${text} AS ${type})`
      : `CASE WHEN ${text} NOT LIKE '%.%' THEN TRY_CAST(${text} AS ${type}) END`;
  const kept = style === "dot" ? "[^0-9.]" : "[^0-9,]";
  const digits = `regexp_replace(${text}, '${kept}', '', 'g')`;
  const unsigned = style === "dot" ? digits : `replace(${digits}, ',', '.')`;
  const value = `TRY_CAST(CASE WHEN regexp_matches(${text}, '[-−(]') THEN '-' ELSE '' END || ${unsigned} AS ${type})`;
  const whens = [`WHEN regexp_matches(${text}, ${literal(pattern(BODY[style]))}) THEN ${value}`];
  if (percent) whens.push(`WHEN regexp_matches(${text}, ${literal(share(BODY[style]))}) THEN ${value} / 100`);
  return `COALESCE(${plain}, CASE ${whens.join(" ")} END)`;
}

/** One sign at most, before or after the currency or at the end, or brackets for it. */
function pattern(body: string): string {
  const b = `${BLANK}*`;
  const c = `(?:${CURRENCY}${b})?`;
  const amount = `${c}${body}(?:${b}${CURRENCY})?`;
  const forms = [
    `[-−+]?${b}${amount}`,
    `${CURRENCY}${b}[-−+]${b}${body}`,
    `\\(${b}${amount}${b}\\)`,
    `${CURRENCY}${b}\\(${b}${body}${b}\\)`,
    `${amount}${b}[-−]`
  ];
  return `(?i)^'?${b}(?:${forms.join("|")})${b}$`;
}

function share(body: string): string {
  return `^${BLANK}*[-−+]?${BLANK}*${body}${BLANK}*%${BLANK}*$`;
}
