import type { ColumnKind } from "../definitions/columns.js";

const HIDDEN = "•••";

/** A personal value as it may stand in a file that is passed around: `0912•••678`, `a•••@gmail.com`, `N•••`. */
export function maskCell(cell: string, kind: ColumnKind): string {
  const at = cell.lastIndexOf("@");
  if (at > 0) return `${cell.slice(0, 1)}${HIDDEN}${cell.slice(at)}`;
  if (kind === "text" || cell.length < 9) return `${[...cell].slice(0, 1).join("")}${HIDDEN}`;
  return `${cell.slice(0, 4)}${HIDDEN}${cell.slice(-3)}`;
}
