import { describe, expect, test } from "vitest";
import { describeIssue, type IssueCode, IssuesError, reasonLabel } from "../../loaders/issues/issue.js";
import { codeLines } from "../support/sources.js";

/** Codes are read from the file, so that a new one can't be forgotten here. */
const source = codeLines("loaders/issues/issue.ts").join("\n");
const CODES = [...source.matchAll(/^ {2}"?([a-z-]+)"?: wording\(/gm)].map((m) => m[1] as IssueCode);

test("an issue is one line: file · row · column · got · expected · do this", () => {
  const issue = { code: "unreadable-number", file: "orders.csv", row: 7, column: "Thành tiền", got: "12a" } as const;
  expect(describeIssue(issue, "en")).toBe(
    "orders.csv · row 7 · column Thành tiền · got “12a” · expected: a number such as 1250000 or 1250000.50 · do this: leave nothing but the number in the cell"
  );
  expect(describeIssue(issue, "vi")).toBe(
    "orders.csv · dòng 7 · cột Thành tiền · gặp “12a” · cần: một con số, như 1250000 hoặc 1250000.50 · cách sửa: chỉ để lại con số trong ô này"
  );
});

test("a long or broken cell stays on its line", () => {
  const line = describeIssue({ code: "ragged-row", file: "a.csv", got: `x\n${"y".repeat(500)}` }, "en");
  expect(line).not.toContain("\n");
  expect(line.length).toBeLessThan(300);
});

describe("the wording", () => {
  test("was found", () => {
    expect(CODES.length).toBeGreaterThan(20);
  });

  test.each(CODES)("of %s is there in both languages and not the same", (code) => {
    expect(reasonLabel(code).vi).not.toBe(reasonLabel(code).en);
    for (const lang of ["vi", "en"] as const)
      expect(describeIssue({ code, file: "a.csv" }, lang)).not.toMatch(/undefined|\{|\}/);
  });
});

test("the error of several issues says all of them", () => {
  const error = new IssuesError([
    { code: "empty-file", file: "a.csv" },
    { code: "header-only", file: "b.csv" }
  ]);
  expect(error.message.split("\n")).toHaveLength(2);
  expect(error.issues.map((i) => i.file)).toEqual(["a.csv", "b.csv"]);
});
