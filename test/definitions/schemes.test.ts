import { expect, it, test } from "vitest";
import { conditions } from "../../loaders/definitions/rule.js";
import { DEFINITIONS } from "../support/definitions.js";

const { schemes } = DEFINITIONS;
const find = (id: string) => schemes.find((s) => s.id === id);

test("the four criteria of nature and the two of region each form a family", () => {
  const family = (name: string) => schemes.filter((s) => s.family === name).map((s) => s.id);
  expect(family("nature")).toHaveLength(4);
  expect(family("region")).toHaveLength(2);
});

test("every label, description, question and reason is there in both languages", () => {
  const texts = schemes.flatMap((s) => [
    s.label,
    s.question,
    s.familyLabel,
    ...s.groups.flatMap((g) => [g.label, g.description]),
    ...s.thresholds.flatMap((t) => [t.label, t.reason])
  ]);
  for (const text of texts) expect([text.vi.trim(), text.en.trim()]).not.toContain("");
});

const RFM_SIZES: [string, number][] = [
  ["champions", 7],
  ["loyal", 8],
  ["potential-loyalist", 24],
  ["new", 7],
  ["promising", 16],
  ["need-attention", 8],
  ["about-to-sleep", 8],
  ["at-risk", 22],
  ["cannot-lose", 8],
  ["hibernating", 11],
  ["lost", 6]
];

function codes(group: string): (string | number)[] {
  const rule = find("rfm")?.groups.find((g) => g.id === group)?.rule;
  return rule
    ? conditions(rule).flatMap((c) => (c.right?.kind === "list" ? c.right.values.map(({ value }) => value) : []))
    : [];
}

it.each(RFM_SIZES)("RFM group %s holds %i codes", (group, size) => {
  expect(codes(group)).toHaveLength(size);
});

test("the 125 RFM codes stand in exactly one group each", () => {
  const digits = [1, 2, 3, 4, 5];
  const all = digits.flatMap((r) => digits.flatMap((f) => digits.map((m) => r * 100 + f * 10 + m)));
  expect(RFM_SIZES.flatMap(([group]) => codes(group)).sort()).toEqual(all);
});

/** A few codes from the published table, so that the lists can't have been swapped between groups. */
it.each([
  [555, "champions"],
  [543, "loyal"],
  [323, "potential-loyalist"],
  [311, "new"],
  [525, "promising"],
  [324, "need-attention"],
  [251, "about-to-sleep"],
  [255, "at-risk"],
  [155, "cannot-lose"],
  [332, "hibernating"],
  [151, "lost"]
])("RFM code %i is in %s", (code, group) => {
  expect(codes(group)).toContain(code);
});
