import { type Dialect, type FileRecord, readRecords, splitRows } from "./records.js";

/**
 * A row that was put into quotes as a whole (`"a,b,""c"""`), as happens where a table is saved once more by a tool
 * that took each line for a cell: its cells again. Any other row is given back as it is.
 */
export function readWrappedRow(record: FileRecord, width: number, delimiter: string | undefined): FileRecord {
  const [whole, ...more] = record.cells;
  if (record.open || width < 2 || delimiter === undefined || !whole?.includes(delimiter)) return record;
  if (more.some((cell) => cell !== "")) return record;
  const { records, open } = splitRows(whole, { delimiter, quote: '"', backslash: false }, true);
  const [cells, ...others] = records;
  if (open || others.length > 0 || cells?.length !== width) return record;
  return { row: record.row, cells };
}

/** Cells parted by a sign that no text has: each row is one. */
const WHOLE: Dialect = { delimiter: "\u001f", quote: '"', backslash: false };

const WRAPPED = /^\s*"(?:[^"]|"")*"\s*$/;

/** The text inside the quotes, where every line of a text is put into them as a whole; undefined else. */
export function readWrappedText(text: string, whole: boolean): string | undefined {
  if (!/^\s*"/.test(text)) return undefined;
  const lines = text.split(/\r\n|\n|\r/);
  if (!whole) lines.pop();
  const filled = lines.filter((line) => line !== "");
  if (filled.length < 2 || !filled.every((line) => WRAPPED.test(line) && /[,;\t|]/.test(line))) return undefined;
  return splitRows(filled.join("\n"), WHOLE, true)
    .records.map(([cell = ""]) => cell)
    .join("\n");
}

/** The rows of such a text. */
export async function* readWrappedRecords(
  pieces: AsyncIterable<string>,
  dialect: Dialect
): AsyncGenerator<FileRecord[]> {
  for await (const batch of readRecords(pieces, WHOLE))
    yield batch.map((record) => ({
      ...record,
      cells: splitRows(record.cells[0] ?? "", dialect, true).records[0] ?? []
    }));
}
