import { describe, expect, it, test } from "vitest";
import { describeFormula } from "../../loaders/definitions/numbers.js";
import { customise } from "../../loaders/definitions/read.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { describeIssue } from "../../loaders/issues/issue.js";
import { DEFINITIONS } from "../support/definitions.js";

/** A firm's file with one number: these lines, and what every number needs. */
const numbersYaml = (id: string, ...lines: string[]) => `numbers:
  - id: ${id}
    label: { vi: "số", en: "number" }
    meaning: { vi: "ý nghĩa", en: "meaning" }
    unit: count
${lines.map((line) => `    ${line}`).join("\n")}
`;
const readOwn = (text: string) => customise(DEFINITIONS, holdFiles("shop", { "numbers.yaml": text }), {});

describe("a number that doesn't say what it counts", () => {
  it.each<[string, string[], string]>([
    ["of customers' rows", ["formula: total(shares_count)"], "counts: people, acts, things, money, days or score"],
    [
      "of people",
      ["formula: count(shares_count > 0)", "counts: people"],
      "of: the number that these people are a part of"
    ],
    ["and counts people as acts", ["formula: count(shares_count > 0)", "counts: acts"], "as the formula counts people"],
    ["inside another", ["formula: count(shares_count > 0) / customers"], "by itself, in a number of its own"],
    ["being made from others, yet says so", ["formula: shares / customers", "counts: acts"], "made from others"],
    [
      "as part of what counts something else",
      ["formula: total(shares_count)", "counts: acts", "of: revenue"],
      "adds up the same"
    ],
    [
      "but holds parts that are none",
      ["formula: total(shares_count)", "counts: acts", "made_of: [ratings, reviews]"],
      "whose whole is this one"
    ],
    [
      "of the past but the size of a group",
      ['formula: "before(revenue, months: 12)"', "counts: money"],
      "before(customers, months: 12)"
    ],
    ["and is made from itself", ["formula: all.own / customers"], "not made from itself"],
    ["of a misspelt whole", ["formula: count(shares_count > 0)", "counts: people", "of: custmers"], "“customers”?"],
    [
      "of a misspelt feature",
      ["formula: count(shares_cont > 0)", "counts: people", "of: customers"],
      "“shares_count”?"
    ],
    ["of a misspelt number", ["formula: revenue / custmers"], "“customers”?"],
    [
      "of a misspelt threshold",
      ['formula: "count(known_days < {new_dais})"', "counts: people", "of: customers"],
      "“{new_days}”?"
    ]
  ])("%s is refused", async (_, lines, expected) => {
    const { issues } = await readOwn(numbersYaml("own", ...lines));
    expect(issues.map((issue) => describeIssue(issue, "en")).join("\n")).toContain(expected);
    for (const issue of issues) expect(issue).toMatchObject({ file: "numbers.yaml", row: 2 });
  });

  it("is refused as customers, too, which everything else is a part of", async () => {
    const { issues } = await readOwn(
      numbersYaml("customers", "formula: count(orders_count > 0)", "counts: people", "of: everybody")
    );
    expect(issues.map((issue) => describeIssue(issue, "en")).join()).toContain("count(), every customer of the group");
  });
});

test("a formula that can't be read is told with its line", async () => {
  const { issues } = await readOwn(numbersYaml("own", "formula: total(shares_count", "counts: acts"));
  expect(issues).toMatchObject([{ code: "definition", file: "numbers.yaml", row: 6, column: "own → formula" }]);
});

test("a firm's numbers stand beside the built-in ones, and win over those of the same id", async () => {
  const own = await readOwn(
    numbersYaml("heavy_sharers", "formula: count(shares_count >= 9)", "counts: people", "of: customers")
  );
  expect(own.issues).toEqual([]);
  expect([...own.definitions.numbers.keys()]).toEqual([...DEFINITIONS.numbers.keys(), "heavy_sharers"]);
  const changed = await readOwn(
    numbersYaml("new_customers", "formula: count(known_days <= 30)", "counts: people", "of: customers")
  );
  expect([...changed.definitions.numbers.keys()]).toEqual([...DEFINITIONS.numbers.keys()]);
  expect(changed.definitions.numbers.get("new_customers")?.label.en).toBe("number");
});

test("a threshold is said once: the formula and the texts that name it follow", async () => {
  const text = `thresholds:
  - id: new_days
    label: { vi: "còn là khách mới", en: "new for" }
    unit: days
    default: 30
    range: [7, 365]
    reason: { vi: "một tháng", en: "a month" }
`;
  const { definitions, issues } = await readOwn(text);
  expect(issues).toEqual([]);
  const number = definitions.numbers.get("new_customers");
  expect(number && describeFormula(number, definitions.numbers)).toBe("count(known_days <= 30)");
  expect(number?.meaning).toEqual({
    vi: "biết đến trong 30\u00a0ngày gần nhất",
    en: "first known in the last 30\u00a0days"
  });
  const { issues: outside } = await readOwn(text.replace("default: 30", "default: 3"));
  expect(outside.map((issue) => describeIssue(issue, "en")).join()).toContain("within 7 – 365");
});

test("numbers that nobody sees are told by what they are made from", () => {
  const { numbers } = DEFINITIONS;
  const told = (id: string) => describeFormula(numbers.get(id) ?? fail(id), numbers);
  expect(told("rating_average")).toBe("total(round(rating_average * ratings_count)) / ratings");
  expect(told("overdue_customers")).toBe("count(overdue_ratio > 1.5)");
});

test("what doesn't grow with a group can be held against everybody", () => {
  const comparable = [...DEFINITIONS.numbers.values()].filter((n) => n.comparable).map((n) => n.id);
  expect(comparable).toEqual(
    expect.arrayContaining(["recency_days", "repeat_share", "return_share", "rating_average"])
  );
  for (const id of ["customers", "revenue", "customer_share", "customers_before", "customer_growth"])
    expect(comparable).not.toContain(id);
});

function fail(id: string): never {
  throw new Error(`unknown number: ${id}`);
}
