import type { SourceFile } from "../dataset/source.js";
import type { Column } from "../definitions/columns.js";
import { type Dialect, literal, name } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { type CellStyle, cellText, parseCell } from "./cell.js";
import { fillOrders } from "./fill.js";
import { arrangeLines, sharesOrders } from "./lines.js";
import { cellName, cellNames, type Loaded, SOURCE_ROW } from "./load.js";
import { columnProblems, joinProblems, moneyless, nobody } from "./problems.js";

/** Letters that only names of Vietnamese people have. */
const VIETNAMESE = "[ăđơưĂĐƠƯ\\x{1ea0}-\\x{1ef9}]";

export interface ImportOptions extends CellStyle {
  /** Whether equal rows of a file all count. */
  keepCopies: boolean;
}

/**
 * Reads a sheet into the table `target`: the canonical columns it has, `problems` (null where every cell could be
 * read), `row_hash` of the row as written, and `source_row` where the position doesn't tell it. Gives the columns.
 */
export async function importSheet(
  engine: Engine,
  source: SourceFile,
  { from, direct }: Loaded,
  target: string,
  options: ImportOptions
): Promise<{ columns: string[]; numbered: boolean }> {
  const numbered = !direct || source.grain === "first-line" || sharesOrders(source);
  let texts = direct
    ? from
    : `(SELECT CAST(${SOURCE_ROW} AS INTEGER) AS ${SOURCE_ROW}, ${list(source)} FROM ${from} AS file)`;
  if (numbered && direct) texts = await numberRows(engine, source, from, target);
  if (source.grain === "first-line") texts = await fillOrders(engine, source, texts, target);
  const { sql, columns } = importStatement(engine.dialect, source, texts, target, { ...options, numbered });
  await engine.run(sql);
  for (const rest of ["texts", "lines", "heads"]) await engine.run(`DROP TABLE IF EXISTS ${target}_${rest}`);
  return { columns, numbered };
}

/** Column id → expression of the row number in a table made by `importSheet`. */
export function rowNumber(d: Dialect, numbered: boolean): string {
  return numbered ? SOURCE_ROW : `(${d.rowPosition} + 2)`;
}

function list(source: SourceFile): string {
  return cellNames(source.sheet).map(name).join(", ");
}

async function numberRows(engine: Engine, source: SourceFile, from: string, target: string): Promise<string> {
  await engine.run(`CREATE TABLE ${target}_texts AS SELECT * FROM ${from} AS file`);
  const row = rowNumber(engine.dialect, false);
  return `(SELECT CAST(${row} AS INTEGER) AS ${SOURCE_ROW}, ${list(source)} FROM ${target}_texts)`;
}

function importStatement(
  d: Dialect,
  source: SourceFile,
  texts: string,
  target: string,
  { keepCopies, numbered, ...style }: ImportOptions & { numbered: boolean }
): { sql: string; columns: string[] } {
  const all = source.definition.columns;
  const read = all.flatMap((column) => {
    const text = textOf(source, column);
    return text === undefined ? [] : [{ column, text }];
  });
  const present = new Set(read.map(({ column }) => column.id));
  const has = (id: string) => present.has(id);
  const row = numbered ? [SOURCE_ROW] : [];
  const inner = [
    ...row,
    ...read.flatMap(({ column, text }) => [
      `${text} AS raw_${column.id}`,
      `${parseCell(d, source, column, text, style)} AS ${column.id}`
    ]),
    `${d.rowHash(cellNames(source.sheet).map(name))} AS row_hash`
  ];
  const cells = `(SELECT ${inner.join(", ")} FROM ${texts} AS file) AS cells`;
  const lines = source.table === "orders" ? arrangeLines(d, source, has, cells, keepCopies) : undefined;
  const made = new Map(lines?.columns);
  const fullName = maybeName(d, has);
  if (fullName) made.set("name", fullName);
  const problems = [
    ...read.flatMap(({ column }) => columnProblems(source, column)),
    ...nobody(source, has),
    ...moneyless(source, lines?.needed ?? [], made.get("amount") ?? "amount")
  ];
  const columns = all.filter((c) => !c.working && (has(c.id) || made.has(c.id))).map((c) => c.id);
  const outer = [
    ...row,
    ...columns.map((id) => (made.has(id) ? `${made.get(id)} AS ${id}` : id)),
    `${joinProblems(d, problems)} AS problems`,
    "row_hash"
  ];
  return { sql: `CREATE TABLE ${target} AS SELECT ${outer.join(", ")} FROM ${lines?.from ?? cells}`, columns };
}

/** The text that a column's value is read from: a cell, or what holds for every row. */
function textOf(source: SourceFile, column: Column): string | undefined {
  const cell = cellName(source.sheet, source.columns[column.id]);
  if (cell) return cellText(column, cell);
  const constant = source.constants[column.id];
  return constant === undefined ? undefined : literal(constant);
}

/** A name of first and last name, the family's first where it is Vietnamese. */
function maybeName(d: Dialect, has: (id: string) => boolean): string | undefined {
  if (has("name") || !has("first_name")) return undefined;
  if (!has("last_name")) return "first_name";
  const whole = (a: string, b: string) => `NULLIF(trim(COALESCE(${a}, '') || ' ' || COALESCE(${b}, '')), '')`;
  return `CASE WHEN ${d.matches(whole("first_name", "last_name"), VIETNAMESE)} THEN ${whole("last_name", "first_name")} ELSE ${whole("first_name", "last_name")} END`;
}
