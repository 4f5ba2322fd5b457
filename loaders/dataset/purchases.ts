import type { Column, Tables } from "../definitions/columns.js";
import type { Overrides } from "../definitions/overrides.js";
import type { LeftKind, RowBatch, Sheet, SheetRow } from "../files/sheet.js";
import { acceptsColumn } from "./accept.js";
import { computeProfiles } from "./column-profiles.js";
import { MONEY, recogniseColumns, recogniseTable } from "./recognise.js";
import { findWord, type Spellings, spellingsOf } from "./words.js";

/** Words of the kind of an event that make no event of it. */
const PURCHASE = "purchase";
const IGNORED = "ignore";

/** A file of events in its parts. */
export interface EventSheets {
  /** The same without purchases, and without what is to be ignored. */
  events: Sheet;
  /** The purchases alone, named after their file; undefined where none carries money. */
  purchases: Sheet | undefined;
}

/**
 * A file of events that holds purchases, or kinds that count nowhere, in its parts: rows of the other part are left out
 * of each, so that all are accounted for. Undefined for any other sheet.
 */
export function findPurchases(
  sheet: Sheet,
  tables: Tables,
  { table, columns, words }: Overrides
): EventSheets | undefined {
  const profiles = computeProfiles(sheet.headings, sheet.sample);
  const accepts = (column: Column, heading: string) => acceptsColumn(profiles, column, heading);
  if ((table ?? recogniseTable(tables, sheet.headings, accepts)) !== "events") return undefined;
  const heading = columns?.kind ?? recogniseColumns(tables.events, sheet.headings, accepts).kind;
  const column = tables.events.columns.find(({ id }) => id === "kind");
  if (!heading || !column) return undefined;
  const place = sheet.headings.indexOf(heading);
  const spellings = spellingsOf(column, words?.kind);
  const kinds = new Set(sheet.sample.map((row) => findWord(spellings, row[place] ?? "")));
  if (!kinds.has(PURCHASE) && !kinds.has(IGNORED)) return undefined;
  const paid = recogniseColumns(tables.orders, sheet.headings, accepts);
  const money = paid.unit_price || MONEY.some((ids) => ids.every((id) => paid[id]));
  const rest = selectRows(sheet, sheet.name, place, spellings, (word) => word !== PURCHASE && word !== IGNORED);
  if (!kinds.has(PURCHASE) || !money) return { events: rest, purchases: undefined };
  const name = `${sheet.name} › ${PURCHASE}`;
  return { events: rest, purchases: selectRows(sheet, name, place, spellings, (word) => word === PURCHASE) };
}

/** The rows of a sheet whose cell at a place means what is wanted; the others are left out by what they are. */
function selectRows(
  sheet: Sheet,
  name: string,
  place: number,
  spellings: Spellings,
  wanted: (word: string | undefined) => boolean
): Sheet {
  const wordOf = ({ cells }: Pick<SheetRow, "cells">) => findWord(spellings, cells[place] ?? "");
  async function* rows(): AsyncGenerator<RowBatch> {
    for await (const batch of sheet.rows()) {
      const other = batch.rows.filter((row) => !wanted(wordOf(row)));
      const left = other.map((row) => ({
        row: row.row,
        kind: leftKind(wordOf(row)),
        text: row.cells.filter((cell) => cell !== "").join(" · ")
      }));
      yield {
        rows: batch.rows.filter((row) => wanted(wordOf(row))),
        left: [...batch.left, ...left],
        ragged: batch.ragged
      };
    }
  }
  const { direct: _, ...rest } = sheet;
  return { ...rest, name, rows, sample: sheet.sample.filter((cells) => wanted(wordOf({ cells }))) };
}

function leftKind(word: string | undefined): LeftKind {
  return word === PURCHASE ? "purchase" : word === IGNORED ? "ignored" : "event";
}
