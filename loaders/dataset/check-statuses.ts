import { fold } from "../../src/terms/fold-heading.js";
import type { Column } from "../definitions/columns.js";
import type { Sheet } from "../files/sheet.js";
import type { Issue } from "../issues/issue.js";
import { knownWords } from "./accept.js";
import type { ColumnProfiles } from "./column-profiles.js";
import type { ColumnMap, SourceFile } from "./source.js";

/** Rows of more unknown statuses than this would be refused anyway: better to ask what they mean. */
const UNKNOWN = 0.25;
const LISTED = 12;

/** A status that isn't understood can't be passed over: a cancelled order would count as a sale. */
export function checkStatuses(
  columns: ColumnMap,
  canonical: readonly Column[],
  sheet: Sheet,
  profiles: ColumnProfiles,
  words: SourceFile["words"]
): { unknownStatuses: string[]; issues: Issue[] } {
  const column = canonical.find((c) => c.id === "status");
  const heading = columns.status;
  if (!column || !heading) return { unknownStatuses: [], issues: [] };
  const known = knownWords(column, words.status);
  const cells = profiles.cells(heading);
  const unknown = cells.filter((cell) => !known.has(fold(cell)));
  if (unknown.length <= cells.length * UNKNOWN) return { unknownStatuses: [], issues: [] };
  const unknownStatuses = [...new Set(unknown)];
  const issue: Issue = {
    code: "unknown-words",
    file: sheet.name,
    column: heading,
    got: unknownStatuses.slice(0, LISTED).join(", "),
    detail: { file: sheet.name, column: "status", words: Object.keys(column.words ?? {}).join(", ") }
  };
  return { unknownStatuses, issues: [issue] };
}
