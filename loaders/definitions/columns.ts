import type { Bilingual } from "../../src/terms/lang.js";

/** The canonical tables in the order in which they are shown. */
export const TABLE_NAMES = ["orders", "customers", "events", "costs"] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export const COLUMN_KINDS = [
  "id",
  "text",
  "phone",
  "email",
  "day",
  "money",
  "number",
  "word",
  "month",
  "flag"
] as const;

/**
 * `id` and `text` stay as written; `phone` and `email` too, until people are told apart; `day` is a date in the firm's
 * zone; `money` and `number` are exact; `word` is one of a closed list; `month` is `YYYY-MM`; `flag` is yes or no.
 */
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** One canonical column: what it is called, what it holds, which headings are taken for it. */
export interface Column {
  id: string;
  label: Bilingual;
  kind: ColumnKind;
  /** A row without it can't be used. */
  required: boolean;
  /** Never published, and searched for in everything that is. */
  personal: boolean;
  /** Serves to work out other columns while a file is read; no table has it. */
  working: boolean;
  /** For `word`: canonical value → further spellings, as written; they are compared folded. */
  words?: Readonly<Record<string, readonly string[]>>;
  /** For the status of an order: those spellings of `cancelled` that are a sale where the goods are on their way. */
  unpaid?: readonly string[];
  /**
   * For a status: its cells are compared by their first words, too. Canonical value → what must not follow such words,
   * as then they may mean something else.
   */
  doubt?: Readonly<Record<string, readonly string[]>>;
  /** Headings taken for this column beside its id, as written; they are compared folded, and earlier wins. */
  headings: readonly string[];
  /** Of those, the ones that mean it only where cells are words of it: `state` is a place as often as a status. */
  ambiguous: readonly string[];
  /** Headings that the firm itself gave, before all others. */
  own: readonly string[];
}

/** One of the canonical tables. */
export interface Table {
  name: TableName;
  label: Bilingual;
  columns: readonly Column[];
}

export type Tables = Readonly<Record<TableName, Table>>;

/** Columns that tell what became of an order, each of which may stand alone or beside the others. */
export const STATUSES = ["status", "payment", "sent"] as const;

/** The columns that a table has once its files are read, in their order. */
export function storedColumns({ columns }: Table): Column[] {
  return columns.filter(({ working }) => !working);
}

/** Finds a column by `table.column`; a programmer's error if there is none. */
export function findColumn(tables: Tables, path: string): Column {
  const [table, id] = path.split(".");
  const found = tables[table as TableName]?.columns.find((c) => c.id === id);
  if (!found) throw new Error(`unknown column: ${path}`);
  return found;
}
