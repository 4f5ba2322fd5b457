import { describe, expect, test } from "vitest";
import { bothDays, findDays } from "../../loaders/dataset/dates.js";

describe("days of a column", () => {
  test.each([
    [["2026-06-30", "2026-07-01 10:00:00"], { format: "iso" }],
    [["2025-10-02 17:09:34 -0300"], { format: "iso" }],
    [["20260630", "20260701"], { format: "ymd-compact" }],
    [["11-Feb-13", "1-Mar-13"], { format: "named" }],
    [["01 Apr 2026 02:22"], { format: "named" }],
    [["12 thg 4, 2026"], { format: "named" }],
    [["46105.69", "46106"], { format: "serial" }],
    [["30/06/2026", "01/07/2026"], { format: "dmy" }],
    [["6/30/26 10:00", "7/1/26"], { format: "mdy" }],
    [["2024-03-12 09:14", "3/15/2024 2:30 PM"], { format: "mdy" }],
    [["05/05/2026", "06/06/2026"], { format: "dmy" }],
    [["03/04/2026", "05/06/2026"], { either: "03/04/2026" }],
    [["Thứ Hai, 02/03/2026", "Thứ 6, 13/03/2026"], { format: "dmy" }],
    [["28/03/2026", "28/04/2026", "03/13/2026"], { clash: ["28/03/2026", "03/13/2026"] }],
    [
      ["2026-01-03", "2026-02-03", "2026-03-03", "13/03/2026", "14/03/2026", "15/03/2026"],
      { clash: ["2026-01-03", "13/03/2026"] }
    ],
    [["soon", "later"], {}],
    [[], {}]
  ])("%j are %j", (cells, expected) => {
    expect(findDays(cells)).toEqual(expected);
  });

  test("that can be read in two ways give both", () => {
    expect(bothDays("03/04/2026 10:00")).toEqual({ dmy: "2026-04-03", mdy: "2026-03-04" });
    expect(bothDays("3.4.26")).toEqual({ dmy: "2026-04-03", mdy: "2026-03-04" });
  });
});
