import { fold } from "../../src/terms/fold-heading.js";
import type { Column } from "../definitions/columns.js";
import type { ColumnProfiles } from "./column-profiles.js";
import { findWord, spellingsOf } from "./words.js";

/** Fewer filled cells than this prove nothing. */
const ENOUGH = 5;
const FEW = 0.2;
const HALF = 0.5;

/** True unless the cells under a heading contradict what its name says: a phone column full of dates. */
export function acceptsColumn(profiles: ColumnProfiles, column: Column, heading: string): boolean {
  const { filled, date, number, phone, email, masked, percent } = profiles.of(heading);
  if (filled < ENOUGH) return true;
  switch (column.kind) {
    case "day":
      return date + serialShare(profiles, heading) >= FEW;
    case "money":
      return number >= FEW && percent < HALF && date < HALF;
    case "number":
      return number >= FEW && date < HALF;
    case "phone":
      return email < HALF && date < HALF && (phone > 0 || masked > 0 || number >= FEW);
    case "email":
      return email + masked >= FEW;
    case "flag":
      return share(profiles.cells(heading), (cell) => FLAGS.has(fold(cell))) >= FEW;
    case "word":
      return acceptsWord(profiles, column, heading);
    case "id":
      return column.id !== "customer_id" || masked < HALF;
    default:
      return !(column.id === "customer_name" || column.id === "name") || (email < HALF && date < HALF && number < HALF);
  }
}

/**
 * A column of words has cells that are words of it. A status is asked for where its words are strange, as a cancelled
 * order would else count as a sale; not so where they are many, or its heading means as much something else.
 */
function acceptsWord(profiles: ColumnProfiles, column: Column, heading: string): boolean {
  const cells = profiles.cells(heading);
  const known = knownShare(column, cells);
  if (known >= FEW) return true;
  if (column.required) return true;
  if (column.doubt === undefined) return false;
  const ambiguous = column.ambiguous.some((name) => fold(name) === fold(heading));
  return known > 0 || (!ambiguous && new Set(cells.map(fold)).size <= MANY);
}

/** A shop has fewer kinds of status than this. */
const MANY = 30;

const FLAGS = new Set("yes no true false 1 0 y n co khong x subscribed unsubscribed neversubscribed".split(" "));

/** Part of the cells whose word a column knows, by its own spellings and those given. */
export function knownShare(
  column: Column,
  cells: readonly string[],
  more: Readonly<Record<string, string>> = {}
): number {
  const spellings = spellingsOf(column, more);
  return share(cells, (cell) => findWord(spellings, cell) !== undefined);
}

function serialShare(profiles: ColumnProfiles, heading: string): number {
  return share(profiles.cells(heading), (cell) => /^[2-5]\d{4}(\.\d+)?$/.test(cell));
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}
