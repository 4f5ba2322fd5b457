import type { SourceFile } from "../dataset/source.js";
import type { Column } from "../definitions/columns.js";
import { CURRENCY_PATTERN } from "../engine/currencies.js";
import { type Dialect, literal, name } from "../engine/dialect.js";
import type { Engine } from "../engine/engine.js";
import { sql } from "../engine/sql.js";
import { createTable } from "../engine/table.js";
import { type CellStyle, cellText, parseCell } from "./cell.js";
import { fillOrders } from "./fill.js";
import { arrangeLines, sharesOrders } from "./lines.js";
import { cellName, cellNames, type Loaded, SOURCE_ROW } from "./load.js";
import { columnProblems, joinProblems, moneyless, nobody } from "./problems.js";
import { rereadMoney } from "./reread.js";
import { isFinal } from "./status.js";
import { type Step, withSteps } from "./steps.js";

/** Letters that only names of Vietnamese people have. */
const VIETNAMESE = "[ăđơưĂĐƠƯ\\x{1ea0}-\\x{1ef9}]";

export interface ImportOptions extends CellStyle {
  /** Whether equal rows of a file all count. */
  keepCopies: boolean;
}

/**
 * Reads a sheet into the table `target`: the canonical columns it has, `problems` (null where every cell could be
 * read), `row_hash` of the row as written, of orders whether their state is `settled`, and `source_row` where the position doesn't tell it. Gives the columns.
 */
export async function importSheet(
  engine: Engine,
  source: SourceFile,
  { from, direct }: Loaded,
  target: string,
  options: ImportOptions
): Promise<{ columns: string[]; numbered: boolean }> {
  const d = engine.dialect;
  const numbered = !direct || source.grain === "first-line" || sharesOrders(source);
  const copied = numbered && direct;
  if (copied)
    await createTable(engine, {
      name: `${target}_texts`,
      grain: "one row per row of a sheet whose rows have to be numbered, as text",
      from: sql`
        SELECT *
        FROM ${from} AS file
      `
    });
  const file = copied ? `${target}_texts` : `${from} AS file`;
  const row = copied ? rowNumber(d, false) : SOURCE_ROW;
  const texts = numbered ? [numberedTexts(source, file, row)] : [];
  const orderId = source.grain === "first-line" ? cellName(source.sheet, source.columns.order_id) : undefined;
  const filled = orderId === undefined ? [] : fillOrders(d, source, orderId);
  const steps = [...texts, ...filled];
  const { from: rows, columns } = importQuery(d, source, steps, steps.at(-1)?.name ?? file, { ...options, numbered });
  await createTable(engine, { name: target, grain: "one row per sound row of one sheet", from: rows });
  if (copied) await engine.run(`DROP TABLE ${target}_texts`);
  return { columns: await withoutEmpty(engine, source, target, columns), numbered };
}

/** A currency that was looked for in cells and found in none is no column. */
async function withoutEmpty(engine: Engine, source: SourceFile, target: string, columns: string[]): Promise<string[]> {
  const own = source.columns.currency !== undefined || source.constants.currency !== undefined;
  if (own || !columns.includes("currency")) return columns;
  const [row] = await engine.rows(`SELECT count(currency) AS n FROM ${target}`);
  return Number(row?.n ?? 0) > 0 ? columns : columns.filter((id) => id !== "currency");
}

/** Column id → expression of the row number in a table made by `importSheet`. */
export function rowNumber(d: Dialect, numbered: boolean): string {
  return numbered ? SOURCE_ROW : `(${d.rowPosition} + 2)`;
}

function numberedTexts({ sheet }: SourceFile, file: string, row: string): Step {
  return {
    name: "texts",
    query: sql`
      SELECT
        CAST(${row} AS INTEGER) AS ${SOURCE_ROW},
        ${cellNames(sheet).map(name)}
      FROM ${file}
    `
  };
}

