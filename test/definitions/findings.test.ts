import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readFindings } from "../../loaders/definitions/findings.js";
import { customise } from "../../loaders/definitions/read.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { describeIssue, type Issue } from "../../loaders/issues/issue.js";
import { DEFINITIONS, definitionsOf } from "../support/definitions.js";
import { issuesOf } from "../support/stages.js";

const folder = (text: string) => holdFiles("shop", { "findings.yaml": text });
const builtIn = await readFile("loaders/definitions/findings.yaml", "utf8");

test("a firm sets a limit, and all else stays", async () => {
  const { findings } = await definitionsOf(folder("concentration: { limits: { top: { value: 0.1 } } }\n"));
  expect(findings.concentration.limits.top.value).toBe(0.1);
  expect(findings.concentration.limits.buyers).toEqual(DEFINITIONS.findings.concentration.limits.buyers);
  expect(findings["funnel-gap"]).toEqual(DEFINITIONS.findings["funnel-gap"]);
});

const tell = ([issue]: readonly Issue[]) => issue && describeIssue(issue, "en");

test.each([
  ["concentratoin: { limits: { top: { value: 0.1 } } }\n", 1, "“concentration”? One of: channel-conversion"],
  ["concentration:\n  limits: { topp: { value: 0.1 } }\n", 2, "“top”? One of: buyers, top"],
  ["concentration:\n  limits: { top: { value: 3 } }\n", 2, "from 0.01 to 0.5"]
])("%j is refused with line and what would do", async (text, row, expected) => {
  const { issues } = await customise(DEFINITIONS, folder(text), {});
  expect(issues).toMatchObject([{ file: "findings.yaml", row }]);
  expect(tell(issues)).toContain(expected);
});

test.each([
  ["a number that isn't found", "{top} of the buyers", "{topp} of the buyers", "“top”? One of: buyers, top"],
  ["a condition on one", 'when: "times >= 1"', 'when: "timess >= 1"', "“times”? One of: rate"],
  ["evidence of one", "{ number: usual, ", "{ number: usuall, ", "“usual”? One of: complaints"]
])("%s is refused where a sentence is read", async (_, right, wrong, expected) => {
  const issues = await issuesOf(readFindings(folder(builtIn.replace(right, wrong))));
  expect(issues).toHaveLength(1);
  expect(issues[0]?.row).toBeGreaterThan(1);
  expect(tell(issues)).toContain(expected);
});

test("no number that a limit holds is typed into a sentence", () => {
  for (const { headline, detail } of Object.values(DEFINITIONS.findings))
    for (const { text } of [...headline, ...detail])
      for (const said of Object.values(text))
        expect(said.replace(/Cứ 100 người|Of every 100 people/, "")).not.toMatch(/\d/);
});
