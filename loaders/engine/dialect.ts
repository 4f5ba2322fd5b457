/** How a file that the database reads by itself is written: a heading row, then rows of as many cells. */
export interface FileFormat {
  kind: "csv" | "parquet";
  delimiter: string;
  /** Names given to its columns by their place, whatever the headings say. */
  columns: readonly string[];
}

/**
 * Everything that databases spell differently, each as a function from SQL to SQL. Stages write the
 * portable rest by hand (CASE, COALESCE, plain GROUP BY, ROWS frames); a test keeps engine-specific
 * functions out of them.
 */
export interface Dialect {
  readonly name: string;
  /** Whole days from date `a` to date `b`. */
  days(a: string, b: string): string;
  /** First day of the month of date `x`. */
  monthStart(x: string): string;
  /** Quantile `p` (0–1) of `x` over the group, interpolated between neighbours; nulls left out. */
  quantile(x: string, p: number): string;
  /** Several quantiles of one `x`, found together; one expression each. */
  quantiles(x: string, shares: readonly number[]): string[];
  /** Value of `x` in the row with the largest `y`; make `y` unique or the pick is arbitrary. */
  argMax(x: string, y: string): string;
  argMin(x: string, y: string): string;
  /** Exact decimal with four digits, or null where the text is no amount. Money adds up exactly in it. */
  tryMoney(text: string, form: NumberForm): string;
  /** The same for any number; `1.5%` is 0.015. */
  tryNumber(text: string, form: NumberForm): string;
  /** Day of a date or timestamp text in the firm's zone, or null; `from` is the zone of stamps without offset, if another. */
  tryDay(text: string, format: DayFormat, zone: string, from?: string): string;
  /** True where text matches the regular expression. */
  matches(text: string, pattern: string): string;
  replaceAll(text: string, pattern: string, by: string): string;
  /** Lower case, without Vietnamese accents, blanks trimmed. */
  fold(text: string): string;
  /** Joins the non-null texts with a separator. */
  join(separator: string, texts: readonly string[]): string;
  /** A 64-bit hash of a row, equal for equal values. */
  rowHash(columns: readonly string[]): string;
  /** Position of a row in a table made by `readFile`, 0-based, in file order. */
  readonly rowPosition: string;
  /** Table expression that reads a file, every column as text. Fails at a row that can't be split into its cells. */
  readFile(path: string, format: FileFormat): string;
  /** Statement that writes a query to a Parquet file. */
  writeParquet(query: string, path: string): string;
  /** A 0–1 whole number series table: rows `n` from 0 to `count - 1`. */
  series(count: number): string;
  double(x: string): string;
  text(x: string): string;
}

/**
 * Which sign parts a number's decimals: `1,234.5` is `dot`, `1.234,5` is `comma`. In `mixed` each cell speaks for
 * itself, and a group of three digits is thousands: `1,250,000`, `450.000`, `12,50`.
 */
export const NUMBER_STYLES = ["dot", "comma", "mixed"] as const;
export type NumberStyle = (typeof NUMBER_STYLES)[number];

/**
 * A style as a column is read in it. With `-cents` a fraction of exactly three digits is no number: in a column
 * where none was seen it would be thousands of the other style, a thousand times more.
 */
export type NumberForm = NumberStyle | "dot-cents" | "comma-cents";

/**
 * How a file writes its days. `iso` also takes timestamps; the others may carry a time after a blank, and an ISO
 * date is understood beside any of them. `named` is `11-Feb-13`, `01 Apr 2026`; `serial` a spreadsheet's day number.
 */
export const DAY_FORMATS = ["iso", "dmy", "mdy", "ymd-compact", "named", "serial"] as const;
export type DayFormat = (typeof DAY_FORMATS)[number];

/** A text literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A quoted name, safe for any heading. */
export function name(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
