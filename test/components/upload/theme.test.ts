import { expect, test } from "vitest";
import { FEATURES } from "../../../loaders/definitions/features.js";
import { theme } from "../../../src/components/upload/theme.js";

test("every feature has its place on a person's card", () => {
  expect(FEATURES.filter(({ id }) => theme(id) === "other").map(({ id }) => id)).toEqual([]);
});

test("a feature that the page doesn't know is told with the rest", () => {
  expect(theme("__proto__")).toBe("other");
});
