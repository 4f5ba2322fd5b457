import type { Dialect } from "../../loaders/engine/dialect.js";
import type { Engine } from "../../loaders/engine/engine.js";

/** What an engine was asked to run. */
export interface Recording {
  engine: Engine;
  /** Statements as the database got them. */
  statements: string[];
  /** The same, and every argument given to the dialect, as the stages wrote them: what the dialect made is left out. */
  written: string[];
}

const [OPEN, CLOSE] = ["/*<dialect*/", "/*dialect>*/"];

/** Which arguments of a dialect function are SQL; the others are texts, formats and paths. */
const SQL_ARGUMENTS: Record<Exclude<keyof Dialect, "name" | "rowPosition">, readonly number[]> = {
  days: [0, 1],
  monthStart: [0],
  quantile: [0],
  quantiles: [0],
  argMax: [0, 1],
  argMin: [0, 1],
  tryMoney: [0],
  tryNumber: [0],
  tryDay: [0],
  matches: [0],
  replaceAll: [0],
  fold: [0],
  join: [1],
  rowHash: [0],
  readFile: [],
  writeParquet: [0],
  series: [],
  double: [0],
  text: [0]
};

/** The same engine, keeping a record of what it is asked to run. */
export function record(engine: Engine): Recording {
  const statements: string[] = [];
  const written: string[] = [];
  const keep = (sql: string) => {
    statements.push(sql);
    written.push(withoutDialect(sql));
  };
  return {
    statements,
    written,
    engine: {
      ...engine,
      dialect: marked(engine.dialect, (sql) => written.push(withoutDialect(sql))),
      run: (sql) => {
        keep(sql);
        return engine.run(sql);
      },
      rows: (sql) => {
        keep(sql);
        return engine.rows(sql);
      }
    }
  };
}

const mark = (sql: string) => `${OPEN}${sql}${CLOSE}`;

function marked(dialect: Dialect, keep: (sql: string) => void): Dialect {
  const functions = Object.entries(SQL_ARGUMENTS).map(([id, places]) => {
    const make = dialect[id as keyof typeof SQL_ARGUMENTS] as (...args: unknown[]) => string | string[];
    const wrapped = (...args: unknown[]) => {
      for (const place of places) for (const sql of [args[place]].flat()) keep(String(sql));
      const made = make(...args);
      return Array.isArray(made) ? made.map(mark) : mark(made);
    };
    return [id, wrapped];
  });
  return { ...dialect, ...Object.fromEntries(functions) };
}

/** SQL with `?` for texts and for what the dialect made. */
function withoutDialect(sql: string): string {
  let rest = sql.replace(/'(?:[^']|'')*'/g, "?");
  for (let from = rest.lastIndexOf(OPEN); from >= 0; from = rest.lastIndexOf(OPEN)) {
    const to = rest.indexOf(CLOSE, from);
    rest = `${rest.slice(0, from)} ? ${rest.slice(to + CLOSE.length)}`;
  }
  return rest.replace(/"(?:[^"]|"")*"/g, "?");
}

const KEYWORDS = new Set(
  "and as between by case cast cross delete distinct else exists from having in inner into join left limit not on or order over select set table then union using values view when where decimal".split(
    " "
  )
);

/** Names of functions called in SQL, in lower case. */
export function functionsIn(sql: string): string[] {
  return [...sql.matchAll(/\b([a-z_]\w*)\s*\(/gi)]
    .map((m) => (m[1] ?? "").toLowerCase())
    .filter((word) => !KEYWORDS.has(word));
}

/** What not every database takes: functions, spelled as called, and syntax. */
export const FORBIDDEN: Record<string, RegExp> = {
  "dates by function":
    /\b(date_diff|datediff|date_trunc|date_part|date_add|date_sub|strftime|strptime|try_strptime|epoch\w*|make_date|last_day|age|now|today|current_date|current_timestamp|extract)\s*\(|\bcurrent_(date|timestamp)\b/i,
  "quantiles and picks":
    /\b(quantile\w*|percentile\w*|median|mode|approx_\w+|arg_max|arg_min|max_by|min_by|any_value|first|last)\s*\(/i,
  patterns: /\b(regexp_\w+|similar\s+to|ilike|glob)\b|~~?\*?/i,
  files: /\b(read_csv\w*|read_parquet|parquet_scan|read_json\w*|copy)\b/i,
  "lists and structs":
    /\b(list|list_\w+|array_\w+|unnest|struct_\w+|string_agg|group_concat|map|row_to_json|json_\w+|string_split|split_part|len)\s*\(|\[[^\]]*\]/i,
  "text by function":
    /\b(strip_accents|concat_ws|format|printf|hash|md5|strlen|suffix|prefix|contains|starts_with)\s*\(/i,
  "lenient casts": /\btry_cast\b|\w::\w|\)::\w/i,
  "DuckDB's own clauses":
    /\bqualify\b|\bdistinct\s+on\b|\bgroup\s+by\s+all\b|\border\s+by\s+all\b|\bfilter\s*\(\s*where\b|\bexclude\s*\(|\breplace\s*\(|\basof\b|\bpivot\b|\b(semi|anti|positional)\s+join\b|\blateral\b|\bsample\b|\bgenerate_series\b|\brange\s*\(/i,
  "whole division": /\/\//,
  intervals: /\binterval\b/i,
  "not in a query": /\bnot\s+in\s*\(\s*select\b/i
};
