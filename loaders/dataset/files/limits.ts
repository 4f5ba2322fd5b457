/** Columns of a table; more is a file of another kind, or a trap. */
export const MAX_COLUMNS = 2_000;
/** Letters of one row, line breaks in quoted cells included. */
export const MAX_ROW = 16 * 2 ** 20;
/** Bytes that come out of an archive. */
export const MAX_UNPACKED = 16 * 2 ** 30;
/** Bytes out for one byte in; counted from the point where it could hurt. */
export const MAX_RATIO = 300;
export const RATIO_FROM = 64 * 2 ** 20;
/** Files in a zip. */
export const MAX_ENTRIES = 1_000;
/** Bytes of a file of a kind that has to be held whole: workbooks, JSON, Arrow, SQLite. */
export const MAX_HELD = 400 * 2 ** 20;
/** Bytes of a workbook's parts, unpacked. */
export const MAX_WORKBOOK = 512 * 2 ** 20;
