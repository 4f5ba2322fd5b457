import type { Inspection, Problem, Question } from "../../loaders/browser/protocol.js";
import { parseReadings } from "../terms/readings.js";
import type { Corrections } from "./corrections.js";

/** A question and the sheet it is about. */
export interface SheetQuestion extends Question {
  sheet: string;
}

const ABOUT = {
  "ambiguous-dates": "dates",
  "ambiguous-numbers": "numbers",
  "ambiguous-amount": "amount",
  "ambiguous-cost": "cost"
} as const satisfies Record<string, Question["about"]>;

/** The question that a problem asks; undefined where it isn't one of two readings. */
export function questionOf({ issue }: Problem): SheetQuestion | undefined {
  if (
    issue.code !== "ambiguous-dates" &&
    issue.code !== "ambiguous-numbers" &&
    issue.code !== "ambiguous-amount" &&
    issue.code !== "ambiguous-cost"
  )
    return undefined;
  const about = ABOUT[issue.code];
  const { file: sheet, column = "" } = issue;
  const { example, readings } = issue.detail;
  return { sheet, about, column, example, readings: parseReadings(readings) };
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
