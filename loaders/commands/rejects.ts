import type { Issue } from "../issues/issue.js";
import { type Reject, rejectIssue } from "../tables/compute.js";

const SHOWN = 20;

/** Set-aside cells for the terminal: the first of each file as issues, and how many more there are. */
export function listRejects(rejects: readonly Reject[]): { shown: Issue[]; more: { file: string; count: number }[] } {
  const files = [...new Set(rejects.map((r) => r.file))];
  const of = (file: string) => rejects.filter((r) => r.file === file);
  return {
    shown: files.flatMap((file) => of(file).slice(0, SHOWN).map(rejectIssue)),
    more: files.map((file) => ({ file, count: of(file).length - SHOWN })).filter(({ count }) => count > 0)
  };
}