/** From the cells as text to canonical columns, what is wrong with them, and the row's hash. */
function importQuery(
  d: Dialect,
  source: SourceFile,
  texts: readonly Step[],
  file: string,
  { keepCopies, numbered, ...style }: ImportOptions & { numbered: boolean }
): { from: string; columns: string[] } {
  const all = source.definition.columns;
  const read = all.flatMap((column) => {
    const text = textOf(source, column);
    return text === undefined ? [] : [{ column, text }];
  });
  const present = new Set(read.map(({ column }) => column.id));
  const has = (id: string) => present.has(id);
  const cells: Step = {
    name: "cells",
    query: sql`
      SELECT
        ${numbered && SOURCE_ROW},
        ${read.map(({ column, text }) => [
          `${text} AS raw_${column.id}`,
          `${parseCell(d, source, column, text, style)} AS ${column.id}`
        ])},
        ${d.rowHash(cellNames(source.sheet).map(name))} AS row_hash
      FROM ${file}
    `
  };
  const ids = read.map(({ column }) => column.id);
  const reread = source.table === "orders" ? rereadStep(d, source, ids, cells.name, numbered) : [];
  const rows = reread[0] ?? cells;
  const lines = source.table === "orders" ? arrangeLines(d, source, has, rows.name, keepCopies) : undefined;
  const made = new Map(lines?.columns);
  const fullName = maybeName(d, has);
  if (fullName) made.set("name", fullName);
  const currency = maybeCurrency(d, source, has);
  if (currency) made.set("currency", currency);
  const problems = [
    ...read.flatMap(({ column }) => columnProblems(source, column)),
    ...nobody(source, has),
    ...moneyless(source, lines?.needed ?? [], made.get("amount") ?? "amount")
  ];
  const columns = all.filter((c) => !c.working && (has(c.id) || made.has(c.id))).map((c) => c.id);
  const from = withSteps(
    [...texts, cells, ...reread, ...(lines?.steps ?? [])],
    sql`
      SELECT
        ${numbered && SOURCE_ROW},
        ${columns.map((id) => (made.has(id) ? `${made.get(id)} AS ${id}` : id))},
        ${joinProblems(d, problems)} AS problems,
        ${source.table === "orders" && `${isFinal(d, source, has)} AS settled`},
        row_hash
      FROM ${lines?.steps.at(-1)?.name ?? rows.name}
    `
  );
  return { from, columns };
}

/** A step in which money is what it comes to for its row; none where it is as it stands. */
function rereadStep(d: Dialect, source: SourceFile, ids: readonly string[], cells: string, numbered: boolean): Step[] {
  const money = rereadMoney(d, source, (id) => ids.includes(id));
  if (money.size === 0) return [];
  const query = sql`
    SELECT
      ${numbered && SOURCE_ROW},
      ${ids.map((id) => [`raw_${id}`, money.has(id) ? `${money.get(id)} AS ${id}` : id])},
      row_hash
    FROM ${cells}
  `;
  return [{ name: "reread", query }];
}

/** The text that a column's value is read from: a cell, or what holds for every row. */
function textOf(source: SourceFile, column: Column): string | undefined {
  const cell = cellName(source.sheet, source.columns[column.id]);
  if (cell) return cellText(column, cell);
  const constant = source.constants[column.id];
  return constant === undefined ? undefined : literal(constant);
}

/** Columns whose cells may carry a sign of money, the one that counts first. */
const SIGNED = ["amount", "order_amount", "unit_price", "list_price"];

/** The currency of an order where no column says it: the sign beside its money, else the one that a heading names. */
function maybeCurrency(d: Dialect, source: SourceFile, has: (id: string) => boolean): string | undefined {
  if (source.table !== "orders" || has("currency")) return undefined;
  const id = SIGNED.find(has);
  const heading = source.currency === undefined ? "NULL" : literal(source.currency);
  if (id === undefined) return undefined;
  const cell = `raw_${id}`;
  const sign = d.replaceAll(cell, `(?i)^.*?(${CURRENCY_PATTERN}).*$`, "\\1");
  return `CASE WHEN ${d.matches(cell, `(?i)${CURRENCY_PATTERN}`)} THEN ${sign} ELSE ${heading} END`;
}

/** A name of first and last name, the family's first where it is Vietnamese. */
function maybeName(d: Dialect, has: (id: string) => boolean): string | undefined {
  if (has("name") || !has("first_name")) return undefined;
  if (!has("last_name")) return "first_name";
  const whole = (a: string, b: string) => `NULLIF(trim(COALESCE(${a}, '') || ' ' || COALESCE(${b}, '')), '')`;
  return sql`
    CASE
      WHEN ${d.matches(whole("first_name", "last_name"), VIETNAMESE)} THEN ${whole("last_name", "first_name")}
      ELSE ${whole("first_name", "last_name")}
    END
  `;
}
