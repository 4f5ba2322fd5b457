import { type DayFormat, type Dialect, literal, name } from "./dialect.js";

const STAMP: Record<Exclude<DayFormat, "iso" | "ymd-compact">, string[]> = {
  dmy: ["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y"],
  mdy: ["%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y", "%m/%d/%y"]
};

/** SQL as DuckDB 1.4 and later speak it, in process and in the browser. */
export const duckdbDialect: Dialect = {
  name: "duckdb",
  days: (a, b) => `date_diff('day', ${a}, ${b})`,
  monthStart: (x) => `CAST(date_trunc('month', ${x}) AS DATE)`,
  quantile: (x, p) => `quantile_cont(${x}, ${p})`,
  argMax: (x, y) => `arg_max(${x}, ${y})`,
  argMin: (x, y) => `arg_min(${x}, ${y})`,
  tryMoney: (text) =>
    `COALESCE(TRY_CAST(${text} AS DECIMAL(18,4)), TRY_CAST(${plainNumber(text)} AS DECIMAL(18,4)))`,
  tryNumber: (text) => `COALESCE(TRY_CAST(${text} AS DOUBLE), TRY_CAST(${plainNumber(text)} AS DOUBLE))`,
  tryDay: (text, format, zone) => {
    if (format === "iso")
      return `CASE WHEN length(${text}) > 19 AND regexp_matches(${text}, '(Z|[+-]\\d\\d:?\\d\\d)$') THEN CAST(timezone(${literal(zone)}, TRY_CAST(${text} AS TIMESTAMPTZ)) AS DATE) ELSE COALESCE(TRY_CAST(${text} AS DATE), CAST(TRY_CAST(${text} AS TIMESTAMP) AS DATE)) END`;
    if (format === "ymd-compact") return `CAST(try_strptime(${text}, '%Y%m%d') AS DATE)`;
    const formats = STAMP[format].map(literal).join(", ");
    return `CAST(try_strptime(split_part(trim(${text}), ' ', 1), [${formats}]) AS DATE)`;
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
      : "";
    return `read_csv(${literal(path)}, auto_detect=false, header=true, columns={${columns}}, delim=${literal(format.delimiter)}, quote=${literal(format.quote)}, escape=${literal(format.quote)}, strict_mode=true, max_line_size=4194304${rejects})`;
  },
  writeParquet: (query, path) => `COPY (${query}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`,
  series: (count) => `(SELECT range AS n FROM range(0, ${count}))`,
  double: (x) => `CAST(${x} AS DOUBLE)`,
  text: (x) => `CAST(${x} AS VARCHAR)`
};

/** Drops currency signs, blanks and thousands commas: `₫1,250,000` → `1250000`; anything else is left to fail. */
function plainNumber(text: string): string {
  return `CASE WHEN regexp_matches(trim(${text}), '^[-+]?[₫$€£]?\\s*\\d{1,3}(,\\d{3})*(\\.\\d+)?\\s*[₫đ$€£]?$') THEN regexp_replace(${text}, '[,\\s₫đ$€£]', '', 'g') END`;
}
