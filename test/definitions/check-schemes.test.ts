import { describe, expect, it, test } from "vitest";
import { checkSchemes } from "../../loaders/definitions/check-schemes.js";
import { parseRule, type RuleSource } from "../../loaders/definitions/rule.js";
import type { Scheme, Threshold } from "../../loaders/definitions/scheme.js";
import { describeIssue } from "../../loaders/issues/issue.js";
import { openFolder } from "../../loaders/store/disk.js";
import { withDataset } from "../support/dataset.js";
import { DEFINITIONS, definitionsOf } from "../support/definitions.js";

const label = { vi: "x", en: "x" };
const many: Threshold = { id: "many", label, unit: "count", default: 3, value: 3, range: [1, 10], reason: label };

function scheme(rules: Record<string, RuleSource>, thresholds: Threshold[] = [many]): Scheme {
  const groups = Object.entries(rules).map(([id, rule]) => ({
    id: id.replace(/ .*/, ""),
    label,
    description: label,
    rule: parseRule(rule)
  }));
  return {
    id: "own",
    family: "own",
    familyLabel: label,
    label,
    question: label,
    thresholds,
    groups,
    file: "schemes/own.yaml"
  };
}

describe("the checker finds", () => {
  it.each<[string, Scheme, string, string]>([
    ["an unknown feature", scheme({ a: "recency_weeks > 2" }), "a", "recency_weeks"],
    [
      "an unknown feature deep inside",
      scheme({ a: { all: ["orders_count > 1", { none: ["shoe_size = 43"] }] } }),
      "a",
      "shoe_size"
    ],
    ["an unknown threshold", scheme({ a: "orders_count > {lots}" }), "a", "{lots}"],
    ["a word where a number belongs", scheme({ a: "orders_count = zalo" }), "a", "orders_count = zalo"],
    ["a number where a word belongs", scheme({ a: "source = 7" }), "a", "source = 7"],
    ["a group twice", scheme({ a: "orders_count > 1", "a again": "orders_count > 5" }), "a", "a"],
    ["a group with the id of a rest", scheme({ others: "orders_count > 1" }), "others", "others"],
    ["a default out of its range", scheme({ a: "orders_count > {many}" }, [{ ...many, default: 11 }]), "many", "11"],
    [
      "a quantile of nothing known",
      scheme({ a: "revenue_value > {many}" }, [
        { ...many, quantile: { of: "wealth", among: parseRule("orders_count > 0") } }
      ]),
      "many",
      "wealth"
    ],
    [
      "an unknown feature among whom a quantile is found",
      scheme({ a: "revenue_value > {many}" }, [
        { ...many, quantile: { of: "revenue_value", among: parseRule("order_count > 0") } }
      ]),
      "many",
      "order_count"
    ],
    ["words in a list of numbers", scheme({ a: "orders_count in [1, two]" }), "a", "orders_count in [1, two]"],
    ["a day held against a number", scheme({ a: "lead_date > 20250101" }), "a", "lead_date > 20250101"],
    ["the same rule twice", scheme({ a: "orders_count > 1", b: "orders_count > 1" }), "b", "b"],
    [
      "a rule narrower than an earlier one",
      scheme({ a: "orders_count > 1", b: { all: ["recency_days < 9", "orders_count > 1"] } }),
      "b",
      "b"
    ],
    [
      "a rule that an earlier any takes whole",
      scheme({ a: { any: ["orders_count > 1", "trials_count > 0"] }, b: "trials_count > 0" }),
      "b",
      "b"
    ]
  ])("%s", (_, wrong, column, got) => {
    const issues = checkSchemes([wrong], DEFINITIONS.features, {});
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "definition", file: "schemes/own.yaml", column, got })
    );
  });

  it.each<[string, Record<string, Record<string, number>>, string]>([
    ["a setting of an unknown scheme", { mine: { many: 2 } }, "thresholds → mine"],
    ["a setting of an unknown threshold", { own: { few: 2 } }, "thresholds → own → few"],
    ["a setting below the range", { own: { many: 0 } }, "thresholds → own → many"],
    ["a setting above the range", { own: { many: 11 } }, "thresholds → own → many"]
  ])("%s", (_, thresholds, column) => {
    expect(checkSchemes([scheme({ a: "orders_count > {many}" })], DEFINITIONS.features, { thresholds })).toMatchObject([
      { code: "settings", file: "segbook.yml", column }
    ]);
  });
});

test("a mistyped feature is told the nearest that there is", () => {
  const [issue] = checkSchemes([scheme({ a: "ordres_count > 1" })], DEFINITIONS.features, {});
  expect(issue && describeIssue(issue, "en")).toContain("“orders_count”?");
  expect(issue && describeIssue(issue, "vi")).toContain("“orders_count”?");
});

test("a sound scheme and a setting at the edge of its range raise nothing", () => {
  const sound = scheme({
    a: { all: ["recency_days < 9", "orders_count > {many}"] },
    b: "orders_count > {many}",
    c: "source in [zalo, email]",
    d: "source is unknown"
  });
  expect(checkSchemes([sound], DEFINITIONS.features, { thresholds: { own: { many: 10 } } })).toEqual([]);
});

test("all mistakes of a scheme file are told at once, each with file and line", async () => {
  const text = `id: own
label: { vi: a, en: a }
question: { vi: a, en: a }
groups:
  - id: first
    label: { vi: a, en: a }
    description: { vi: a, en: a }
    rule: "orders_count is many"
  - id: second
    label: { vi: a, en: a }
    description: { vi: a, en: a }
    rule: "shoe_size > 40"
`;
  await withDataset(
    {
      "schemes/own.yaml": text,
      "schemes/torn.yaml": "id: [torn\n",
      "schemes/rich.yaml": `id: rich
label: { vi: a, en: a }
question: { vi: a, en: a }
thresholds:
  - id: top
    label: { vi: a, en: a }
    unit: money
    quantile: { of: revenue_value, among: everybody }
    default: 0.5
    range: [0, 1]
    reason: { vi: a, en: a }
groups:
  - { id: first, label: { vi: a, en: a }, description: { vi: a, en: a }, rule: "revenue_value > {top}" }
`,
      "schemes/short.yaml": "id: short\nlabel: { vi: a }\n"
    },
    async (folder) => {
      const error = await definitionsOf(await openFolder(folder)).catch((e: unknown) => e);
      const issues = (error as { issues: { file: string; row?: number; got?: string }[] }).issues;
      expect(issues).toContainEqual(
        expect.objectContaining({ file: "schemes/own.yaml", row: 8, got: "orders_count is many" })
      );
      expect(issues).toContainEqual(expect.objectContaining({ file: "schemes/own.yaml", got: "shoe_size" }));
      expect(issues).toContainEqual(
        expect.objectContaining({ file: "schemes/rich.yaml", row: 8, column: "top", got: "everybody" })
      );
      expect(issues).toContainEqual(expect.objectContaining({ file: "schemes/torn.yaml", row: expect.any(Number) }));
      expect(issues).toContainEqual(expect.objectContaining({ file: "schemes/short.yaml", row: 2 }));
    }
  );
});
