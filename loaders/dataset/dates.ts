import type { DayFormat } from "../engine/dialect.js";

/** How cells write their days. */
export interface DayStyle {
  /** Undefined where the cells leave it open, or are no days. */
  format?: DayFormat;
  /** A cell that is one day by day first and another by month first, where no cell decides. */
  either?: string;
  /** Two cells of which each proves what the other rules out. */
  clash?: [string, string];
}

const ISO = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([ T].*)?$/;
const COMPACT = /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
/** `11-Feb-13`, `April 1, 2026`, `12 thg 4, 2026`; a time may follow. */
const NAMED = new RegExp(
  [
    "\\d{1,2}[- ]\\p{L}{3,9}\\.?[- ,]+\\d{2,4}\\b",
    "\\p{L}{3,9} \\d{1,2},? \\d{4}\\b",
    "\\d{1,2} (thg|tháng) \\d{1,2},? \\d{4}"
  ]
    .map((day) => `^${day}.{0,16}$`)
    .join("|"),
  "iu"
);
const PARTS = /^(?:\p{L}+\.?(?: (?:\p{L}+|\d))?,? +)?(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})([ ,T].*)?$/u;
/** Day numbers of spreadsheets from 1954 to 2064. */
const SERIAL = /^[2-5]\d{4}(\.\d+)?$/;
const MOST = 0.5;
/** So many real days and texts side by side show a pattern. */
const ENOUGH = 3;

/** Whether a cell looks like a day, in any of the ways; which one it is, is for the database to tell. */
export function looksLikeDay(cell: string): boolean {
  return [ISO, PARTS, COMPACT, NAMED].some((pattern) => pattern.test(cell));
}

/**
 * How the cells of one column write their days, as far as they leave no doubt. ISO days are understood beside any
 * other style, so the others decide.
 */
export function findDays(cells: readonly string[]): DayStyle {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const others = filled.filter((cell) => !ISO.test(cell));
  if (others.length === 0) return filled.length === 0 ? {} : { format: "iso" };
  const most = (pattern: RegExp) => others.filter((cell) => pattern.test(cell)).length > others.length * MOST;
  if (most(COMPACT)) return { format: "ymd-compact" };
  if (most(NAMED)) return { format: "named" };
  if (most(SERIAL)) return { format: "serial" };
  const parts = others.flatMap((cell) => {
    const [, first = "", second = ""] = PARTS.exec(cell) ?? [];
    return first === "" ? [] : [{ cell, first: Number(first), second: Number(second) }];
  });
  if (parts.length <= others.length * MOST) return filled.length > others.length ? { format: "iso" } : {};
  const dayFirst = parts.filter(({ first, second }) => first > 12 && second <= 12).length;
  const monthFirst = parts.filter(({ first, second }) => second > 12 && first <= 12).length;
  const clash = findClash(filled, parts);
  if (clash) return { clash };
  if (dayFirst > 0) return { format: "dmy" };
  if (monthFirst > 0) return { format: "mdy" };
  const either = parts.find(({ first, second }) => first !== second && first <= 12 && second <= 12);
  return either ? { either: either.cell } : { format: "dmy" };
}

interface Part {
  cell: string;
  first: number;
  second: number;
}

/**
 * Day first and month first, both proven; or what a spreadsheet leaves of texts that it took for the other order:
 * real days with no day of the month above 12, beside texts that all have one.
 */
function findClash(filled: readonly string[], parts: readonly Part[]): [string, string] | undefined {
  const dayFirst = parts.find(({ first, second }) => first > 12 && second <= 12);
  const monthFirst = parts.find(({ first, second }) => second > 12 && first <= 12);
  if (dayFirst && monthFirst) return [dayFirst.cell, monthFirst.cell];
  const days = filled.filter((cell) => ISO.test(cell));
  const [real] = days;
  const [text] = parts;
  const low = days.every((cell) => Number(cell.split(/[-/. T]/)[2]) <= 12);
  const high = parts.every(({ first, second }) => first > 12 || second > 12);
  const halved = low && high && days.length >= ENOUGH && parts.length >= ENOUGH;
  return halved && real !== undefined && text ? [real, text.cell] : undefined;
}

/** Both days that a cell can mean, ISO: `03/04/2026` → 2026-04-03 by day first, 2026-03-04 by month first. */
export function bothDays(cell: string): { dmy: string; mdy: string } {
  const [, first = "", second = "", year = ""] = PARTS.exec(cell.trim()) ?? [];
  const full = year.length === 2 ? `20${year}` : year;
  const [a, b] = [first.padStart(2, "0"), second.padStart(2, "0")];
  return { dmy: `${full}-${b}-${a}`, mdy: `${full}-${a}-${b}` };
}
