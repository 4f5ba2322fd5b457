import { expect, test } from "vitest";
import { maskControls } from "../../src/terms/mask-controls.js";

test.each([
  ["\x1b]0;pwned\x07x.csv", "\ufffdx.csv"],
  ["\x1b]0;pwned\x1b[31mred", "\ufffd\ufffdred"],
  ["a\x1b[31;1mb", "a\ufffdb"],
  ["\x9b2Jb", "\ufffdb"],
  ["\x1bP+q\x1b\\b", "\ufffdb"],
  ["gpj.\u202evsc", "gpj.\ufffdvsc"],
  ["a\rb\x08", "a\ufffdb\ufffd"],
  ["Đơn hàng 6/2026.csv\n\tdòng 2", "Đơn hàng 6/2026.csv\n\tdòng 2"],
  ["[31m] 100%", "[31m] 100%"]
])("%j is shown as %j", (text, shown) => {
  expect(maskControls(text)).toBe(shown);
});
