import { type Dialect, literal, name } from "./dialect.js";
import { tryDay } from "./duckdb-days.js";
import { tryNumberAs } from "./duckdb-numbers.js";

/** Beyond this no quantity is meant; it also keeps out `nan` and `inf`, which DuckDB casts happily. */
const LARGEST_NUMBER = "1e15";

/** The database takes a path for a pattern of paths: in brackets a sign of patterns means itself. */
function exactly(path: string): string {
  return literal(path.replace(/[[*?]/g, "[$&]"));
}

/** SQL as DuckDB 1.4 and later speak it, in process and in the browser. */
export const duckdbDialect: Dialect = {
  name: "duckdb",
  days: (a, b) => `date_diff('day', ${a}, ${b})`,
  monthStart: (x) => `CAST(date_trunc('month', ${x}) AS DATE)`,
  quantile: (x, p) => `quantile_cont(${x}, ${p})`,
  quantiles: (x, shares) => shares.map((_, i) => `quantile_cont(${x}, [${shares.join(", ")}])[${i + 1}]`),
  argMax: (x, y) => `arg_max(${x}, ${y})`,
  argMin: (x, y) => `arg_min(${x}, ${y})`,
  tryMoney: (text, form) => tryNumberAs(text, form, "DECIMAL(18,4)"),
  tryNumber: (text, form) => {
    const number = tryNumberAs(text, form, "DOUBLE", { percent: true });
    return `CASE WHEN abs(${number}) < ${LARGEST_NUMBER} THEN ${number} END`;
  },
  tryDay,
  matches: (text, pattern) => `regexp_matches(${text}, ${literal(pattern)})`,
  replaceAll: (text, pattern, by) => `regexp_replace(${text}, ${literal(pattern)}, ${literal(by)}, 'g')`,
  fold: (text) => `replace(strip_accents(lower(trim(${text}))), 'đ', 'd')`,
  join: (separator, texts) => `concat_ws(${literal(separator)}, ${texts.join(", ")})`,
  rowHash: (columns) => `hash(${columns.join(", ")})`,
  rowPosition: "rowid",
  readFile: (path, { kind, delimiter, columns }) => {
    if (kind === "parquet") {
      const texts = columns.map((column) => `CAST(${name(column)} AS VARCHAR) AS ${name(column)}`).join(", ");
      return `(SELECT ${texts} FROM read_parquet(${exactly(path)}, hive_partitioning=false) AS raw(${columns.map(name).join(", ")}))`;
    }
    const texts = columns.map((column) => `${literal(column)}: 'VARCHAR'`).join(", ");
    return `read_csv(${exactly(path)}, auto_detect=false, hive_partitioning=false, header=true, columns={${texts}}, delim=${literal(delimiter)}, quote='"', escape='"', strict_mode=true, max_line_size=4194304)`;
  },
  writeParquet: (query, path) => `COPY (${query}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`,
  series: (count) => `(SELECT range AS n FROM range(0, ${count}))`,
  double: (x) => `CAST(${x} AS DOUBLE)`,
  text: (x) => `CAST(${x} AS VARCHAR)`
};
