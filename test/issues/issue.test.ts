import { describe, expect, test } from "vitest";
import {
  describeIssue,
  type Issue,
  type IssueCode,
  IssuesError,
  makeIssue,
  reasonLabel
} from "../../loaders/issues/issue.js";
import { ISSUES } from "../../src/words/issues.js";

const CODES = Object.keys(ISSUES) as IssueCode[];

/** A value for every name that any wording has, recognisable in a text. */
const KNOWN = Object.fromEntries(
  [...JSON.stringify(ISSUES).matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, `<${name}>`])
);

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
  const got = `x\n${"y".repeat(500)}`;
  const line = describeIssue({ code: "ragged-row", file: "a.csv", got, detail: { expected: "3" } }, "en");
  expect(line).not.toContain("\n");
  expect(line.length).toBeLessThan(300);
});

describe("the wording", () => {
  test("was found", () => {
    expect(CODES.length).toBeGreaterThan(20);
    expect(Object.keys(KNOWN)).toContain("headings");
  });

  test.each(CODES)("of %s tells all that its code brings, in both languages", (code) => {
    expect(reasonLabel(code).vi).not.toBe(reasonLabel(code).en);
    const issue = makeIssue(code, { file: "a.csv" }, KNOWN);
    for (const lang of ["vi", "en"] as const) {
      const line = describeIssue(issue, lang);
      expect(line).not.toMatch(/undefined|[{}]/);
      for (const value of Object.values(issue.detail ?? {})) expect(line).toContain(value);
    }
  });

  test("isn't told with a gap in it", () => {
    expect(() => makeIssue("too-large", { file: "a.csv" }, {})).toThrow("too-large wants {limit}");
    // @ts-expect-error the wording wants a limit
    const gap: Issue = { code: "too-large", file: "a.csv" };
    expect(() => describeIssue(gap, "en")).toThrow("no value for {limit}");
    // @ts-expect-error the wording wants another name
    const other: Issue = { code: "too-large", file: "a.csv", detail: { most: "5" } };
    expect(() => describeIssue(other, "en")).toThrow("no value for {limit}");
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
