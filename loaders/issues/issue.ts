import type { Bilingual, Lang } from "../../src/terms/lang.js";
import { maskControls } from "../../src/terms/mask-controls.js";
import { bilingual, fill, fillFrom, type Names, namesIn, speak } from "../../src/terms/words.js";
import { ISSUE_LINE, ISSUES } from "../../src/words/issues.js";

/**
 * One problem in what a person brought: data, settings, schemes, plays or templates. Everything a reader
 * needs to mend it: where it is, what was found, what was expected, what to do.
 */
export type Issue = { [Code in IssueCode]: Place & Problem<Code> }[IssueCode];

export type IssueCode = keyof typeof ISSUES;

/** The codes whose wording wants these names and no other. */
export type CodeOf<Name extends string> = {
  [Code in IssueCode]: [Wanted<Code>, Name] extends [Name, Wanted<Code>] ? Code : never;
}[IssueCode];

/** Where a problem is, and what was found there. */
export interface Place {
  file: string;
  /** Row as a spreadsheet counts it (heading = 1), or the line of a text file; undefined where no one row is to blame. */
  row?: number | undefined;
  column?: string | undefined;
  got?: string | undefined;
}

/** A code with what its wording wants to know. */
type Problem<Code extends IssueCode> = [Wanted<Code>] extends [never]
  ? { code: Code; detail?: undefined }
  : { code: Code; detail: { readonly [Name in Wanted<Code>]: Told<Name> } };

/** Figures and names are the same in both languages; what is expected may be told in each. */
type Told<Name extends string> = Name extends "expected" | "country" ? string | Bilingual : string;

type Wanted<Code extends IssueCode> = Names<(typeof ISSUES)[Code]["expected" | "advice"][0 | 1]>;

/** Thrown by a stage that can't go on; holds every issue found, not only the first. */
export class IssuesError extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map((issue) => describeIssue(issue, "en")).join("\n"));
    this.name = "IssuesError";
  }
}

/** An issue of a code that isn't known before it runs: of what is known, it keeps what its wording wants. */
export function makeIssue(code: IssueCode, place: Place, known: Readonly<Record<string, string | undefined>>): Issue {
  const { expected, advice } = ISSUES[code];
  const detail = Object.fromEntries(
    namesIn(`${expected[1]} ${advice[1]}`).map((name) => {
      const value = known[name];
      if (value === undefined) throw new Error(`an issue ${code} wants {${name}}`);
      return [name, value];
    })
  );
  return { ...place, code, ...(Object.keys(detail).length > 0 && { detail }) } as Issue;
}

/** An issue as one line: `file · row · column · got · expected · do this`. */
export function describeIssue({ code, file, row, column, got, detail }: Issue, lang: Lang): string {
  const line = speak(ISSUE_LINE, lang);
  const { expected, advice } = speak(ISSUES[code], lang);
  const told = Object.entries<string | Bilingual>(detail ?? {}).map(([name, value]) => [
    name,
    typeof value === "string" ? value : value[lang]
  ]);
  const known = Object.fromEntries(told);
  const parts = [file];
  if (row !== undefined) parts.push(fill(line.row, { row }));
  if (column !== undefined) parts.push(fill(line.column, { column }));
  if (got) parts.push(fill(line.got, { got: shorten(got) }));
  parts.push(
    fill(line.expected, { expected: fillFrom(expected, known) }),
    fill(line.advice, { advice: fillFrom(advice, known) })
  );
  return maskControls(parts.join(" · "));
}

/** Short name of a reason, for tables of set-aside rows. */
export function reasonLabel(code: IssueCode): Bilingual {
  return bilingual(ISSUES[code].label);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
