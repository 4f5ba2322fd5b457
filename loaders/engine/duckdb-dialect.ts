import { type DayFormat, type Dialect, literal, type NumberStyle, name } from "./dialect.js";
import { zoneOffsets } from "./zone.js";

/** Formats by the length of the year; `%Y` alone would read `24` as the year 24. */
const STAMP: Record<Exclude<DayFormat, "iso" | "ymd-compact">, Record<2 | 4, string[]>> = {
  dmy: { 4: ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"], 2: ["%d/%m/%y", "%d-%m-%y", "%d.%m.%y"] },
  mdy: { 4: ["%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y"], 2: ["%m/%d/%y", "%m-%d-%y", "%m.%d.%y"] }
};

/** Beyond this no quantity is meant; it also keeps out `nan` and `inf`, which DuckDB casts happily. */
const LARGEST_NUMBER = "1e15";

/** SQL as DuckDB 1.4 and later speak it, in process and in the browser. */
export const duckdbDialect: Dialect = {
  name: "duckdb",
  days: (a, b) => `date_diff('day', ${a}, ${b})`,
  monthStart: (x) => `CAST(date_trunc('month', ${x}) AS DATE)`,
  quantile: (x, p) => `quantile_cont(${x}, ${p})`,
  quantiles: (x, shares) => shares.map((_, i) => `quantile_cont(${x}, [${shares.join(", ")}])[${i + 1}]`),
  argMax: (x, y) => `arg_max(${x}, ${y})`,
  argMin: (x, y) => `arg_min(${x}, ${y})`,
  tryMoney: (text, style) => tryCast(text, style, "DECIMAL(18,4)"),
  tryNumber: (text, style) => {
    const number = tryCast(text, style, "DOUBLE");
    return `CASE WHEN abs(${number}) < ${LARGEST_NUMBER} THEN ${number} END`;
  },
  tryDay: (text, format, zone) => {
    if (format === "iso") return tryIso(text, zone);
    if (format === "ymd-compact")
      return `CASE WHEN length(trim(${text})) = 8 THEN CAST(try_strptime(trim(${text}), '%Y%m%d') AS DATE) END`;
    const day = `split_part(trim(${text}), ' ', 1)`;
    const read = (digits: 2 | 4) => `try_strptime(${day}, [${STAMP[format][digits].map(literal).join(", ")}])`;
    return `CAST(CASE WHEN regexp_matches(${day}, '\\D\\d{4}$') THEN ${read(4)} WHEN regexp_matches(${day}, '\\D\\d{2}$') THEN ${read(2)} END AS DATE)`;
  },
  matches: (text, pattern) => `regexp_matches(${text}, ${literal(pattern)})`,
  replaceAll: (text, pattern, by) => `regexp_replace(${text}, ${literal(pattern)}, ${literal(by)}, 'g')`,
  fold: (text) => `replace(strip_accents(lower(trim(${text}))), 'đ', 'd')`,
  join: (separator, texts) => `concat_ws(${literal(separator)}, ${texts.join(", ")})`,
  rowHash: (columns) => `hash(${columns.join(", ")})`,
  rowPosition: "rowid",
  readFile: (path, format, rejectsTable) => {
    if (format.kind === "parquet") {
      const columns = format.headings.map((h) => `CAST(${name(h)} AS VARCHAR) AS ${name(h)}`).join(", ");
      return `(SELECT ${columns} FROM read_parquet(${literal(path)}))`;
    }
    const columns = format.headings.map((h) => `${literal(h)}: 'VARCHAR'`).join(", ");
    const rejects = rejectsTable
      ? `, store_rejects=true, rejects_table=${literal(rejectsTable)}, rejects_scan=${literal(`${rejectsTable}_scan`)}`
      : ", ignore_errors=true";
    return `read_csv(${literal(path)}, auto_detect=false, header=true, columns={${columns}}, delim=${literal(format.delimiter)}, quote=${literal(format.quote)}, escape=${literal(format.quote)}, strict_mode=true, max_line_size=4194304${rejects})`;
  },
  writeParquet: (query, path) => `COPY (${query}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`,
  series: (count) => `(SELECT range AS n FROM range(0, ${count}))`,
  double: (x) => `CAST(${x} AS DOUBLE)`,
  text: (x) => `CAST(${x} AS VARCHAR)`
};

/**
 * A date alone and a timestamp without offset stand for that very day. One with an offset is the day it was
 * in the firm's zone. DuckDB's own cast would pass over what follows the date, an offset too, and take `infinity`;
 * its time zones are an extension that isn't to be had in a browser.
 */
function tryIso(text: string, zone: string): string {
  const day = "\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}";
  const stamp = `^(${day})[ T](\\d{1,2}:\\d\\d)(:\\d\\d(\\.\\d+)?)?`;
  const offset = " ?(Z|UTC|GMT|[+-][01]\\d(:?[0-5]\\d)?)$";
  const bare = `trim(${text})`;
  const local = `TRY_CAST(regexp_replace(${bare}, '${stamp}${offset}', '\\1 \\2:00') AS TIMESTAMP)`;
  // Most cells look like the first; they are spared the regular expressions.
  const whens = [
    `WHEN ${text} LIKE '____-__-_____:__:__' THEN TRY_CAST(${text} AS DATE)`,
    `WHEN regexp_matches(${bare}, '^${day}$|${stamp}$') THEN TRY_CAST(regexp_extract(${bare}, '^${day}') AS DATE)`,
    `WHEN regexp_matches(${bare}, '${stamp}${offset}') THEN ${dayInZone(`epoch_ms(${local}) // 60000 - ${aheadOfUtc(bare)}`, zone)}`
  ];
  return `CASE ${whens.join(" ")} END`;
}

/** Minutes that the offset at the end of a timestamp is ahead of UTC: 0 for `Z`, -330 for `-0530`. */
function aheadOfUtc(stamp: string): string {
  const part = (group: number) =>
    `COALESCE(TRY_CAST(regexp_extract(${stamp}, '([+-])(\\d\\d):?(\\d\\d)?$', ${group}) AS BIGINT), 0)`;
  return `(${part(2)} * 60 + ${part(3)}) * CASE WHEN regexp_matches(${stamp}, '-\\d\\d:?(\\d\\d)?$') THEN -1 ELSE 1 END`;
}

/** The day that the calendar shows in a zone at an instant given in epoch minutes. */
function dayInZone(instant: string, zone: string): string {
  const offsets = zoneOffsets(zone);
  const last = offsets.at(-1)?.minutes ?? 0;
  const whens = offsets.slice(1).map(({ from }, i) => `WHEN u < ${from} THEN u + ${offsets[i]?.minutes ?? 0}`);
  // A zone with summer time has some 120 branches; the list of one spares each of them the whole instant.
  const local =
    whens.length === 0
      ? `(${instant} + ${last})`
      : `list_transform([${instant}], lambda u: CASE ${whens.join(" ")} ELSE u + ${last} END)[1]`;
  return `CAST(make_timestamp(${local} * 60000000) AS DATE)`;
}

/** A number written with a decimal dot is cast at once, and only what fails is looked at more closely. */
function tryCast(text: string, style: NumberStyle, type: string): string {
  const closer = `TRY_CAST(${style === "dot" ? plainNumber(text) : commaNumber(text)} AS ${type})`;
  return style === "dot" ? `COALESCE(TRY_CAST(${text} AS ${type}), ${closer})` : closer;
}

/** The same for numbers with a decimal comma: `1.250.000,5 ₫` → `1250000.5`. */
function commaNumber(text: string): string {
  return `CASE WHEN regexp_matches(trim(${text}), '^[-+]?[₫$€£]?\\s*(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?\\s*[₫đ$€£]?$') THEN replace(regexp_replace(${text}, '[.\\s₫đ$€£]', '', 'g'), ',', '.') END`;
}

/** Drops currency signs, blanks and thousands commas: `₫1,250,000` → `1250000`; anything else is left to fail. */
function plainNumber(text: string): string {
  return `CASE WHEN regexp_matches(trim(${text}), '^[-+]?[₫$€£]?\\s*(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?\\s*[₫đ$€£]?$') THEN regexp_replace(${text}, '[,\\s₫đ$€£]', '', 'g') END`;
}
