import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MOST_IDENTITIES, MOST_NAMES, RULES } from "../../loaders/people/rules.js";

const page = readFileSync(new URL("../../docs/people.md", import.meta.url), "utf8");

test("the page of people knows every rule by number and name", () => {
  const unknown = Object.entries(RULES).filter(([id, rule]) => !page.includes(`| ${rule} | \`${id}\` |`));
  expect(unknown).toEqual([]);
});

test("the page gives the thresholds in use", () => {
  expect(page).toContain(`**more than ${MOST_NAMES}** different names`);
  expect(page).toContain(`more than ${MOST_IDENTITIES.toString().replace("1000", "1,000")} ids`);
});
