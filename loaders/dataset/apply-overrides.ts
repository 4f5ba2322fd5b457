import type { Table } from "../definitions/columns.js";
import type { Overrides } from "../definitions/overrides.js";
import type { Sheet } from "../files/sheet.js";
import type { Issue } from "../issues/issue.js";
import { oneOf } from "../issues/one-of.js";
import { without } from "./assign-columns.js";
import type { Assignment } from "./sheet-reading.js";

const PARTS = ["columns", "constants", "words"] as const;

/** Columns as a person gives them: a heading given is taken from the column that had it. */
export function applyOverrides(
  assignment: Assignment,
  { columns: canonical }: Table,
  { name, file, headings }: Sheet,
  overrides: Overrides
): Assignment & { issues: Issue[] } {
  const known = canonical.map(({ id }) => id);
  const issues: Issue[] = PARTS.flatMap((part) =>
    Object.keys(overrides[part] ?? {})
      .filter((id) => !known.includes(id))
      .map((id) => ({
        code: "settings",
        file,
        column: `files → ${name} → ${part} → ${id}`,
        got: id,
        detail: { expected: oneOf(known, id) }
      }))
  );
  let { columns, sources } = assignment;
  for (const [id, heading] of Object.entries(overrides.columns ?? {})) {
    if (!known.includes(id)) continue;
    if (heading === null) columns = without(columns, id);
    else if (!headings.includes(heading))
      issues.push({
        code: "unknown-heading",
        file: name,
        column: id,
        got: heading,
        detail: { headings: headings.join(", ") }
      });
    else {
      const had = Object.keys(columns).filter((other) => columns[other] === heading);
      columns = { ...without(columns, ...had), [id]: heading };
      sources = { ...sources, [id]: "overrides" };
    }
  }
  return { columns, sources, issues };
}
