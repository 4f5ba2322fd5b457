import { fold } from "../../src/terms/fold-heading.js";
import { type Column, TABLES, type TableName } from "../definitions/columns.js";
import { saysNothingOf } from "./heading.js";
import type { ColumnMap } from "./recognise.js";
import { type Profile, profileCells } from "./values.js";

/** Fewer filled cells than this prove nothing. */
const ENOUGH = 5;
const FEW = 0.2;
const HALF = 0.5;
const MOST = 0.8;

/** A sheet's columns as they look, each looked at once. */
export interface Looks {
  profile(heading: string): Profile;
  /** All filled cells of a heading, in order. */
  cells(heading: string): string[];
}

export function lookAt(headings: readonly string[], sample: readonly (readonly string[])[]): Looks {
  const profiles = new Map<string, Profile>();
  const cells = (heading: string) => {
    const place = headings.indexOf(heading);
    return sample.flatMap((row) => row[place]?.trim() || []);
  };
  return {
    cells,
    profile: (heading) => {
      const profile = profiles.get(heading) ?? profileCells(cells(heading));
      profiles.set(heading, profile);
      return profile;
    }
  };
}

/** True unless the cells under a heading contradict what its name says: a phone column full of dates. */
export function acceptsColumn(looks: Looks, column: Column, heading: string): boolean {
  const { filled, date, number, phone, email, masked, percent } = looks.profile(heading);
  if (filled < ENOUGH) return true;
  switch (column.kind) {
    case "day":
      return date + serialShare(looks, heading) >= FEW;
    case "money":
      return number >= FEW && percent < HALF && date < HALF;
    case "number":
      return number >= FEW && date < HALF;
    case "phone":
      return email < HALF && date < HALF && (phone > 0 || masked > 0 || number >= FEW);
    case "email":
      return email + masked >= FEW;
    case "flag":
      return share(looks.cells(heading), (cell) => FLAGS.has(fold(cell))) >= FEW;
    case "word":
      return column.id === "status" || column.required || knownShare(column, looks.cells(heading)) >= FEW;
    case "id":
      return column.id !== "customer_id" || masked < HALF;
    default:
      return !(column.id === "customer_name" || column.id === "name") || (email < HALF && date < HALF && number < HALF);
  }
}

const FLAGS = new Set("yes no true false 1 0 y n co khong x subscribed unsubscribed neversubscribed".split(" "));

/** Part of the cells whose word a column knows, by its own spellings and those given. */
export function knownShare(
  column: Column,
  cells: readonly string[],
  more: Readonly<Record<string, string>> = {}
): number {
  const known = knownWords(column, more);
  return share(cells, (cell) => known.has(fold(cell)));
}

/** Folded spellings that a column understands. */
export function knownWords(column: Column, more: Readonly<Record<string, string>> = {}): ReadonlySet<string> {
  const words = Object.entries(column.words ?? {}).flatMap(([word, spellings]) => [word, ...spellings]);
  return new Set([...words, ...Object.keys(more)].map(fold));
}

function serialShare(looks: Looks, heading: string): number {
  return share(looks.cells(heading), (cell) => /^[2-5]\d{4}(\.\d+)?$/.test(cell));
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

/**
 * Columns for headings that mean nothing (`column_3`, `A`), where the values leave no doubt: the only column of
 * e-mails, of phones, of days, of names; the only one of numbers as money.
 */
export function assignByValues(table: TableName, headings: readonly string[], map: ColumnMap, looks: Looks): ColumnMap {
  const used = new Set(Object.values(map));
  const free = headings.filter((heading) => !used.has(heading) && saysNothingOf(heading));
  const found: ColumnMap = {};
  const assign = (id: string | undefined, test: (profile: Profile) => boolean) => {
    if (!id || map[id] || !TABLES[table].columns.some((column) => column.id === id)) return;
    const fitting = free.filter((heading) => looks.profile(heading).filled > 0 && test(looks.profile(heading)));
    const [only] = fitting;
    if (fitting.length !== 1 || only === undefined || Object.values(found).includes(only)) return;
    found[id] = only;
  };
  const days: Partial<Record<TableName, string>> = {
    orders: "ordered_at",
    events: "occurred_at",
    customers: "created"
  };
  assign("email", ({ email }) => email >= MOST);
  assign("phone", ({ phone }) => phone >= MOST);
  assign(days[table], ({ date }) => date >= MOST);
  assign(table === "customers" ? "name" : "customer_name", ({ vietnameseName }) => vietnameseName >= HALF);
  if (table === "orders" && !map.quantity && !map.unit_price)
    assign("amount", ({ number, phone, date }) => number >= MOST && phone < HALF && date < HALF);
  return found;
}
