import { describe, expect, test } from "vitest";
import { bilingual, type Dictionary, fill, speak } from "../../src/terms/words.js";

const WORDS = {
  rows: ["dòng", "rows"],
  used: ["{used} trên {all} cột được dùng", "{used} of {all} columns in use"],
  parts: { funnel: ["Phễu", "Funnel"] }
} as const satisfies Dictionary;

describe("speak", () => {
  test("gives the texts of one language under the same ids", () => {
    expect(speak(WORDS, "vi").rows).toBe("dòng");
    expect(speak(WORDS, "en")).toEqual({
      rows: "rows",
      used: "{used} of {all} columns in use",
      parts: { funnel: "Funnel" }
    });
  });

  test("knows no text that isn't there", () => {
    // @ts-expect-error an unknown id
    expect(speak(WORDS, "en").columns).toBeUndefined();
  });
});

describe("fill", () => {
  const w = speak(WORDS, "en");

  test("puts the values in the places of their names", () => {
    expect(fill(w.used, { used: 3, all: "1,200" })).toBe("3 of 1,200 columns in use");
    expect(fill("{a} and {a}", { a: "twice" })).toBe("twice and twice");
  });

  test("takes a value for what it is, whatever signs are in it", () => {
    expect(fill(w.used, { used: "{all}", all: "$&" })).toBe("{all} of $& columns in use");
  });

  test("refuses a name without a value", () => {
    // @ts-expect-error a missing name
    expect(() => fill(w.used, { used: 3 })).toThrow("no value for {all} in: {used} of {all} columns in use");
    // @ts-expect-error no values at all
    expect(() => fill(w.used)).toThrow("no value for {used}");
  });

  test("refuses a value without a name", () => {
    // @ts-expect-error a name that the text doesn't have
    expect(() => fill(w.used, { used: 3, all: 4, rows: 5 })).toThrow("no {rows} in: {used} of {all} columns in use");
    // @ts-expect-error a text without names
    expect(() => fill(w.rows, { rows: 5 })).toThrow("no {rows} in: rows");
  });

  test("does the same for texts that are known only when it runs", () => {
    const text: string = "at most {limit}";
    expect(fill(text, { limit: 5 })).toBe("at most 5");
    expect(() => fill(text)).toThrow("no value for {limit}");
  });
});

describe("bilingual", () => {
  test("tells a pair in both languages", () => {
    expect(bilingual(WORDS.rows)).toEqual({ vi: "dòng", en: "rows" });
  });

  test("fills both, with values of two languages in their own", () => {
    expect(bilingual(WORDS.used, { used: { vi: "ba", en: "three" }, all: 4 })).toEqual({
      vi: "ba trên 4 cột được dùng",
      en: "three of 4 columns in use"
    });
  });

  test("refuses what one of the two can't be filled with", () => {
    expect(() => bilingual(["{a} và {b}", "{a}"], { a: 1, b: 2 })).toThrow("no {b} in: {a}");
    // @ts-expect-error a missing name
    expect(() => bilingual(WORDS.used, { used: 3 })).toThrow("no value for {all}");
  });
});
