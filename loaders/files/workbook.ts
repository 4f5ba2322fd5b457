import type { CellObject, DenseWorkSheet, Range, WorkBook } from "@e965/xlsx";
import { shapeOf } from "./cell.js";
import type { Grid } from "./grid.js";
import type { FileRecord } from "./records.js";
import { FileFault } from "./sheet.js";
import { momentText, numberText } from "./value.js";

export interface Workbook {
  grids: Grid[];
  locked?: boolean;
  /** What it is, where it is no workbook. */
  other?: string;
}

/** The visible sheets of a workbook, cells as text: formulas by their last results, days in ISO. */
export async function readWorkbook(bytes: Uint8Array, markup = false): Promise<Workbook> {
  const xlsx = await import("@e965/xlsx");
  let book: WorkBook;
  try {
    if (isCompound(bytes)) {
      const names: string[] = xlsx.CFB.read(bytes, { type: "array" }).FullPaths;
      if (names.some((name) => /\/EncryptedPackage$/i.test(name))) return { grids: [], locked: true };
      if (!names.some((name) => /\/(Workbook|Book)$/i.test(name))) return { grids: [], other: nameCompound(names) };
    }
    book = xlsx.read(bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      raw: markup
    });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) return { grids: [], locked: true };
    throw new FileFault("cut-off");
  }
  const late = book.Workbook?.WBProps?.date1904 === true;
  const isDay = (format: string): boolean => xlsx.SSF.is_date(format);
  const grids: Grid[] = [];
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    if (!sheet || hidden || (sheet["!type"] ?? "sheet") !== "sheet") continue;
    const rows = readRows((sheet as DenseWorkSheet)["!data"] ?? [], late, isDay);
    fillMerged(rows, sheet["!merges"] ?? []);
    grids.push({ name, rows });
  }
  return { grids };
}

function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf;
}

function nameCompound(names: readonly string[]): string {
  if (names.some((name) => /WordDocument$/i.test(name))) return "Word";
  return names.some((name) => /PowerPoint Document$/i.test(name)) ? "PowerPoint" : "OLE";
}

/** Rows by their numbers in the sheet; rows without a cell between filled ones are blank. */
function readRows(
  data: readonly (readonly CellObject[] | undefined)[],
  late: boolean,
  isDay: (format: string) => boolean
): FileRecord[] {
  const rows: FileRecord[] = [];
  let last = 0;
  for (let at = 0; at < data.length; at++) {
    const cells: string[] = [];
    for (const [i, cell] of (data[at] ?? []).entries()) {
      const text = cell ? cellText(cell, late, isDay) : "";
      if (text.trim() !== "") cells[i] = text;
    }
    rows.push({ row: at + 1, cells: Array.from(cells, (cell) => cell ?? "") });
    if (cells.length > 0) last = rows.length;
  }
  return rows.slice(0, last);
}

/**
 * Words, days and phones of a cell merged over several rows hold for each of them. Numbers don't: money merged over
 * the lines of an order would count on every line.
 */
function fillMerged(rows: readonly FileRecord[], merges: readonly Range[]): void {
  for (const { s: first, e: last } of merges) {
    const text = rows[first.r]?.cells[first.c] ?? "";
    const shape = shapeOf(text.trim());
    if (first.c !== last.c || shape === "empty" || (shape === "number" && !/^[0+]\d/.test(text.trim()))) continue;
    for (const { cells } of rows.slice(first.r + 1, last.r + 1)) {
      while (cells.length < first.c) cells.push("");
      cells[first.c] ||= text;
    }
  }
}

const ERRORS = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"]
]);

function cellText({ t, v, z }: CellObject, late: boolean, isDay: (format: string) => boolean): string {
  if (v === undefined || v === null || t === "z") return "";
  if (t === "e") return typeof v === "number" ? (ERRORS.get(v) ?? "#ERR") : String(v);
  if (v instanceof Date) return momentText(v);
  if (typeof v !== "number") return String(v);
  const format = typeof z === "string" ? z : "";
  if (/^0{2,}$/.test(format)) return numberText(Math.round(v)).padStart(format.length, "0");
  return format !== "" && isDay(format) ? dayText(v, late, showsDay(format)) : numberText(v);
}

/** True where a format shows a year, month or day, and not only hours, minutes and seconds. */
function showsDay(format: string): boolean {
  const bare = format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, "").replace(/m+(?=:)|(?<=:)m+/gi, "");
  return /[ymd]/i.test(bare);
}

const DAY = 86_400;

/** A serial number of a spreadsheet as an ISO day, with the time where it has one; a time alone where it has no day. */
function dayText(serial: number, late: boolean, hasDay: boolean): string {
  const seconds = Math.round(serial * DAY);
  if (!hasDay && serial >= 0) {
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return parts.map((part) => String(part).padStart(2, "0")).join(":");
  }
  const shown = seconds + (late ? 1462 * DAY : 0);
  // Lotus, and so Excel, counts a 29 February 1900: days before it are one further on.
  const days = shown < 60 * DAY && !late ? 25_568 : 25_569;
  return serial < 0 ? numberText(serial) : momentText(new Date((shown - days * DAY) * 1000)) || numberText(serial);
}
