import { expect, test } from "vitest";
import type { Problem } from "../../loaders/browser/protocol.js";
import { gatherQuestions, isOpen, questionOf } from "../../src/upload/questions.js";

const TEXT = { vi: "", en: "" };
const DATES: Problem = {
  issue: {
    code: "ambiguous-dates",
    file: "orders.csv",
    detail: { file: "orders.csv", example: "03/04/2026", readings: "dmy (3 April) / mdy (4 March)" }
  },
  text: TEXT
};
const PDF: Problem = { issue: { code: "other-format", file: "a.pdf", detail: { what: "PDF" } }, text: TEXT };

test("a problem of two readings is a question with both", () => {
  expect(questionOf(DATES)).toEqual({
    sheet: "orders.csv",
    about: "dates",
    column: "",
    example: "03/04/2026",
    readings: [
      { answer: "dmy", reads: "3 April" },
      { answer: "mdy", reads: "4 March" }
    ]
  });
  expect(questionOf(PDF)).toBeUndefined();
});

test("an answered question stays, and is asked once", () => {
  const first = gatherQuestions([], [], [DATES, PDF]);
  const second = gatherQuestions(first, [], [DATES]);
  expect(second).toEqual(first);
  expect(gatherQuestions(first, [], [])).toEqual(first);
});

test("a question is open until it is answered or its sheet is left out", () => {
  const question = questionOf(DATES);
  if (!question) throw new Error("not a question");
  expect(isOpen(question, {})).toBe(true);
  expect(isOpen(question, { "orders.csv": { numbers: "dot" } })).toBe(true);
  expect(isOpen(question, { "orders.csv": { dates: "mdy" } })).toBe(false);
  expect(isOpen(question, { "orders.csv": { table: "ignore" } })).toBe(false);
});
