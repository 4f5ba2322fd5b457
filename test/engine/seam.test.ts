import { describe, expect, test } from "vitest";
import { occurrences, sourceFiles } from "../support/sources.js";
import { FORBIDDEN } from "./portable.js";

/** Files whose SQL every engine must take. Recorded statements are looked at more closely; here nothing that wasn't run slips through. */
const files = sourceFiles("loaders").filter((file) => !/^loaders\/(engine|commands|site|store)\//.test(file));

/** Words such as `contains(` and `[1]` mean something else in TypeScript, so for these the spelling has to be narrower. */
const NARROWER: Record<string, RegExp | undefined> = {
  "DuckDB's own clauses":
    /\bQUALIFY\b|\bDISTINCT ON\b|\bGROUP BY ALL\b|\bORDER BY ALL\b|\bFILTER ?\(WHERE\b|\bASOF\b|\bPIVOT\b|\b(SEMI|ANTI|POSITIONAL) JOIN\b|\bLATERAL\b|\bgenerate_series\b/,
  "lists and structs": /\b(list_\w+|array_agg|unnest|struct_\w+|string_agg|string_split|split_part)\s*\(/,
  "text by function": /\b(strip_accents|concat_ws|strlen|md5)\s*\(/,
  "whole division": /[\w)}] \/\/ [\w(]\S* (AS|THEN|END|FROM)\b/,
  "quantiles and picks": /\b(quantile_\w+|percentile_\w+|approx_\w+|arg_max|arg_min|max_by|min_by|any_value)\s*\(/,
  "dates by function":
    /\b(date_diff|datediff|date_trunc|date_part|date_add|date_sub|strftime|strptime|try_strptime|epoch_\w+|make_date|last_day)\s*\(|\bcurrent_(date|timestamp)\b/i,
  files: /\b(read_csv\w*|read_parquet|parquet_scan|read_json\w*|COPY)\b/,
  patterns: /\bregexp_\w+|\b(SIMILAR TO|ILIKE|GLOB)\b/,
  intervals: /\bINTERVAL\b/
};

test("there is code to look at", () => {
  expect(files).toContain("loaders/features/compute.ts");
  expect(files.length).toBeGreaterThan(60);
});

describe("no stage spells what only some databases know", () => {
  test.each(Object.entries(FORBIDDEN))("%s", (what, pattern) => {
    expect(occurrences(files, NARROWER[what] ?? pattern)).toEqual([]);
  });
});

describe("the list of what is forbidden catches", () => {
  test.each([
    ["dates by function", "date_diff('day', a, b)"],
    ["dates by function", "try_strptime(x, '%Y')"],
    ["dates by function", "epoch_ms(x)"],
    ["quantiles and picks", "quantile_cont(x, 0.5)"],
    ["quantiles and picks", "ARG_MAX(x, y)"],
    ["patterns", "regexp_replace(x, 'a', 'b')"],
    ["files", "FROM read_csv('a.csv')"],
    ["files", "read_parquet('a')"],
    ["lists and structs", "list_aggregate(x, 'sum')"],
    ["lists and structs", "SELECT [1, 2]"],
    ["lists and structs", "struct_pack(a := 1)"],
    ["text by function", "strip_accents(x)"],
    ["lenient casts", "TRY_CAST(x AS DATE)"],
    ["lenient casts", "x::DATE"],
    ["lenient casts", "sum(x)::BIGINT"],
    ["DuckDB's own clauses", "QUALIFY row_number() OVER () = 1"],
    ["DuckDB's own clauses", "SELECT DISTINCT ON (a) a"],
    ["DuckDB's own clauses", "GROUP BY ALL"],
    ["DuckDB's own clauses", "count(*) FILTER (WHERE a)"],
    ["whole division", "a // b"],
    ["intervals", "x + INTERVAL 1 DAY"],
    ["not in a query", "a NOT IN (SELECT b FROM c)"]
  ])("%s: %s", (what, sql) => {
    expect(FORBIDDEN[what]?.test(sql)).toBe(true);
  });
});
