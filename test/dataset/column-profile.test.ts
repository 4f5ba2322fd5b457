import { describe, expect, test } from "vitest";
import { computeProfile } from "../../loaders/dataset/column-profile.js";

describe("cells look like", () => {
  test.each([
    ["date", ["2026-06-30", "30/06/2026 10:00", "11-Feb-13", "20260630", "12 thg 4, 2026", "Jan 12, 2025 9:10:11 AM"]],
    ["number", ["15.690.000", "1,77%", "(5.00)", "-$45.00", "192.612.578₫", "VND 1.200.000", "1'250", "9.12E+08"]],
    [
      "phone",
      [
        "0912345678",
        "+84 912.345.678",
        "84912345678",
        "'0912345678",
        "0168 123 4567",
        "+31612345678",
        "0912345678 - 0987654321"
      ]
    ],
    ["email", ["an@shop.test", "0987654321@vn.phone"]],
    ["masked", ["n****1", "******78", "(+84)91*****78"]],
    ["percent", ["1,77%", "5 %"]],
    ["name", ["Nguyễn Thị Lan", "An Le", "O’Brien Mary"]],
    ["vietnameseName", ["Nguyễn Thị Lan", "TRẦN MINH", "Đỗ Tú"]]
  ] as const)("%s: %j", (kind, cells) => {
    expect(computeProfile(cells)[kind]).toBe(1);
  });

  test.each([
    ["date", ["12.5", "1.250.000", "0912345678", "KH01"]],
    ["number", ["KH01", "2026-06-30", "an@shop.test", "soon"]],
    ["phone", ["1250000", "2026-06-30", "KH0912345678"]],
    ["name", ["KH 01", "Lan", "an@shop.test"]],
    ["vietnameseName", ["Trà sữa", "An Le", "Nguyễn 1"]]
  ] as const)("no %s: %j", (kind, cells) => {
    expect(computeProfile(cells)[kind]).toBe(0);
  });
});

test("blank cells are no cells; shares of none are none", () => {
  expect(computeProfile(["", " ", "a@b.vn"])).toMatchObject({ filled: 1, email: 1 });
  expect(computeProfile([])).toMatchObject({ filled: 0, email: 0, distinct: 0 });
});
