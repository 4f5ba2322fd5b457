import { describe, expect, test } from "vitest";
import { RESTS } from "../../loaders/definitions/scheme.js";
import type { Bilingual } from "../../src/terms/lang.js";
import { LANGS } from "../../src/terms/lang.js";
import { DEFINITIONS } from "../support/definitions.js";

const { schemes, states, business, features, numbers, tables } = DEFINITIONS;

interface Labelled {
  id: string;
  label: Bilingual;
}

/** Things that stand beside each other, in a list, a table or a chart of one page. */
const TOGETHER: [string, readonly Labelled[]][] = [
  ["schemes", schemes],
  ...schemes.map((scheme): [string, Labelled[]] => [`groups of ${scheme.id}`, [...scheme.groups, ...RESTS]]),
  ...schemes.map((scheme): [string, readonly Labelled[]] => [`thresholds of ${scheme.id}`, scheme.thresholds]),
  ["states", states],
  ["stages", business.stages.map(({ group, label }) => ({ id: group, label }))],
  ["features", [...features.values()]],
  ["numbers", [...numbers.values()]],
  ["tables", Object.entries(tables).map(([id, { label }]) => ({ id, label }))],
  ...Object.entries(tables).map(([id, { columns }]): [string, readonly Labelled[]] => [`columns of ${id}`, columns])
];

describe("of what stands together", () => {
  test.each(TOGETHER)("no two %s bear one label", (_, things) => {
    for (const lang of LANGS) {
      const labels = things.map(({ label }) => label[lang].toLowerCase());
      const twice = things.filter(
        ({ label }) => labels.filter((other) => other === label[lang].toLowerCase()).length > 1
      );
      expect(twice.map(({ id, label }) => `${id}: ${label[lang]}`)).toEqual([]);
    }
  });
});

test("a state and the group of its scheme are called the same", () => {
  const groups = schemes.find(({ id }) => id === "seven-states")?.groups ?? [];
  const named = (things: readonly Labelled[]) => things.map(({ id, label }) => [id, label]);
  // Rules are asked from the last state back.
  expect(named(groups).reverse()).toEqual(named(states));
});
