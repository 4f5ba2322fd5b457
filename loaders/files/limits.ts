const GB = 2 ** 30;
const MB = 2 ** 20;

/** A number of bytes as people say it. */
export function sizeText(bytes: number): string {
  return bytes >= GB ? `${Math.floor(bytes / GB)} GB` : `${Math.floor(bytes / MB)} MB`;
}

/** Columns of a table; more is a file of another kind, or a trap. */
export const MAX_COLUMNS = 2_000;
/** Letters of one row, line breaks in quoted cells included. */
export const MAX_ROW = 16 * MB;
/** Bytes that come out of an archive. */
export const MAX_UNPACKED = 16 * GB;
/** Bytes out for one byte in; counted from the point where it could hurt. */
export const MAX_RATIO = 300;
export const RATIO_FROM = 64 * MB;
/** Bytes of a text of settings or definitions. */
export const MAX_TEXT = 4 * MB;
/** Files of a folder. */
export const MAX_FILES = 2_000;
/** Files in a zip. */
export const MAX_ENTRIES = 1_000;
/** Bytes of a file of a kind that has to be held whole: workbooks, JSON, Arrow, SQLite. */
export const MAX_HELD = 400 * MB;
/** Bytes of a workbook's parts, unpacked; it is held whole, at several times of that. */
export const MAX_WORKBOOK = 512 * MB;
/** Bytes out of a workbook for one byte in, from the point where it could hurt. */
export const MAX_WORKBOOK_RATIO = 100;
