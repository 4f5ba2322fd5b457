import { expect, test } from "vitest";
import { describeReadings, parseReadings } from "../../src/terms/readings.js";

test("readings survive being told in a sentence", () => {
  const readings = [
    { answer: "comma", reads: "1250.5 · 450" },
    { answer: "ymd-compact", reads: "2026-03-04" }
  ];
  expect(describeReadings(readings)).toBe("comma (1250.5 · 450) / ymd-compact (2026-03-04)");
  expect(parseReadings(describeReadings(readings))).toEqual(readings);
  expect(parseReadings("nothing of the kind")).toEqual([]);
});
