import { expect, test } from "vitest";
import { theme } from "../../src/upload/theme.js";
import { DEFINITIONS } from "../support/definitions.js";

test("every feature has its place on a person's card", () => {
  expect([...DEFINITIONS.features.values()].filter(({ id }) => theme(id) === "other").map(({ id }) => id)).toEqual([]);
});

test("a feature that the page doesn't know is told with the rest", () => {
  expect(theme("__proto__")).toBe("other");
});
