import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { FORMULA_EXPECTED } from "../../src/words/formula.js";
import type { Issue, Place } from "../issues/issue.js";
import { FormulaError } from "./scanner.js";

/** Parses what stands at a place of a file; where it can't be, that is added to `issues` and it is undefined. */
export function readFormula<Source, Parsed>(
  parse: (source: Source) => Parsed,
  source: Source,
  where: Place & { code: "definition" | "template" },
  issues: Issue[]
): Parsed | undefined {
  try {
    return parse(source);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    issues.push({ ...where, got: error.text, detail: { expected: describeError(error) } });
    return undefined;
  }
}

/** What was expected, and which part of the formula stands in its place. */
function describeError({ text, at, met, expected }: FormulaError): Bilingual {
  if (met === text) return expected;
  if (met === "") return bilingual(FORMULA_EXPECTED.atEnd, { expected });
  return bilingual(FORMULA_EXPECTED.inPlace, { expected, met, place: at + 1 });
}
