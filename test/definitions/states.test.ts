import { expect, test } from "vitest";
import { customise } from "../../loaders/definitions/read.js";
import { stateThreshold } from "../../loaders/definitions/states.js";
import { holdFiles } from "../../loaders/files/folder.js";
import { describeIssue } from "../../loaders/issues/issue.js";
import { DEFINITIONS, definitionsOf } from "../support/definitions.js";

const RENAMED = 'states:\n  - { id: fan, label: { vi: "Khách ruột", en: "Devotee" } }\n';
const beside = (text: string, path = "states.yaml") => holdFiles("shop", { [path]: text });

test("a state is a group, a step of the funnel and a feature, under one name and one meaning", () => {
  const { states, schemes, journey, features } = DEFINITIONS;
  const groups = schemes.find((s) => s.id === journey.scheme.id)?.groups.toReversed() ?? [];
  expect(groups.map((g) => [g.id, g.label, g.description])).toEqual(states.map((s) => [s.id, s.label, s.means]));
  for (const { id, evidence } of states) expect(features.get(`${id}_date`)).toMatchObject({ meaning: evidence });
});

test("a state is renamed for good by a few lines beside the data", async () => {
  const { states, schemes, features } = await definitionsOf(beside(RENAMED));
  const label = { vi: "Khách ruột", en: "Devotee" };
  expect(states.find((s) => s.id === "fan")).toMatchObject({ label });
  expect(schemes.find((s) => s.id === "seven-states")?.groups.find((g) => g.id === "fan")).toMatchObject({ label });
  expect(features.get("fan_date")?.label).toEqual({ vi: "ngày thành khách ruột", en: "devotee since" });
  expect(features.get("lead_date")?.label).toEqual({ vi: "ngày kết nối", en: "lead since" });
  expect(schemes.map((s) => s.id)).toEqual(DEFINITIONS.schemes.map((s) => s.id));
  expect([...features.keys()]).toEqual([...DEFINITIONS.features.keys()]);
});

test("a scheme of the firm's own in its place renames the states too", async () => {
  const scheme = `id: seven-states
label: { vi: a, en: a }
question: { vi: a, en: a }
groups:
  - { id: fan, label: { vi: VIP, en: VIP }, description: { vi: d, en: d }, rule: "fan_date is known" }
`;
  const { states, features, schemes, journey } = await definitionsOf(beside(scheme, "schemes/mine.yaml"));
  expect(states.map((s) => s.label.en)).toEqual(DEFINITIONS.states.map((s) => (s.id === "fan" ? "VIP" : s.label.en)));
  expect(features.get("fan_date")?.label).toEqual({ vi: "ngày thành VIP", en: "VIP since" });
  // It has no thresholds of its own; those of the states stay.
  expect(stateThreshold(journey, schemes, "fan_orders")).toBe(6);
});

test("thresholds are set in the definition or in the settings, which win", async () => {
  const folder = beside("thresholds:\n  - { id: fan_orders, default: 8 }\n");
  const inFile = await definitionsOf(folder);
  expect(stateThreshold(inFile.journey, inFile.schemes, "fan_orders")).toBe(8);
  const set = await definitionsOf(folder, { thresholds: { "seven-states": { fan_orders: 9 } } });
  expect(stateThreshold(set.journey, set.schemes, "fan_orders")).toBe(9);
});

test.each([
  ["states:\n  - { id: fann, label: { vi: a, en: a } }\n", 2, "“fan”? One of: niche, lead"],
  ["states:\n  - id: fan\n    labell: { vi: a, en: a }\n", 3, "“label”? One of: id, label"],
  ["thresholds:\n  - { id: fan_order, default: 3 }\n", 2, "“fan_orders”? One of: fan_orders"],
  ["thresholds:\n  - { id: fan_orders, default: 1 }\n", undefined, "3 – 100"]
])("%j is refused with file, line and what would do", async (text, row, expected) => {
  const { issues } = await customise(DEFINITIONS, beside(text), {});
  expect(issues).toHaveLength(1);
  expect(issues[0]).toMatchObject({ file: "states.yaml", ...(row ? { row } : {}) });
  expect(describeIssue(issues[0] as (typeof issues)[number], "en")).toContain(expected);
});
