import { describe, expect, it } from "vitest";
import { timeToMove, type Waiting } from "../../loaders/funnel/survival.js";

/** days, moved, waiting */
const table = (...rows: [number, number, number][]): Waiting[] =>
  rows.map(([days, moved, waiting]) => ({ days, moved, waiting }));

describe("time to move by Kaplan–Meier", () => {
  it.each<[string, Waiting[], number, number | null]>([
    // Nobody waits: plain order statistics. S after 2, 4, 6, 8 days = 0.75, 0.5, 0.25, 0.
    ["median of four who all moved", table([2, 1, 0], [4, 1, 0], [6, 1, 0], [8, 1, 0]), 0.5, 4],
    ["lower quartile of four who all moved", table([2, 1, 0], [4, 1, 0], [6, 1, 0], [8, 1, 0]), 0.25, 2],
    ["upper quartile of four who all moved", table([2, 1, 0], [4, 1, 0], [6, 1, 0], [8, 1, 0]), 0.75, 6],
    // 6 people: moved at 1, 3, 4; gave up waiting to be seen at 2, 5, 6. S: 5/6 = 0.833; 3/4 of it = 0.625; 2/3 of it = 0.417 < 0.5.
    ["median with three censored", table([1, 1, 0], [2, 0, 1], [3, 1, 0], [4, 1, 0], [5, 0, 1], [6, 0, 1]), 0.5, 4],
    // The same people, the censored taken for failures (moved after ever so long), would put the median at day 4 too, the quartile not:
    // 1 − S reaches 0.25 only at day 3 (0.375).
    [
      "lower quartile with three censored",
      table([1, 1, 0], [2, 0, 1], [3, 1, 0], [4, 1, 0], [5, 0, 1], [6, 0, 1]),
      0.25,
      3
    ],
    [
      "upper quartile not reached with three censored",
      table([1, 1, 0], [2, 0, 1], [3, 1, 0], [4, 1, 0], [5, 0, 1], [6, 0, 1]),
      0.75,
      null
    ],
    // Censored and moved on the same day: the waiting are still at risk on that day. 1 of 3 moved on day 5, then 1 of 1 on day 9.
    ["a tie of moved and waiting", table([5, 1, 1], [9, 1, 0]), 0.5, 9],
    ["a tie of moved and waiting, quartile", table([5, 1, 1], [9, 1, 0]), 0.25, 5],
    ["nobody moved", table([3, 0, 7], [9, 0, 2]), 0.5, null],
    ["one of three moved: the median is not reached", table([3, 1, 0], [9, 0, 2]), 0.5, null],
    ["exactly half moved", table([3, 5, 0], [9, 0, 5]), 0.5, 3],
    ["all moved on the day they came", table([0, 8, 0]), 0.75, 0],
    ["rows in any order", table([8, 1, 0], [2, 1, 0], [6, 1, 0], [4, 1, 0]), 0.5, 4],
    ["nobody at all", [], 0.5, null]
  ])("%s", (_, rows, share, days) => {
    expect(timeToMove(rows, share)).toBe(days);
  });

  it("gives the published median of the 6-MP leukaemia patients, 23 weeks", () => {
    // Freireich et al. 1963, as in every textbook: remission weeks, + censored:
    // 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+
    const rows = table(
      [6, 3, 1],
      [7, 1, 0],
      [9, 0, 1],
      [10, 1, 1],
      [11, 0, 1],
      [13, 1, 0],
      [16, 1, 0],
      [17, 0, 1],
      [19, 0, 1],
      [20, 0, 1],
      [22, 1, 0],
      [23, 1, 0],
      [25, 0, 1],
      [32, 0, 2],
      [34, 0, 1],
      [35, 0, 1]
    );
    expect(timeToMove(rows, 0.5)).toBe(23);
    expect(timeToMove(rows, 0.25)).toBe(13);
  });
});
