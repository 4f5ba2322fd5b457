import { fold } from "../../src/terms/fold-heading.js";
import { tidyCell } from "../files/cell.js";

/**
 * The heading that a spelling means: written the same after tidying, else the only one that differs in case, else
 * the only one that differs in accents, blanks and signs. Undefined where there is none, or no telling which.
 */
export function findHeading(headings: readonly string[], spelling: string): string | undefined {
  const wanted = tidyCell(spelling);
  if (headings.includes(wanted)) return wanted;
  const small = wanted.toLowerCase();
  const sameLetters = headings.filter((heading) => heading.toLowerCase() === small);
  if (sameLetters.length > 0) return only(sameLetters);
  const folded = fold(wanted);
  return folded === "" ? undefined : only(headings.filter((heading) => fold(heading) === folded));
}

function only(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** A heading without what stands in brackets, and its halves where it is written in two languages. */
export function partsOf(heading: string): string[] {
  const bare = /\([^)]*%[^)]*\)/.test(heading) ? heading : heading.replace(/[([][^)\]]*[)\]]/g, " ");
  const halves = bare.split(/\s[/|–-]\s|[|\n]/);
  return [bare, ...(halves.length === 2 ? halves : [])].filter((part) => fold(part) !== "" && part !== heading);
}

const MEANINGLESS = /^(unnamed.*|(column|col|cot|field|truong|f|c|var|v)?\d+|[a-z]{1,2}|)$/;

/** True for headings that a tool put where nobody named a column: `column_3`, `Cột 2`, `Unnamed: 4`, `A`. */
export function saysNothingOf(heading: string): boolean {
  return MEANINGLESS.test(fold(heading));
}
