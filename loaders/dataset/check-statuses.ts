import { type Column, STATUSES } from "../definitions/columns.js";
import type { Sheet } from "../files/sheet.js";
import type { Issue } from "../issues/issue.js";
import type { ColumnProfiles } from "./column-profiles.js";
import type { ColumnMap, SourceFile } from "./source.js";
import { findWord, spellingsOf } from "./words.js";

/** Words on at most one row in so many are slips of the keyboard: their rows are set aside, and shown. */
const SLIP = 100;
const LISTED = 12;

/** What happened, by its word: unknown ones are asked for just so, as whole rows of events would else be set aside. */
const KIND = "kind";

/** Column of words → words of it whose meaning only a person can tell. */
export type UnknownStatuses = Readonly<Record<string, readonly string[]>>;

/**
 * A status that isn't understood can't be passed over: a cancelled order would count as a sale. Asks for all unknown
 * words of a column at once, those on the most rows first.
 */
export function checkStatuses(
  columns: ColumnMap,
  canonical: readonly Column[],
  sheet: Sheet,
  profiles: ColumnProfiles,
  words: SourceFile["words"]
): { unknownStatuses: UnknownStatuses; issues: Issue[] } {
  const unknownStatuses: Record<string, string[]> = {};
  const issues: Issue[] = [];
  for (const id of [...STATUSES, KIND]) {
    const [column, heading] = [canonical.find((c) => c.id === id), columns[id]];
    if (!column || !heading) continue;
    const cells = profiles.cells(heading);
    const unknown = countUnknown(column, cells, words[id]);
    const rows = [...unknown.values()].reduce((sum, n) => sum + n, 0);
    if (rows === 0 || rows * SLIP <= cells.length) continue;
    unknownStatuses[id] = [...unknown.keys()];
    issues.push({
      code: "unknown-words",
      file: sheet.name,
      column: heading,
      got: [...unknown]
        .slice(0, LISTED)
        .map(([word, n]) => `${word} (${n})`)
        .join(", "),
      detail: { file: sheet.name, column: id, words: Object.keys(column.words ?? {}).join(", ") }
    });
  }
  return { unknownStatuses, issues };
}

/** Unknown words as written, each with how many of the rows looked at have it, the most first. */
function countUnknown(
  column: Column,
  cells: readonly string[],
  given: SourceFile["words"][string] | undefined
): Map<string, number> {
  const spellings = spellingsOf(column, given);
  const counts = new Map<string, number>();
  for (const cell of cells) if (findWord(spellings, cell) === undefined) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return new Map([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}
