import { describe, expect, it } from "vitest";
import { parseFormula } from "../../loaders/definitions/formula.js";
import type { Play } from "../../loaders/definitions/play.js";
import { choosePlays } from "../../loaders/playbooks/choose.js";

const GROUP = {
  customers: 100,
  overdue_customers: 40,
  complaint_customers: 0,
  average_order_value: 500,
  revenue_per_customer: 900,
  repeat_share: 0.3,
  discount_share: null
};
const ALL = {
  customers: 1000,
  average_order_value: 400,
  profit_per_customer: 50,
  repeat_share: 0.5,
  discount_share: 0.1
};

const play = (id: string, more: Partial<Play> = {}, ...when: string[]): Play => ({
  id,
  audience: "customers",
  worth: "average_order_value",
  response: 0.1,
  when: when.map(parseFormula),
  words: {} as Play["words"],
  file: "plays/x.yaml",
  line: 1,
  ...more
});

const ids = (plays: Play[], group: Parameters<typeof choosePlays>[1] = GROUP) => {
  const { chosen, notNow } = choosePlays(plays, group, ALL);
  return { chosen: chosen.map((r) => r.play.id), notNow: notNow.map((r) => r.play.id) };
};

describe("plays of a group", () => {
  it("are ordered by people × response × worth", () => {
    const plays = [
      play("small", { response: 0.02 }),
      play("part", { audience: "overdue_customers", response: 0.3 }),
      play("big", { response: 0.2 })
    ];
    // 100 × 0.02 × 500 = 1,000; 40 × 0.3 × 500 = 6,000; 100 × 0.2 × 500 = 10,000.
    expect(choosePlays(plays, GROUP, ALL).chosen.map((r) => [r.play.id, r.value])).toEqual([
      ["big", 10_000],
      ["part", 6_000],
      ["small", 1_000]
    ]);
  });

  it("keep the order of the file on a tie", () => {
    expect(ids([play("b"), play("a"), play("c")]).chosen).toEqual(["b", "a", "c"]);
  });

  it("take from everybody what the group's numbers don't tell", () => {
    expect(choosePlays([play("p", { worth: "profit_per_customer" })], GROUP, ALL).chosen[0]).toMatchObject({
      worth: 50,
      value: 500
    });
  });

  it.each([
    ["repeat_share < 0.4", true],
    ["repeat_share >= 0.4", false],
    ["repeat_share < all.repeat_share", true],
    ["repeat_share > 0.9 * all.repeat_share", false],
    ["customers = 100", true],
    ["customers != 100", false],
    ["overdue_customers <= 0.5 * customers", true],
    ["discount_share > 0.5", true]
  ])("hold under the condition %s: %s (an unknown never drops a play)", (condition, kept) => {
    expect(ids([play("p", {}, condition)])).toEqual(
      kept ? { chosen: ["p"], notNow: [] } : { chosen: [], notNow: ["p"] }
    );
  });

  it("are put off when nobody is there to address", () => {
    expect(ids([play("sorry", { audience: "complaint_customers" }), play("all")])).toEqual({
      chosen: ["all"],
      notNow: ["sorry"]
    });
  });

  it.each([
    ["empty", { customers: 0 }],
    ["withheld", { customers: null }]
  ])("all stay for an %s group, without a value that nobody could stand for", (_, group) => {
    const { chosen, notNow } = choosePlays([play("a", {}, "repeat_share > 0.9"), play("b")], group, ALL);
    expect(notNow).toEqual([]);
    expect(chosen.map((r) => r.play.id).sort()).toEqual(["a", "b"]);
    for (const r of chosen) expect(r.value || null).toBeNull();
  });
});
