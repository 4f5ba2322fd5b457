import { describe, expect, test } from "vitest";
import { inspectDataset } from "../../loaders/dataset/inspect.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { DEFINITIONS } from "../support/definitions.js";
import { INTERNATIONAL } from "./international.js";
import { VIETNAMESE } from "./vietnamese.js";

const LAYOUTS = [...INTERNATIONAL, ...VIETNAMESE];
const definitions = DEFINITIONS;

describe.each(LAYOUTS)("a file of $preset", ({ preset, file, contents, table, grain, columns }) => {
  test("is recognised, with its grain and columns, and nothing is left to ask", async () => {
    const { sheets, issues } = await inspectDataset(holdFiles("shop", { [file]: contents }), definitions);
    expect(issues.filter(({ code }) => code !== "nothing-to-compute")).toEqual([]);
    expect(sheets).toHaveLength(1);
    const [only] = sheets;
    expect(only?.source).toMatchObject({ preset, table, columns, ...(grain && { grain }) });
  });
});

test("every preset has a file here", async () => {
  const ids = definitions.presets.map(({ id }) => id);
  expect(LAYOUTS.map(({ preset }) => preset).sort()).toEqual(ids);
});

describe("the name of a Mailchimp file", () => {
  const { contents } = INTERNATIONAL.find(({ preset }) => preset === "mailchimp-audience") ?? { contents: "" };
  test.each([
    ["subscribed_members_export_1.csv", "yes"],
    ["unsubscribed_members_export_1.csv", "no"],
    ["cleaned_members_export_1.csv", "no"],
    ["members.csv", undefined]
  ])("%s says consent %s", async (file, consent) => {
    const { sheets } = await inspectDataset(holdFiles("shop", { [file]: contents }), definitions);
    expect(sheets[0]?.source?.constants.consent_email).toBe(consent);
  });
});
