import { type Dialect, splitRows } from "./records.js";

const DELIMITERS = [",", ";", "\t", "|"];

/** `sep=;` as Excel writes it into the first line. */
export function readSeparatorLine(text: string): string | undefined {
  return /^"?sep=([^\r\n"])"?(?=[\r\n]|$)/i.exec(text)?.[1];
}

/**
 * How cells are told apart, by trying: the reading wins whose rows agree best on one number of cells, more
 * cells before fewer. Single quotes and backslashes are taken only where they make rows agree better, runs of blanks
 * only where nothing else parts anything.
 */
export function findDialect(head: string, whole: boolean): Dialect {
  const named = readSeparatorLine(head);
  const delimiters = named ? [named] : DELIMITERS;
  const plain = delimiters.map((delimiter): Dialect => ({ delimiter, quote: '"', backslash: false }));
  const tried = [...plain];
  if (/\\"/.test(head)) tried.push(...plain.map((dialect): Dialect => ({ ...dialect, backslash: true })));
  if (/(^|[,;\t|\n\r])'[^'\n\r]*'\s*([,;\t|\n\r]|$)/.test(head))
    tried.push(
      ...plain.flatMap(({ delimiter }): Dialect[] =>
        [false, true].map((b) => ({ delimiter, quote: "'", backslash: b }))
      )
    );
  let best: Dialect = { delimiter: ",", quote: '"', backslash: false };
  let most = 0;
  for (const dialect of tried) {
    const score = agreement(head, dialect, whole);
    if (score > most + 1e-9) [best, most] = [dialect, score];
  }
  if (named) return { ...best, delimiter: named };
  return most === 0 && partedByRuns(head, whole) ? RUNS : best;
}

const RUNS: Dialect = { delimiter: " ", quote: '"', backslash: false, runs: true };

/** True for lines of three cells or more, parted by blanks, as many in each line and mostly figures: nothing that words do by chance. */
function partedByRuns(head: string, whole: boolean): boolean {
  const rows = splitRows(head, RUNS, whole).records.filter((cells) => cells.some((cell) => cell !== ""));
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width < 3 || rows.some((cells) => cells.length !== width)) return false;
  const figures = rows.flat().filter((cell) => /^[-+]?\d[\d.,:/-]*$/.test(cell)).length;
  return figures > (rows.length * width) / 2;
}

/** From 0 (one cell a row) towards 1 (all rows have the same, large number of cells). */
function agreement(head: string, dialect: Dialect, whole: boolean): number {
  const { records, open } = splitRows(head, dialect, whole);
  const rows = records.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  counts.delete(1);
  let score = 0;
  for (const [cells, count] of counts) score = Math.max(score, (count / rows.length) * (1 - 1 / (cells + 1)));
  return open && whole ? score / 2 : score;
}
