import type { Inspection, Problem, Question } from "../../loaders/browser/protocol.js";
import type { Corrections } from "./corrections.js";

/** A question and the sheet it is about. */
export interface SheetQuestion extends Question {
  sheet: string;
}

const ABOUT = {
  "ambiguous-dates": ["dates", "dmy", "mdy"],
  "ambiguous-numbers": ["numbers", "comma", "dot"]
} as const;

/** The question that a problem asks; undefined where it isn't one of two readings. */
export function questionOf({ issue }: Problem): SheetQuestion | undefined {
  const kind = ABOUT[issue.code as keyof typeof ABOUT];
  if (!kind) return undefined;
  const [about, ...answers] = kind;
  const word = (key: string) => {
    const said = issue.detail?.[key];
    return typeof said === "string" ? said : "";
  };
  return {
    sheet: issue.file,
    about,
    column: issue.column ?? "",
    example: word("example") || (issue.got ?? ""),
    readings: answers.map((answer) => ({ answer, reads: word(answer) }))
  };
}

/**
 * All questions asked so far, each subject of a sheet once. An answered one stays, though the worker no longer asks
 * it, so that the answer can be seen and changed.
 */
export function gatherQuestions(
  before: readonly SheetQuestion[],
  sheets: Inspection["sheets"],
  problems: readonly Problem[]
): SheetQuestion[] {
  const all = [
    ...before,
    ...sheets.flatMap((sheet) => sheet.questions.map((question) => ({ ...question, sheet: sheet.name }))),
    ...problems.flatMap((problem) => questionOf(problem) ?? [])
  ];
  return all.filter((d, i) => all.findIndex((e) => e.sheet === d.sheet && e.about === d.about) === i);
}

/** True while a question about a sheet that takes part has no answer. */
export function isOpen({ sheet, about }: SheetQuestion, corrections: Corrections): boolean {
  return corrections[sheet]?.table !== "ignore" && corrections[sheet]?.[about] === undefined;
}
