import { expect, test } from "vitest";
import { customise } from "../../loaders/definitions/read.js";
import { wantedReason } from "../../loaders/definitions/stages.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { describeIssue } from "../../loaders/issues/issue.js";
import { DEFINITIONS, definitionsOf } from "../support/definitions.js";

const beside = (text: string) => holdFiles("shop", { "stages.yaml": text });

test("a firm changes a bar, a share and a limit, and all else stays", async () => {
  const { business } = await definitionsOf(
    beside(`limits: { cohort_people: { value: 50 } }
stages:
  - group: viral
    reached: ["buyers >= 500"]
    wantedShare: 0.15
`)
  );
  const viral = business.stages[2];
  expect(viral).toMatchObject({ number: 3, group: "viral", reached: [{ number: "buyers", good: "high", bar: 500 }] });
  expect(viral?.ready).toEqual(DEFINITIONS.business.stages[2]?.ready);
  expect(viral && wantedReason(viral)).toEqual({
    vi: "15% số khách đã mua chịu kể lại là lan truyền tự nuôi được mình",
    en: "15% of the buyers telling others lets word of mouth feed itself"
  });
  expect(business.limits.cohort_people.value).toBe(50);
  expect(business.limits.cohorts).toEqual(DEFINITIONS.business.limits.cohorts);
  expect(business.stages.map((s) => s.group)).toEqual(DEFINITIONS.business.stages.map((s) => s.group));
});

test("every reason of a wanted share tells the share", () => {
  for (const { wantedReason } of DEFINITIONS.business.stages)
    for (const text of Object.values(wantedReason)) expect(text).toMatch(/^[^\d]*\{share\}[^\d]*$/);
});

test.each([
  ["stages:\n  - group: virall\n", 2, "“viral”? One of: willing"],
  ['stages:\n  - group: viral\n    reached: ["repeat_sharre >= 0.3"]\n', 3, "“repeat_share”? One of: age_months"],
  ['stages:\n  - group: viral\n    reached: ["repeat_share = 0.3"]\n', 3, "a number of the business with >= or <="],
  ['stages:\n  - group: viral\n    reached: ["repeat_share >="]\n', 3, "at the end"],
  ["limits:\n  cohort_peple: { value: 3 }\n", 2, "“cohort_people”? One of: cohort_people"],
  ["limits:\n  eased: { value: 3 }\n", 2, "from 0.05 to 0.9"]
])("%j is refused with line and what would do", async (text, row, expected) => {
  const { issues } = await customise(DEFINITIONS, beside(text), {});
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({ file: "stages.yaml", row });
  expect(describeIssue(issues[0] as (typeof issues)[number], "en")).toContain(expected);
});
