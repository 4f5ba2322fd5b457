import { describe, expect, it, test } from "vitest";
import type { Funnel } from "../../loaders/funnel/compute.js";
import type { FunnelRow } from "../../loaders/funnel/rows.js";
import type { Files } from "../support/dataset.js";
import { share, withFunnel, withSummaries } from "../support/stages.js";

/**
 * An    goes step by step: seen 1 Jan, visits 5 Jan, bait 10 Jan, main 20 Jan, main again 20 Feb, refers Binh 1 March.
 * Binh  buys the main product at once, 1 Feb: lead and buyer are skipped.
 * Chi   visits 3 Feb and buys bait only, 13 Feb.
 * Dung  was only reached by an ad, 4 Feb.
 * Em    visits after buying bait: lead on the day of the bait, skipped.
 * Giang buys one main product twice on one day and cancels another: customer, no member.
 */
const FILES: Files = {
  "customers.csv":
    "customer_id,source,created\nAn,zalo,2025-01-01\nBinh,facebook,\nChi,facebook,\nDung,,\nEm,zalo,\nGiang,,\n",
  "orders.csv": `order_id,customer_id,ordered_at,amount,offer,status
1,An,2025-01-10,10,bait,completed
2,An,2025-01-20,100,main,completed
3,An,2025-02-20,100,main,completed
4,Binh,2025-02-01,100,main,completed
5,Chi,2025-02-13,10,bait,completed
6,Em,2025-02-05,10,bait,completed
7,Giang,2025-02-10,100,main,completed
8,Giang,2025-02-10,70,main,completed
9,Giang,2025-03-05,100,main,cancelled
`,
  "events.csv": `customer_id,occurred_at,kind,other_customer_id
An,2025-01-05,visit,
An,2025-03-01,referral,Binh
Chi,2025-02-03,visit,
Dung,2025-02-04,reach,
Em,2025-02-25,visit,
Chi,2025-03-31,reach,
`,
  "segbook.yml": "minimumGroup: 1\n"
};

const of = (funnel: Funnel, state: string, value = "all") =>
  funnel.rows.find((r) => r.value === value && r.state === state) as FunnelRow;

describe("the seven states of six people", () => {
  const shared = share(withFunnel, FILES);

  it("are entered on the earliest evidence of the state or of a later one", async () => {
    const { engine } = shared();
    const rows = await engine.rows(
      "SELECT p.customer_id AS who, j.* FROM journeys AS j INNER JOIN people AS p ON j.person = p.person ORDER BY 1"
    );
    const entries = Object.fromEntries(rows.map((r) => [r.who, [1, 2, 3, 4, 5, 6, 7].map((i) => r[`entry_${i}`])]));
    expect(entries).toEqual({
      // A fan An never was by orders; the referral of 1 March counts it as passed. That Binh had bought before makes it no earlier.
      An: ["2025-01-01", "2025-01-05", "2025-01-10", "2025-01-20", "2025-02-20", "2025-03-01", "2025-03-01"],
      Binh: ["2025-02-01", "2025-02-01", "2025-02-01", "2025-02-01", null, null, null],
      Chi: ["2025-02-03", "2025-02-03", "2025-02-13", null, null, null, null],
      Dung: ["2025-02-04", null, null, null, null, null, null],
      Em: ["2025-02-05", "2025-02-05", "2025-02-05", null, null, null, null],
      Giang: ["2025-02-10", "2025-02-10", "2025-02-10", "2025-02-10", null, null, null]
    });
  });

  it("are counted as reached, current and skipped", () => {
    const { funnel } = shared();
    const table = ["niche", "lead", "buyer", "customer", "member", "fan", "referral"].map((s) => [
      of(funnel, s).reached,
      of(funnel, s).current,
      of(funnel, s).skipped
    ]);
    expect(table).toEqual([
      [6, 1, 0],
      [5, 0, 3], // Binh, Em (visited only later) and Giang
      [5, 2, 2], // Binh and Giang never took bait
      [3, 2, 0],
      [1, 0, 0],
      [1, 0, 1], // An never was a fan by orders
      [1, 1, 0]
    ]);
  });

  it("convert by reached over reached", () => {
    const { funnel } = shared();
    expect(of(funnel, "niche").conversionFromPrevious).toBeNull();
    expect(of(funnel, "buyer")).toMatchObject({ conversionFromPrevious: 1, conversionFromTop: 5 / 6 });
    expect(of(funnel, "customer")).toMatchObject({ conversionFromPrevious: 3 / 5, conversionFromTop: 0.5 });
  });

  it("take days to move only from those whose state before is evident, the rest waiting until the end", () => {
    const { funnel } = shared();
    // To customer from a real bait order: An in 10 days; Chi waits 46 and Em 54 days until 31 March. One third moved.
    expect(of(funnel, "customer")).toMatchObject({ moved: 1, p25Days: 10, medianDays: null, p75Days: null });
    // To buyer from a real first contact: An in 5 days, Chi in 10.
    expect(of(funnel, "buyer")).toMatchObject({ moved: 2, p25Days: 5, medianDays: 5, p75Days: 10 });
  });

  it("are counted by source, people without one in none", () => {
    const { funnel } = shared();
    expect(
      funnel.rows.filter((r) => r.dimension === "source" && r.state === "niche").map((r) => [r.value, r.reached])
    ).toEqual([
      ["facebook", 2],
      ["zalo", 2]
    ]);
    expect(of(funnel, "customer", "facebook")).toMatchObject({ reached: 1, conversionFromPrevious: 0.5 });
  });

  it("are the groups of the scheme of states, everybody in the furthest reached", async () => {
    const { funnel } = shared();
    const groups = await withSummaries(
      FILES,
      ({ summaries }) => Object.fromEntries(summaries.groups.map((g) => [g.group, g.numbers.customers])),
      { schemes: ["seven-states"] }
    );
    for (const state of ["niche", "lead", "buyer", "customer", "member", "fan", "referral"])
      expect([state, groups[state]]).toEqual([state, of(funnel, state).current]);
  });
});

test("a month's cohort of leads is judged after 90 days only when all of it has had them", async () => {
  await withFunnel(FILES, ({ funnel }) => {
    // As of 31 March 2025 ninety days ago is 31 December: neither January nor February is ripe.
    expect(funnel.cohorts.filter((c) => c.state === "customer")).toEqual([
      { month: "2025-01", state: "customer", entered: 1, reached: 1, reached90: null },
      { month: "2025-02", state: "customer", entered: 4, reached: 2, reached90: null }
    ]);
  });
  const later = { ...FILES, "events.csv": `${FILES["events.csv"]}Dung,2025-05-15,reach,\n` };
  await withFunnel(later, ({ funnel }) => {
    expect(funnel.cohorts.filter((c) => c.state === "buyer").map((c) => [c.month, c.reached90])).toEqual([
      ["2025-01", 1],
      ["2025-02", null]
    ]);
  });
});
