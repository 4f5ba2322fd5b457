import type { NumberStyle } from "../engine/dialect.js";
import { TABLES, type TableName } from "./columns.js";
import type { Issue } from "./issue.js";
import type { ColumnMap } from "./recognise.js";

/** `1.250.000`, `12,5`, `1.250,5`: only sense with a decimal comma. */
const COMMA = /^[-+]?\d{1,3}(\.\d{3}){2,}$|^[-+]?\d+,(\d{1,2}|\d{4,})$|^[-+]?\d{1,3}(\.\d{3})+,\d+$/;
/** `12.5`, `1,250.5`, `1,250,000`: only sense with a decimal dot. */
const DOT = /^[-+]?\d+\.(\d{1,2}|\d{4,})$|^[-+]?\d{4,}\.\d+$|^[-+]?\d{1,3}(,\d{3})+\.\d+$|^[-+]?\d{1,3}(,\d{3}){2,}$/;
/** `1.250`: a thousand and more in Vietnam, one and a quarter elsewhere. */
const EITHER = /^[-+]?\d{1,3}\.\d{3}$/;

/**
 * Which sign parts decimals in a file, from the first rows of its amounts and numbers. Where all that is seen
 * can be read both ways it asks: an amount wrong by a thousand is worse than none.
 */
export function findNumbers(
  file: string,
  table: TableName,
  columns: ColumnMap,
  headings: readonly string[],
  sample: readonly string[][]
): NumberStyle | Issue {
  const numeric = TABLES[table].columns.filter((c) => (c.kind === "money" || c.kind === "number") && columns[c.id]);
  const cells = numeric.flatMap((c) =>
    sample.map((row) => (row[headings.indexOf(columns[c.id] ?? "")] ?? "").replace(/[\s₫đ$€£]/g, ""))
  );
  if (cells.some((cell) => COMMA.test(cell)) && !cells.some((cell) => DOT.test(cell))) return "comma";
  const example = cells.find((cell) => EITHER.test(cell));
  if (example === undefined || cells.some((cell) => DOT.test(cell))) return "dot";
  return {
    code: "ambiguous-numbers",
    file,
    got: example,
    detail: { file, example, dot: String(Number(example)), comma: example.replace(".", "") }
  };
}
