import { expect, test } from "vitest";
import { nearest } from "../../loaders/issues/nearest.js";

const WORDS = ["columns", "constants", "words", "dates", "zone", "recency_weeks"];

test.each([
  ["colums", "columns"],
  ["dates", "dates"],
  ["date", "dates"],
  ["wrods", "words"],
  ["Zone", "zone"],
  ["recencyweek", "recency_weeks"],
  ["colour", undefined],
  ["", undefined],
  ["something else", undefined]
])("the word nearest to %j is %j", (word, expected) => {
  expect(nearest(word, WORDS)).toBe(expected);
});

test("of two as near the first is taken", () => {
  expect(nearest("cat", ["bat", "hat"])).toBe("bat");
});
