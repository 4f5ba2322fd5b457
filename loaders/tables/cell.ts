import type { SourceFile } from "../dataset/source.js";
import type { Column } from "../definitions/columns.js";
import { type DayFormat, type Dialect, literal } from "../engine/dialect.js";
import { sql } from "../engine/sql.js";
import { parseWord } from "./words.js";

const LOST_DIGITS = "^[0-9]([.,][0-9]+)?[Ee]\\+[0-9]{2,3}$";
const YES = ["yes", "true", "1", "y", "co", "x", "subscribed"];
const NO = ["no", "false", "0", "n", "khong", "unsubscribed", "never_subscribed"];

/** How a file writes days, and of which zones they are. */
export interface CellStyle {
  zone: string;
  dates: DayFormat;
}

/** SQL type of a canonical column; every engine casts to it. */
export function sqlType(column: Column): string {
  if (column.kind === "day") return "DATE";
  if (column.kind === "money") return "DECIMAL(18,4)";
  if (column.kind === "number") return "DOUBLE";
  return "VARCHAR";
}

/**
 * A cell as text, null when blank. Casts overlook blanks around a value by themselves; other cells are trimmed
 * only where there is something to trim, as trimming every cell is the dearest step of an import.
 */
export function cellText(column: Column, cell: string): string {
  if (column.kind === "day" || column.kind === "money" || column.kind === "number") return `NULLIF(${cell}, '')`;
  return `NULLIF(CASE WHEN ${cell} LIKE ' %' OR ${cell} LIKE '% ' THEN trim(${cell}) ELSE ${cell} END, '')`;
}

/** The value of a cell in a column's type, null where it can't be read. */
export function parseCell(d: Dialect, source: SourceFile, column: Column, text: string, style: CellStyle): string {
  switch (column.kind) {
    case "day":
      return d.tryDay(text, style.dates, style.zone, source.zone);
    case "money":
      return d.tryMoney(text, source.forms[column.id] ?? source.numbers);
    case "number":
      return d.tryNumber(text, source.forms[column.id] ?? source.numbers);
    case "month":
      return `CASE WHEN ${d.matches(text, "^[0-9]{4}-(0[1-9]|1[0-2])")} THEN substr(${text}, 1, 7) END`;
    case "flag":
      return parseFlag(d, text);
    case "word":
      return parseWord(d, column, text, source.words[column.id] ?? {});
    case "id":
      return parseId(d, text);
    default:
      return text;
  }
}

/** True where a spreadsheet has made a number of a long id, phone or code: the digits are gone. */
export function lostDigits(d: Dialect, text: string): string {
  return `(${text} LIKE '%+%' AND ${d.matches(text, LOST_DIGITS)})`;
}

/** An id as its shop wrote it: without the apostrophe that marks text and the `.0` of a number; null where digits are lost. */
function parseId(d: Dialect, text: string): string {
  const whole = `${text} LIKE '%.0' AND ${d.matches(text, "^[0-9]+\\.0$")}`;
  return sql`
    CASE
      WHEN ${text} LIKE '''%' THEN NULLIF(trim(substr(${text}, 2)), '')
      WHEN ${whole} THEN ${d.replaceAll(text, "\\.0$", "")}
      WHEN ${lostDigits(d, text)} THEN NULL
      ELSE ${text}
    END
  `;
}

function parseFlag(d: Dialect, text: string): string {
  const list = (words: readonly string[]) => words.map(literal).join(", ");
  return sql`
    CASE
      WHEN ${d.fold(text)} IN (${list(YES)}) THEN 'yes'
      WHEN ${d.fold(text)} IN (${list(NO)}) THEN 'no'
    END
  `;
}
